"""The table of screens: a line each, and a function that brings the window there. Whoever adds a screen adds a line."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.i18n import _, message
from desktop.ui.faults import Severity
from tests.gallery import task_screens, watch_screens
from tests.gallery.stage import FRESH, NONE, SAMPLE, WATCHED, Stage

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


def _check_up_open(stage: Stage) -> QWidget:
    """With something to settle, and something to look at once more."""
    session = stage.window.session
    stage.changes += session.answer("policy_owner", None) + session.answer("reply_hours", "not_sure")
    return stage.page("check-up")


def _look(stage: Stage) -> QWidget:
    from desktop.ui.documents.look_dialog import LookDialog

    return stage.dialog(LookDialog(stage.window.session, stage.window))


def _reading(stage: Stage) -> QWidget:
    from desktop.ui.documents.reading_dialog import ReadingDialog

    kind = stage.window.library.document("response-chart")
    return stage.dialog(ReadingDialog(stage.window.session, kind, stage.window))


def _wording(stage: Stage) -> QWidget:
    from desktop.ui.clauses.wording_dialog import WordingDialog

    return stage.dialog(WordingDialog(stage.window.session, "ownership.company-accounts", parent=stage.window))


def _start_again(stage: Stage) -> QWidget:
    """With recent files and the samples; another start shows them no more."""
    start = stage.window.start_page
    if not start.sample_card.isChecked():
        start.sample_card.click()
    stage.settle()
    return stage.window


def _prompt(stage: Stage) -> QWidget:
    from desktop.ui.protection.password_prompt import PasswordPrompt

    file = stage.window.session.file
    return stage.dialog(PasswordPrompt(file.path, lambda _password: file, stage.window))


def _elsewhere(stage: Stage) -> QWidget:
    from desktop.ui.protection.copy_elsewhere import CopyElsewhereDialog

    return stage.dialog(CopyElsewhereDialog(stage.window.session, stage.saved, parent=stage.window))


def _licences(stage: Stage) -> QWidget:
    from desktop.ui.help.licences_dialog import LicencesDialog

    return stage.dialog(LicencesDialog(stage.window))


def _words_explained(stage: Stage) -> QWidget:
    from desktop.ui.help.book import WORDS

    shown = _help(stage)
    shown.show_topic(WORDS)
    stage.settle()
    return shown


def _glossary(stage: Stage) -> QWidget:
    from desktop.ui.help.glossary_popover import show_term

    stage.page("home")
    shown = show_term(stage.window, "business-account")
    assert shown is not None
    stage.settle()
    return shown


def _updates(stage: Stage) -> QWidget:
    """As if the library had said something else when the policy was made."""
    from desktop.ui.clauses.updates_dialog import UpdatesDialog

    desk = stage.window.session.clauses
    name = "ownership.company-accounts"
    kept = desk.kept[name]
    desk.kept[name] = replace(kept, body={language: text[: len(text) // 2] for language, text in kept.body.items()})
    vars(desk).pop("updates", None)  # found out anew
    return stage.dialog(UpdatesDialog(stage.window.session, stage.window))


def _because(stage: Stage) -> QWidget:
    stage.page("ownership")
    stage.window.work_page.preview.explain("ownership.company-accounts")
    stage.settle()
    return stage.window


def _people(stage: Stage) -> QWidget:
    stage.page("responsibility")
    card = stage.window.work_page.page.cards["posters"]
    card.editor.open_form(None)
    stage.window.work_page.page.scroll_to(card)
    stage.settle()
    return stage.window


def _error(stage: Stage) -> QWidget:
    stage.page("home")
    said = message("The disk is full. Make room on it and try again.")
    stage.window.banner.say(said, Severity.ERROR, (message("Choose another folder"), lambda: None))
    stage.settle()
    return stage.window


def _compare(stage: Stage) -> QWidget:
    from desktop.ui.clauses.compare_dialog import CompareDialog

    session, name = stage.window.session, "ownership.company-accounts"
    clause = session.library.clause[name]
    session.clauses.edit(name, clause.title, {language: f"{text} (…)" for language, text in clause.body.items()})
    return stage.dialog(CompareDialog(session, name, stage.window))


def _person_pages(stage: Stage) -> QWidget:
    from desktop.ui.copies.person_pages_dialog import PersonPagesDialog

    session = stage.window.session
    return stage.dialog(PersonPagesDialog(session, session.library.document("acknowledgement"), "both", stage.window))


def _copy(stage: Stage) -> QWidget:
    """As after a reading copy was made."""
    from desktop.ui.copies.copy_dialog import CopyDialog
    from desktop.ui.copies.copy_job import CopyOrder

    folder = stage.window.session.file.path.parent
    made = [folder / "Policy.pdf"]
    done = message("The reading copy is ready.")
    order = CopyOrder(lambda _cancelled: made, message("The reading copy is being made…"), done, folder, tuple(made))
    dialog = CopyDialog(lambda: _("Reading copy (PDF)"), order, stage.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.begin()
    stage.settle()
    return dialog


def _tab(name: str, **more: object) -> Screen:
    return Screen(f"watch-{name}", lambda stage: watch_screens.tab(stage, name), WATCHED, **more)


SCREENS = (
    Screen("start", _start, NONE, guide="start", small=True),
    Screen("new-policy", _trigger("new"), NONE),
    _page("home", guide="home", small=True),
    _page("home", "home-fresh", opens=FRESH),
    _page("first", small=True),
    _page("first", "first-fresh", opens=FRESH, guide="first"),
    *(_page(step, guide="step" if step == "ownership" else "", small=step == "ownership") for step in STEPS),
    _page("clauses", guide="clauses", small=True),
    Screen("wording", _wording),
    _page("check-up", small=True),
    Screen("check-up-open", _check_up_open, guide="check-up"),
    _page("documents", guide="documents", small=True),
    Screen("look", _look, guide="look"),
    Screen("reading", _reading, guide="reading"),
    Screen("export", _trigger("export"), guide="export"),
    Screen("settings", _trigger("settings"), guide="settings"),
    Screen("password", _trigger("password"), guide="password"),
    Screen("copies", _trigger("copies"), guide="copies"),
    Screen("watch-before", watch_screens.before, small=True),
    Screen("watch-tasks", task_screens.begun, WATCHED, guide="watch", small=True),
    Screen("tick", task_screens.tick_dialog, WATCHED),
    Screen("plan", task_screens.plan, WATCHED),
    Screen("choice", task_screens.choice, WATCHED),
    Screen("own-task", task_screens.own_task, WATCHED),
    Screen("working-days", task_screens.days, WATCHED),
    Screen("calendar", task_screens.calendar, WATCHED),
    Screen("watch-log", watch_screens.log, WATCHED, guide="log", small=True),
    Screen("entry", watch_screens.post, WATCHED),
    Screen("entry-walk", watch_screens.walk, WATCHED),
    Screen("entry-gate", watch_screens.gate, WATCHED),
    Screen("entry-reply", watch_screens.reply, WATCHED),
    Screen("entry-done", watch_screens.done, WATCHED),
    _tab("incidents", guide="incidents", small=True),
    Screen("incident", watch_screens.incident, WATCHED),
    Screen("incident-end", watch_screens.incident_end, WATCHED),
    _tab("words", guide="watch-words", small=True),
    _tab("accounts", guide="accounts", small=True),
    Screen("account", watch_screens.account, WATCHED),
    Screen("review", watch_screens.review, WATCHED),
    Screen("begin-run", watch_screens.begin_run, WATCHED),
    Screen("run", watch_screens.run, WATCHED),
    _tab("overview", small=True),
    Screen("watch-ticked", task_screens.ticked, WATCHED),
    Screen("help", _help),
    Screen("about", _trigger("about")),
    Screen("menu", _menu),
    Screen("help-open", _help_open),
    Screen("find", _find),
    Screen("because", _because, guide="preview"),
    Screen("people", _people),
    Screen("password-prompt", _prompt),
    Screen("copy-elsewhere", _elsewhere),
    Screen("licences", _licences),
    Screen("words-explained", _words_explained),
    Screen("glossary", _glossary),
    Screen("person-pages", _person_pages),
    Screen("copy", _copy),
    Screen("updates", _updates),
    Screen("compare", _compare),
    Screen("error", _error),
    Screen("start-again", _start_again, NONE),
)
"""In the order of the contact sheets; what stays open on its page comes last."""
