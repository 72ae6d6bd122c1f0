"""Makes the pages of an open policy, each when it is first shown, and connects them with the work page."""

from typing import TYPE_CHECKING

from desktop.settings import Settings
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.whole_pages import CHECK_UP, CLAUSES, DOCUMENTS, FIRST, HOME, WATCH

if TYPE_CHECKING:
    from desktop.ui.check.check_page import CheckPage
    from desktop.ui.clauses.clause_page import ClausePage
    from desktop.ui.documents.document_page import DocumentPage
    from desktop.ui.home.home_page import HomePage
    from desktop.ui.page import Page, QuestionPage
    from desktop.ui.watch.watch_page import WatchPage
    from desktop.ui.work_page import WorkPage

# every page is imported where it is made: nobody waits for one that is not shown


def make_page(work: "WorkPage", page_id: str, saved: Settings) -> "Page":
    """The page of that id, connected."""
    if page_id == HOME:
        return _home(work, saved)
    if page_id == CLAUSES:
        return _clauses(work)
    if page_id == CHECK_UP:
        return _check_up(work)
    if page_id == DOCUMENTS:
        return _documents(work)
    if page_id == WATCH:
        return _watch(work, saved)
    return _questions(work, page_id)


def _home(work: "WorkPage", saved: Settings) -> "HomePage":
    from desktop.ui.home.home_page import HomePage

    page = HomePage(work.session, saved)
    page.page_wanted.connect(work.show_page)
    page.question_wanted.connect(work.show_question)
    page.clause_wanted.connect(work.show_clause)
    page.export_wanted.connect(work.export)
    page.settings_wanted.connect(work.settings_wanted)
    page.incidents_wanted.connect(lambda: work.show_watch("incidents"))
    return page


def _questions(work: "WorkPage", page_id: str) -> "QuestionPage":
    if page_id == FIRST:
        from desktop.ui.quick.quick_page import QuickPage

        page = QuickPage(work.session)
        page.question_met.connect(work.preview.follow_question)
    else:
        from desktop.ui.questions.step_page import StepPage

        page = StepPage(work.session, page_id)
    page.page_wanted.connect(work.show_page)
    page.in_policy_wanted.connect(work.show_in_policy)
    page.export_wanted.connect(lambda: work.export(ExportWish()))
    return page


def _clauses(work: "WorkPage") -> "ClausePage":
    from desktop.ui.clauses.clause_page import ClausePage

    page = ClausePage(work.session)
    page.question_wanted.connect(work.show_question)
    return page


def _check_up(work: "WorkPage") -> "CheckPage":
    from desktop.ui.check.check_page import CheckPage

    page = CheckPage(work.session)
    page.question_wanted.connect(work.show_question)
    page.clause_wanted.connect(work.show_clause)
    page.person_wanted.connect(work.show_person)
    page.export_wanted.connect(lambda: work.export(ExportWish(("lawyer-pack",), for_once=True)))
    return page


def _documents(work: "WorkPage") -> "DocumentPage":
    from desktop.ui.documents.document_page import DocumentPage

    page = DocumentPage(work.session)
    page.export_wanted.connect(work.export)
    return page


def _watch(work: "WorkPage", saved: Settings) -> "WatchPage":
    from desktop.ui.watch.watch_page import WatchPage

    page = WatchPage(work.session, saved)
    page.page_wanted.connect(work.show_page)
    page.question_wanted.connect(work.show_question)
    page.export_wanted.connect(work.export)
    page.settings_wanted.connect(work.settings_wanted)
    return page
