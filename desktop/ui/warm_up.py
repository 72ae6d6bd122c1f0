"""Makes ready, in idle moments of the start page, what a policy needs, so that the first click is answered at once."""

import gc
from collections.abc import Iterable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.core.library import DETAILS, Library
from desktop.core.uses import questions_of

_PAUSE = 5
"""Between two slices, in milliseconds: whatever the owner does goes first."""

_MODULES = (
    "apsw",
    "desktop.store.errors",
    "desktop.store.rows",
    "desktop.store.opening",
    "desktop.store.business_file",
    "desktop.core.validate",
    "desktop.content.look",
    "desktop.content.clause_decisions",
    "desktop.content.answers_file",
    "markdown_it",
    "desktop.core.chart",
    "desktop.core.annexes",
    "desktop.core.assemble",
    "desktop.core.check_up",
    "desktop.core.sources",
    "desktop.core.handout",
    "desktop.core.lawyer_pack",
    "desktop.core.forms",
    "desktop.export",
    "desktop.business_files",
    "desktop.render.html",
    "desktop.ui.clauses.clause_desk",
    "dateutil.rrule",
    "dateutil.parser",
    "importlib.metadata",
    "holidays.version",
    "holidays.countries",
    "desktop.core.watch.checklist",
    "desktop.ui.watch.watch_desk",
    "desktop.ui.session",
    "desktop.ui.editors.base",
    "desktop.ui.editors.options",
    "desktop.ui.editors.registers",
    "desktop.ui.editors",
    "desktop.ui.questions.question_card",
    "desktop.ui.preview.paper",
    "desktop.ui.preview",
    "desktop.ui.step_list",
    "desktop.ui.questions.step_page",
    "desktop.ui.quick.quick_page",
    "desktop.ui.home.made_panel",
    "desktop.ui.home.task_panel",
    "desktop.ui.home.home_page",
    "desktop.ui.work_page",
    "desktop.ui.files.greeting",
)
"""What the page of a policy is made of, in small bites: each brings little that those before it did not."""

_PAGES = (
    "desktop.store.clause_index",
    "desktop.ui.clauses.clause_details",
    "desktop.ui.clauses.clause_page",
    "desktop.ui.check.check_page",
    "desktop.ui.documents.document_card",
    "desktop.ui.documents.document_page",
    "desktop.ui.questions.step_page",
    "desktop.ui.documents.export_dialog",
    "importlib.metadata",
    "holidays.version",
    "holidays.countries",
    "desktop.ui.watch.watch_page",
    "desktop.ui.watch.tasks.task_view",
)
"""What an owner asks for next, once a policy is open."""


class WarmUp(QObject):
    """Does one bite after another until all is ready, or a policy is opened; then what that leads to."""

    _was_done = False
    """Once is enough for as long as the program runs."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bites = _bites(library)
        self._is_open = False
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._take_next)
        if not WarmUp._was_done:
            self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to do."""
        return not self._timer.isActive()

    @Slot()
    def go_on(self) -> None:
        """A policy is open: what is left of this is done by now, and its other pages come next."""
        self._is_open = True
        self._bites = _imports(_PAGES)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    @Slot()
    def _take_next(self) -> None:
        if next(self._bites, self) is not self:
            return
        self._timer.stop()
        if not WarmUp._was_done and gc.get_freeze_count():
            gc.freeze()  # as the program does at its start (see `app`): what was read stays
        WarmUp._was_done = WarmUp._was_done or not self._is_open


def _bites(library: Library) -> Iterator[None]:
    """The work; each step takes a few milliseconds."""
    yield from _imports(_MODULES)
    for clause in library.clauses:
        questions_of(clause)  # reads the clause, which is remembered
        yield
    yield from _drafts(library)


def _imports(names: Iterable[str]) -> Iterator[None]:
    for name in names:
        import_module(name)
        yield


def _drafts(library: Library) -> Iterator[None]:
    """Write policies up to the longest there is: most of what they read stands in every other one too."""
    from desktop.core import forms
    from desktop.core.answers import Answers
    from desktop.core.assemble import settle

    for detail in DETAILS:  # each takes up where the one before it stopped
        settled = settle(library, Answers({"detail": detail}))
        yield
        for language in library.languages:
            forms.draft_policy(settled, language.id, ())
            yield
