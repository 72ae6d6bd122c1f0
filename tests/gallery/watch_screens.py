"""How the window is brought to the screens of watching beside the checklist. What is kept as evidence is not undone."""

from PySide6.QtWidgets import QDialog, QWidget

from tests.gallery.stage import Stage

_OUCH = "Kek hari jadi lewat dua jam dan tiada sesiapa menjawab telefon."


def tab(stage: Stage, name: str) -> QWidget:
    """The window with a tab of the page in sight."""
    _view(stage, name)
    return stage.window


def before(stage: Stage) -> QWidget:
    """The checklist of a policy that nobody watches for yet."""
    return tab(stage, "tasks")


def log(stage: Stage) -> QWidget:
    """The log, with its newest entry chosen."""
    view = _view(stage, "log")
    view.show_entry(stage.window.session.watch.evidence.entries(limit=1)[0].entry)
    stage.settle()
    return stage.window


def post(stage: Stage) -> QWidget:
    """A new entry: what was found."""
    dialog = _entry(stage)
    dialog.post_form.text_field.setPlainText(_OUCH)
    stage.settle()
    return dialog


def walk(stage: Stage, *answers: str) -> QWidget:
    """A new entry, so many answers down the response chart."""
    dialog = _entry(stage)
    dialog.post_form.text_field.setPlainText(_OUCH)
    dialog.next_button.click()
    for answer in answers:
        dialog.walk_step.view.answer(answer)
    stage.settle()
    return dialog


def gate(stage: Stage) -> QWidget:
    """The safety gate stopped it: an incident is opened."""
    return walk(stage, "yes")


def reply(stage: Stage) -> QWidget:
    """The end of the chart where a reply is drafted."""
    dialog = walk(stage)
    view = dialog.walk_step.view
    while view.walk.question is not None:
        row = view.walk.chart.rows[len(view.walk.answers)]
        view.answer("yes" if row.question.id == _ANSWERED or row.answer == "no" else "no")
    stage.settle()
    return dialog


_ANSWERED = "fair"
"""The question whose Yes leads to a reply."""


def done(stage: Stage) -> QWidget:
    """What was done about it, and how it ended."""
    dialog = reply(stage)
    dialog.next_button.click()
    dialog.done_form.settle()
    stage.settle()
    return dialog


def incident(stage: Stage) -> QWidget:
    """Opening an incident."""
    view = _view(stage, "incidents")
    view.new_button.click()
    return stage.dialog()


def incident_end(stage: Stage) -> QWidget:
    """Closing an incident asks for words."""
    view = _view(stage, "incidents")
    view.details.close_button.click()
    return stage.dialog()


def account(stage: Stage) -> QWidget:
    """An account of the register."""
    from desktop.ui.watch.accounts.account_dialog import AccountDialog

    session = stage.window.session
    return stage.dialog(AccountDialog(session, next(iter(session.answers.accounts.values())), stage.window))


def review(stage: Stage) -> QWidget:
    """Looking at who can enter."""
    _view(stage, "accounts").review_button.click()
    return stage.dialog()


def begin_run(stage: Stage) -> QWidget:
    """Somebody leaves."""
    _view(stage, "accounts").run_buttons["leaver"].click()
    return stage.dialog()


def run(stage: Stage) -> QWidget:
    """What is to be seen to for somebody who leaves."""
    view = _view(stage, "accounts")
    next(iter(view.open_runs.buttons.values())).click()
    return stage.dialog()


def _entry(stage: Stage) -> QDialog:
    _view(stage, "log").new_button.click()
    return stage.dialog()


def _view(stage: Stage, name: str) -> QWidget:
    page = stage.page("watch").work_page.page
    page.show_tab(name)
    stage.settle()
    return page.view
