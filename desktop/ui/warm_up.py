"""Makes ready, in idle moments of the start page, what a policy needs, so that the first click is answered at once."""

from collections.abc import Iterator
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
    "desktop.ui.clause_desk",
    "desktop.ui.session",
    "desktop.ui.editors.base",
    "desktop.ui.editors.options",
    "desktop.ui.editors.registers",
    "desktop.ui.editors",
    "desktop.ui.question_card",
    "desktop.ui.paper",
    "desktop.ui.preview",
    "desktop.ui.step_list",
    "desktop.ui.step_page",
    "desktop.ui.quick.quick_page",
    "desktop.ui.home.made_panel",
    "desktop.ui.home.task_panel",
    "desktop.ui.home.home_page",
    "desktop.ui.work_page",
    "desktop.ui.greeting",
)
"""What the page of a policy is made of, in small bites: each brings little that those before it did not."""


class WarmUp(QObject):
    """Does one bite after another until all is ready, or a policy is opened."""

    _was_done = False
    """Once is enough for as long as the program runs."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bites = _bites(library)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._take_next)
        if not WarmUp._was_done:
            self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether there is nothing left to do."""
        return not self._timer.isActive()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()

    @Slot()
    def _take_next(self) -> None:
        if next(self._bites, self) is self:
            self._timer.stop()
            WarmUp._was_done = True


def _bites(library: Library) -> Iterator[None]:
    """The work; each step takes a few milliseconds."""
    for name in _MODULES:
        import_module(name)
        yield
    for clause in library.clauses:
        questions_of(clause)  # reads the clause, which is remembered
        yield
    yield from _drafts(library)


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
