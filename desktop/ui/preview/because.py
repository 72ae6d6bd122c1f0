"""Why a clause is in the policy."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core import document
from desktop.core.drafts import printed_questions
from desktop.core.library import Clause, Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.preview.reasons import CLAUSE_LINK, QUESTION_LINK, link, paragraph, question_link, reason, title_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_HIGHEST = 230
"""Height from which the reasons scroll, in pixels."""


class BecausePanel(Retranslated, QFrame):
    """Opens below the preview when a clause is clicked."""

    question_wanted = Signal(str)
    """Id of a question the owner wants to see again."""
    clause_wanted = Signal(str)
    """Id of a clause the owner wants to open on its page."""
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("because")
        self._session = session
        self._clause: document.Clause | None = None
        self._unused: Question | None = None
        self._title_label = QLabel()
        self._title_label.setWordWrap(True)
        self._title_label.setTextFormat(Qt.TextFormat.PlainText)
        theme.look(self._title_label, "strong")
        self.close_button = QToolButton()
        self.close_button.setIcon(theme.icon("close"))
        self.close_button.clicked.connect(self._close)
        self.text_label = QLabel()
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.RichText)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text_label.linkActivated.connect(self._follow)
        self._lay_out()
        self.hide()
        self.retranslate()

    def explain(self, clause: document.Clause) -> None:
        """Say why a clause is there."""
        self._clause, self._unused = clause, None
        self.show()
        self._say()
        self.text_label.setFocus()

    def say_unused(self, question: Question) -> None:
        """Say that no clause hangs on an answer."""
        self._clause, self._unused = None, question
        self.show()
        self._say()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._unused_words()))

    def follow(self, clauses: tuple[document.Clause, ...]) -> None:
        """Say it anew of the policy as it is now; where what was said is over, say nothing any more."""
        if self.isHidden():
            return
        known = self._clause.id if self._clause is not None else ""
        self._clause = next((clause for clause in clauses if clause.id == known), None)
        if self._clause is not None:
            self._say()
        elif self.isAncestorOf(QApplication.focusWidget() or self):
            self._close()
        else:
            self.hide()

    def close_quietly(self) -> None:
        """Say nothing any more; the focus stays where it is."""
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self.close_button.setToolTip(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def reasons(self, clause: document.Clause) -> list[str]:
        """One sentence a question that brought the clause in or chose its wording."""
        facts = [self._session.facts.by_question[name] for name in clause.because]
        return [reason(self._session, fact) for fact in facts]

    def _say(self) -> None:
        if self._unused is not None and not self.isHidden():
            self._title_label.setText(words(self._unused.prompt))
            self.text_label.setText(paragraph(self._unused_words()))
            self._fit()
            return
        if self._clause is None or self.isHidden():
            return
        clause = self._clause
        self._title_label.setText(f"{clause.number} {self._title(clause)}")
        parts = [paragraph(words(library_clause.why))] if (library_clause := self._in_library(clause)) else []
        parts += [paragraph(told) for told in self._own_part(clause)]
        if not clause.added:  # what the answers would have it do is not why it is there
            parts += [f"<p>{escape(told)}{place}</p>" for told, place in self._answers_part(clause)]
        parts += [f"<p>{escape(told)}<br>{place}</p>" for told, place in self._printed_part(clause)]
        if not (clause.because or clause.locked or clause.own or clause.added):
            parts.append(paragraph(_("In every policy, unless you leave it out.")))
        leave = _("Open this clause")
        parts.append(f"<p>{link(CLAUSE_LINK + clause.id, leave)}</p>")
        self.text_label.setText("".join(parts))
        self.text_label.setAccessibleName(self._title_label.text())
        self._fit()

    def _unused_words(self) -> str:
        return _("No clause of the policy uses this answer as things stand.")

    def _in_library(self, clause: document.Clause) -> Clause | None:
        """What the library says about a clause; None for one of the owner's own."""
        return self._session.library.clause.get(clause.id)

    def _title(self, clause: document.Clause) -> str:
        """The title in the language of the interface, which need not be that of the document."""
        answers = self._session.answers
        written = answers.own.get(clause.id) or answers.edits.get(clause.id) or self._in_library(clause)
        return title_words(self._session, written.title) if written else document.plain(clause.title)

    def _own_part(self, clause: document.Clause) -> Iterator[str]:
        """What the owner did about it."""
        if clause.locked:
            yield _("It guards the rights of your staff, so it always stays.")
        if clause.own:
            yield _("You wrote this clause.")
        if clause.added:
            yield _("You put it in; your answers alone would leave it out.")
        if clause.edited:
            yield _("It stands in your own wording.")
        if told := self._session.clauses.choice(clause.id).reason:
            yield _("Your reason: {reason}", reason=told)

    def _answers_part(self, clause: document.Clause) -> Iterator[tuple[str, str]]:
        for name, told in zip(clause.because, self.reasons(clause), strict=True):
            place = question_link(self._session, name, _("Go to the question"))
            yield told, f"<br>{place}" if place else ""

    def _printed_part(self, clause: document.Clause) -> Iterator[tuple[str, str]]:
        """The answers it prints; those that brought it in were named before."""
        chosen = (each for section in self._session.settled.selection for each in section.clauses)
        shown = next((each for each in chosen if each.clause.id == clause.id), None)
        for name in printed_questions(shown) if shown is not None else ():
            place = question_link(self._session, name, _("Go to the question"))
            if place and name not in clause.because and name != "business_name":
                prompt = words(self._session.library.question[name].prompt)
                yield _("It prints your answer to “{question}”.", question=prompt), place

    def _follow(self, target: str) -> None:
        if target.startswith(QUESTION_LINK):
            self.question_wanted.emit(target.removeprefix(QUESTION_LINK))
        elif target.startswith(CLAUSE_LINK):
            self.clause_wanted.emit(target.removeprefix(CLAUSE_LINK))

    def _fit(self) -> None:
        """As high as the words, up to a point."""
        needed = self.text_label.heightForWidth(max(self._area.viewport().width() - theme.SMALL, 80))
        self._area.setFixedHeight(min(needed + theme.TINY, _HIGHEST))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title_label, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        theme.look(body, "clear")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, theme.SMALL, 0)
        inner.addWidget(self.text_label)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.SMALL, theme.MEDIUM)
        column.setSpacing(theme.TINY)
        column.addLayout(head)
        column.addWidget(self._area)
