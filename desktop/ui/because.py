"""Why a clause is in the policy."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.core import document
from desktop.core.facts import Fact, Source
from desktop.core.library import NOT_SURE
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import answer_words, words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_LINK = "question:"
_HIGHEST = 230
"""Height from which the reasons scroll, in pixels."""


class BecausePanel(Retranslated, QFrame):
    """Opens below the preview when the heading of a clause is clicked."""

    question_wanted = Signal(str)
    """Id of a question the owner wants to see again."""
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("because")
        self._session = session
        self._clause: document.Clause | None = None
        self._title_label = QLabel()
        self._title_label.setWordWrap(True)
        theme.look(self._title_label, "strong")
        self.close_button = QToolButton()
        self.close_button.setIcon(theme.icon("close"))
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.clicked.connect(self._close)
        self.text_label = QLabel()
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.RichText)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text_label.linkActivated.connect(lambda link: self.question_wanted.emit(link.removeprefix(_LINK)))
        self._lay_out()
        self.hide()
        session.answers_changed.connect(lambda _question_id: self._say())
        self.retranslate()

    def explain(self, clause: document.Clause) -> None:
        """Say why a clause is there."""
        self._clause = clause
        self.show()
        self._say()
        self.text_label.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.close_button.setToolTip(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def reasons(self, clause: document.Clause) -> list[str]:
        """One sentence a question that brought the clause in or chose its wording."""
        facts = [self._session.facts.by_question[name] for name in clause.because]
        return [self._reason(fact) for fact in facts]

    def _say(self) -> None:
        if self._clause is None or self.isHidden():
            return
        library_clause = self._session.library.clause[self._clause.id]
        self._title_label.setText(f"{self._clause.number} {words(library_clause.title)}")
        parts = [_paragraph(words(library_clause.why))]
        if self._clause.locked:
            parts.append(_paragraph(_("It guards the rights of your staff, so it always stays.")))
        facts = [self._session.facts.by_question[name] for name in self._clause.because]
        for fact in facts:
            parts.append(f"<p>{escape(self._reason(fact))}{_link(fact)}</p>")
        if not facts and not self._clause.locked:
            parts.append(_paragraph(_("This clause is in every policy.")))
        self.text_label.setText("".join(parts))
        self.text_label.setAccessibleName(self._title_label.text())
        self._fit()

    def _reason(self, fact: Fact) -> str:
        prompt = words(fact.question.prompt)
        answer = answer_words(self._session.library, self._session.answers, fact.question, fact.value)
        answer = answer or _("nothing")
        match fact.source:
            case Source.ANSWERED:
                return _("Because you answered “{question}” with: {answer}", question=prompt, answer=answer)
            case Source.NOT_SURE:
                careful = self._careful(fact)
                return _("Because you are not sure about “{question}”: {answer}", question=prompt, answer=careful)
            case Source.SUGGESTED:
                return _("Because the suggestion for “{question}” is: {answer}", question=prompt, answer=answer)
            case Source.EMPTY:
                return _("Because “{question}” is not answered yet", question=prompt)
            case Source.NOT_ASKED:
                return _("Because “{question}” does not concern you", question=prompt)

    def _fit(self) -> None:
        """As high as the words, up to a point."""
        needed = self.text_label.heightForWidth(max(self._area.viewport().width() - theme.SMALL, 80))
        self._area.setFixedHeight(min(needed + theme.TINY, _HIGHEST))

    def _careful(self, fact: Fact) -> str:
        value = fact.value if fact.value != NOT_SURE else None
        answer = answer_words(self._session.library, self._session.answers, fact.question, value)
        return _("the cautious answer counts, {answer}", answer=answer) if answer else _("noted for review")

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


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _link(fact: Fact) -> str:
    if fact.source is Source.NOT_ASKED:
        return ""
    label = escape(_("Go to the question"))
    return f'<br><a href="{_LINK}{fact.question.id}">{label}</a>'
