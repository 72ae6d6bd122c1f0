"""The first page: start our policy, open one, one of the recent ones, or a sample to look round in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.choice_card import ChoiceCard
from desktop.ui.retranslate import Retranslated

if TYPE_CHECKING:
    from desktop.core.reference import Sample

_SHOWN_RECENT = 5
_SAMPLES_IN_A_ROW = 2
_WIDEST = 1080


class StartPage(Retranslated, QScrollArea):
    """Says what the owner chose; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)
    sample_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[Sample] = ()
        self._recent: list[Path] = []
        self.title_label, self.intro_label = QLabel(), QLabel()
        theme.look(self.title_label, "display")
        theme.look(self.intro_label, "muted")
        for label in (self.title_label, self.intro_label):
            label.setWordWrap(True)
        self.new_card = ChoiceCard("new", big=True)
        self.new_card.setProperty("first", "true")
        self.new_card.clicked.connect(self.new_wanted)
        self.open_card = ChoiceCard("open", big=True)
        self.open_card.clicked.connect(self.open_wanted)
        self._recent_heading, self._samples_heading = QLabel(), QLabel()
        self._recent_hint, self._samples_hint = QLabel(), QLabel()
        for label in (self._recent_heading, self._samples_heading):
            theme.look(label, "heading")
        for label in (self._recent_hint, self._samples_hint):
            theme.look(label, "muted")
            label.setWordWrap(True)
        self.recent_rows: list[_RecentRow] = []
        self.sample_cards: dict[str, ChoiceCard] = {}
        self._recent_box, self._samples_box = _column(theme.SMALL), QGridLayout()
        self._lay_out()
        self.retranslate()

    def show_samples(self, samples: "Sequence[Sample]") -> None:
        """Offer these samples."""
        self._samples = samples
        for place, sample in enumerate(samples):
            card = ChoiceCard("sample")
            card.clicked.connect(lambda _checked=False, name=sample.id: self.sample_chosen.emit(name))
            self.sample_cards[sample.id] = card
            self._samples_box.addWidget(card, *divmod(place, _SAMPLES_IN_A_ROW))
        self.retranslate()

    def show_recent(self, files: Sequence[str]) -> None:
        """Offer these files, the last one first."""
        had_focus = any(row.isAncestorOf(self.focusWidget()) for row in self.recent_rows if self.focusWidget())
        for row in self.recent_rows:
            self._recent_box.removeWidget(row)
            row.deleteLater()
        self._recent = [Path(name) for name in files[:_SHOWN_RECENT]]
        self.recent_rows = []
        for path in self._recent:
            row = _RecentRow(path)
            row.card.clicked.connect(lambda _checked=False, name=str(path): self.recent_chosen.emit(name))
            row.forget_button.clicked.connect(lambda _checked=False, name=str(path): self.recent_forgotten.emit(name))
            self.recent_rows.append(row)
            self._recent_box.addWidget(row)
        if had_focus:  # the row is gone; keep the keyboard on the page
            self.new_card.setFocus()
        self._recent_hint.setVisible(not self._recent)

    def retranslate(self) -> None:
        """Set the words of the page and of the samples."""
        self.title_label.setText(_("Your social media policy, made here"))
        self.intro_label.setText(
            _(
                "Answer about twelve questions and you have a complete policy in Word, in Malay, in English, or both. "
                "Everything stays on this computer."
            )
        )
        self.new_card.set_words(_("Start our policy"), _("For your own business. It takes about fifteen minutes."))
        self.open_card.set_words(_("Open a policy"), _("A policy file you began before, or were sent."))
        self._recent_heading.setText(_("Go on where you stopped"))
        self._recent_hint.setText(_("Policies you have opened will be listed here."))
        self._samples_heading.setText(_("Look round in a sample"))
        self._samples_hint.setText(_("You get a copy to practise on. Nothing you do in it touches your own policy."))
        if self._samples:
            self._name_samples()

    def _name_samples(self) -> None:
        from desktop.ui.content_words import words  # the samples come with the content

        for sample in self._samples:
            self.sample_cards[sample.id].set_words(words(sample.title), words(sample.summary))

    def _lay_out(self) -> None:
        left = _column(theme.MEDIUM)
        left.addWidget(self.new_card)
        left.addWidget(self.open_card)
        left.addStretch(1)
        right = _column(theme.SMALL)
        right.addWidget(self._recent_heading)
        right.addWidget(self._recent_hint)
        right.addLayout(self._recent_box)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.GIANT)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._samples_box.setSpacing(theme.SMALL)
        for column in range(_SAMPLES_IN_A_ROW):
            self._samples_box.setColumnStretch(column, 1)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        page = QVBoxLayout(body)
        page.setContentsMargins(theme.GIANT, theme.GIANT, theme.GIANT, theme.GIANT)
        page.setSpacing(theme.SMALL)
        page.addWidget(self.title_label)
        page.addWidget(self.intro_label)
        page.addSpacing(theme.LARGE)
        page.addLayout(columns)
        page.addSpacing(theme.LARGE)
        page.addWidget(self._samples_heading)
        page.addWidget(self._samples_hint)
        page.addSpacing(theme.TINY)
        page.addLayout(self._samples_box)
        page.addStretch(1)
        outer = QWidget()
        theme.look(outer, "clear")
        centre = QHBoxLayout(outer)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(body, 1000)
        centre.addStretch(1)
        self.setWidget(outer)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _RecentRow(Retranslated, QWidget):
    """A file opened before: its name and folder, and whether it is still there."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.missing = not _is_there(path)
        self.card = ChoiceCard("info" if self.missing else "document")
        self.forget_button = QToolButton()
        self.forget_button.setIcon(theme.icon("close", "muted"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.forget_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say where the file is, or calmly that it is not there."""
        folder = str(self._path.parent)
        if self.missing:
            folder = _("Not found in {folder}. Perhaps it was moved, or its drive is not connected.", folder=folder)
        self.card.set_words(self._path.stem, folder)
        self.forget_button.setToolTip(_("Take {name} off this list; the file itself stays", name=self._path.stem))
        self.forget_button.setAccessibleName(self.forget_button.toolTip())


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing)
    return column
