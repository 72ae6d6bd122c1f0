"""What the check-up found in one place, and the way there."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.findings import Finding, Where
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.check.finding_words import about_words, sentence, way_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class FindingCard(Retranslated, QFrame):
    """The place, what is there to see to, why it matters, and a button that leads there. All laws share one card."""

    pressed = Signal(object)
    """A `Finding` whose place the owner wants to see."""

    def __init__(self, session: Session, findings: tuple[Finding, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self._session = session
        self._findings = findings
        self.leads = findings[0].where is not Where.LAW
        """Whether there is a place to go to."""
        self._about_label = _label("strong" if self.leads else "small")
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.way_button = QPushButton(self)
        theme.look(self.way_button, "link")
        self.way_button.clicked.connect(lambda: self.pressed.emit(self._findings[0]))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        self._column.setSpacing(theme.TINY)
        self._column.addWidget(self._about_label)
        if self.leads:
            self._column.addWidget(self.way_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.way_button.setVisible(self.leads)
        self.retranslate()

    @property
    def text(self) -> str:
        """All words of the card, a line each."""
        shown = (self._about_label, *(label for pair in self._lines for label in pair))
        return "\n".join(label.text() for label in shown)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what is found in the same place now."""
        self._findings = findings
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        told: list[tuple[str, str]] = []
        for why, found in groupby(self._findings, key=lambda finding: finding.why):
            told.append((_listed([sentence(each.what) for each in found]), sentence(why)))
        self._fit_lines(len(told))
        for (what_label, why_label), (what, why) in zip(self._lines, told, strict=True):
            what_label.setText(what)
            why_label.setText(why)
        if not self.leads:
            self._about_label.setText(_("Nothing to mend here: your lawyer looks at it. It is in the lawyer's pack."))
            return
        about = about_words(self._session, self._findings[0])
        self._about_label.setText(about)
        way = way_words(self._session, self._findings[0])
        self.way_button.setText(way)
        self.way_button.setAccessibleName(f"{way}: {about}")
        self.way_button.setAccessibleDescription(" ".join(f"{what} {why}" for what, why in told))

    def _fit_lines(self, count: int) -> None:
        while len(self._lines) < count:
            pair = (_label(""), _label("small"))
            pair[0].setContentsMargins(0, theme.TINY if self._lines else 0, 0, 0)
            for label in pair:
                self._column.insertWidget(self._column.count() - 1, label)
            self._lines.append(pair)
        while len(self._lines) > count:
            for label in self._lines.pop():
                label.hide()
                label.deleteLater()


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        theme.look(label, look)
    return label


def _listed(lines: list[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"• {line}" for line in lines)
