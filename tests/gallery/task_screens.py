"""How the window is brought to the screens of the checklist."""

from PySide6.QtWidgets import QWidget

from desktop.core.watch.evidence import SKIPPED
from tests.gallery.stage import Stage

_SERVED, _QUARTERLY = "mentions-week", "access-short"


def begun(stage: Stage) -> QWidget:
    """The checklist with one row open."""
    view = _view(stage)
    view.rows[0].fold()
    view.sections["later"].fold_button.setChecked(True)
    stage.settle()
    return stage.window


def ticked(stage: Stage) -> QWidget:
    """Right after a tick that was a mistake at first. The last one stays: evidence is never undone."""
    view = _view(stage)
    view.rows[0].tick_button.click()
    view.done_bar.mistake_button.click()
    view.rows[0].tick_button.click()
    stage.settle()
    return stage.window


def tick_dialog(stage: Stage) -> QWidget:
    """What became of a task: skipped, and why."""
    view = _view(stage)
    view.rows[0].more_button.click()
    view.dialog.outcome_choice.radios[SKIPPED].click()
    stage.settle()
    return view.dialog


def plan(stage: Stage) -> QWidget:
    """The plan, with a task switched off that a clause needs."""
    view = _view(stage)
    view.change_plan()
    dialog = view.dialog
    dialog.rows[_SERVED].tick.click()
    stage.changes += 1
    stage.settle()
    return dialog


def choice(stage: Stage) -> QWidget:
    """Another day and person for a task."""
    view = _view(stage)
    view.change_plan()
    view.dialog.rows[_QUARTERLY].change_button.click()
    stage.settle()
    return view.dialog.dialog


def own_task(stage: Stage) -> QWidget:
    """A task of the owner's own."""
    view = _view(stage)
    view.change_plan()
    view.dialog.add_button.click()
    stage.settle()
    return view.dialog.dialog


def days(stage: Stage) -> QWidget:
    """Working days."""
    view = _view(stage)
    view.change_days()
    stage.settle()
    return view.dialog


def calendar(stage: Stage) -> QWidget:
    """The calendar file."""
    view = _view(stage)
    view.save_calendar()
    stage.settle()
    return view.dialog


def _view(stage: Stage) -> QWidget:
    page = stage.page("watch").work_page.page
    page.show_tab("tasks")
    stage.settle()
    return page.view
