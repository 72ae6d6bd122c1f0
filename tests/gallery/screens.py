"""The table of screens: a line each, and a function that brings the window there. Whoever adds a screen adds a line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tests.gallery.stage import FRESH, NONE, SAMPLE, Stage

STEPS = (
    *("stance", "definition", "ownership", "confidentiality", "responsibility"),
    *("ground-rules", "taboo", "image", "monitoring", "training"),
)
LARGE, SMALL = (1280, 720), (960, 600)


@dataclass(frozen=True)
class Screen:
    """One picture of the gallery."""

    name: str
    show: Callable[[Stage], QWidget]
    """Brings the window there; gives what is to be pictured: the window or a dialog."""
    opens: str = SAMPLE
    guide: str = ""
    """Topic of the user guide that shows it."""
    small: bool = False
    """Whether it is pictured in the smallest window too."""


def _page(page_id: str, name: str = "", **more: object) -> Screen:
    return Screen(name or page_id, lambda stage: stage.page(page_id), **more)


def _trigger(action: str) -> Callable[[Stage], QWidget]:
    """What an item of a menu opens."""

    def show(stage: Stage) -> QWidget:
        getattr(stage.window.menu, action).trigger()
        return stage.dialog()

    return show


def _start(stage: Stage) -> QWidget:
    return stage.window


def _help(stage: Stage) -> QWidget:
    stage.page("home")
    stage.window.menu.help.trigger()
    stage.settle()
    return next(each for each in stage.others() if type(each).__name__ == "HelpWindow")


def _menu(stage: Stage) -> QWidget:
    menu = stage.window.menu.actions()[0].menu()
    menu.popup(stage.window.mapToGlobal(stage.window.menu.geometry().bottomLeft()))
    stage.settle()
    return menu


def _find(stage: Stage) -> QWidget:
    stage.page("ownership")
    stage.window.menu.find_in_policy.trigger()
    stage.settle()
    return stage.window


def _help_open(stage: Stage) -> QWidget:
    stage.page("ownership")
    card = next(iter(stage.window.work_page.page.cards.values()))
    card.help_button.click()
    stage.settle()
    return stage.window


def _look(stage: Stage) -> QWidget:
    from desktop.ui.documents.look_dialog import LookDialog

    return stage.dialog(LookDialog(stage.window.session, stage.window))


def _reading(stage: Stage) -> QWidget:
    from desktop.ui.documents.reading_dialog import ReadingDialog

    kind = stage.window.library.document("dos-and-donts")
    return stage.dialog(ReadingDialog(stage.window.session, kind, stage.window))


def _wording(stage: Stage) -> QWidget:
    from desktop.ui.clauses.wording_dialog import WordingDialog

    return stage.dialog(WordingDialog(stage.window.session, "ownership.company-accounts", parent=stage.window))


SCREENS = (
    Screen("start", _start, NONE, guide="start", small=True),
    Screen("new-policy", _trigger("new"), NONE),
    _page("home", guide="home", small=True),
    _page("home", "home-fresh", opens=FRESH),
    _page("first", guide="first", small=True),
    _page("first", "first-fresh", opens=FRESH),
    *(_page(step, guide="step" if step == "ownership" else "", small=step == "ownership") for step in STEPS),
    _page("ownership", "preview", guide="preview"),
    _page("clauses", guide="clauses", small=True),
    Screen("wording", _wording),
    _page("check-up", guide="check-up", small=True),
    _page("documents", guide="documents", small=True),
    Screen("look", _look, guide="look"),
    Screen("reading", _reading, guide="reading"),
    Screen("export", _trigger("export"), guide="export"),
    Screen("settings", _trigger("settings"), guide="settings"),
    Screen("password", _trigger("password"), guide="password"),
    Screen("copies", _trigger("copies"), guide="copies"),
    Screen("help", _help),
    Screen("about", _trigger("about")),
    Screen("menu", _menu),
    Screen("help-open", _help_open),
    Screen("find", _find),
)
"""In the order of the contact sheets; what stays open on its page comes last."""
