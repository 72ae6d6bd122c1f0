"""What became of a task: done, skipped with a reason, or a tick that was a mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.core.library import Library
from desktop.core.watch.evidence import DONE, HAPPENED, SKIPPED, WITHDRAWN
from desktop.core.watch.phrases import SKIP_REASONS, split
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.options import Radio
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated


class OutcomeChoice(Retranslated, QWidget):
    """One circle for each outcome; below "skipped" the usual reasons."""

    changed = Signal()

    def __init__(self, library: Library, outcomes: tuple[str, ...], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.radios = {outcome: Radio() for outcome in outcomes}
        self.reason_radios = tuple(Radio() for _each in (*SKIP_REASONS, ""))
        self._reasons = QWidget()
        self._reason_label = plain_label("small")
        self._lay_out()
        for radios in (tuple(self.radios.values()), self.reason_radios):
            group = QButtonGroup(self)
            for radio in radios:
                group.addButton(radio)
                radio.toggled.connect(self._show)
        self.radios[chosen].setChecked(True)
        self.retranslate()

    @property
    def outcome(self) -> str:
        """The outcome that is chosen."""
        return next(outcome for outcome, radio in self.radios.items() if radio.isChecked())

    @property
    def reason(self) -> str:
        """The usual reason that is chosen; "" for another or none."""
        chosen = zip(SKIP_REASONS, self.reason_radios, strict=False)
        return next((words(self._library.words[key]) for key, radio in chosen if radio.isChecked()), "")

    @property
    def is_chosen(self) -> bool:
        """Whether a usual reason or another one is chosen."""
        return any(radio.isChecked() for radio in self.reason_radios)

    @property
    def needs_words(self) -> bool:
        """Whether the reason has to be written."""
        return self.outcome == WITHDRAWN or (self.outcome == SKIPPED and not self.reason)

    def offer(self, reason: str) -> str:
        """Choose the usual reason that a note begins with. Gives back what else the note says."""
        key, more = split(reason, self._library.words)
        if key in SKIP_REASONS:
            self.reason_radios[SKIP_REASONS.index(key)].setChecked(True)
            return more
        self.reason_radios[-1].setChecked(bool(reason))
        return reason

    def retranslate(self) -> None:
        """Set the words."""
        told = {
            DONE: _("Done"),
            SKIPPED: _("Skipped"),
            HAPPENED: _("It happened"),
            WITHDRAWN: _("Neither: the tick was a mistake"),
        }
        for outcome, radio in self.radios.items():
            radio.setText(told[outcome])
        self._reason_label.setText(_("Why was it skipped?"))
        usual = (words(self._library.words[key]) for key in SKIP_REASONS)
        for reason, radio in zip((*usual, _("Another reason")), self.reason_radios, strict=True):
            radio.setText(reason)
            radio.setAccessibleDescription(self._reason_label.text())

    def _show(self) -> None:
        if any(radio.isChecked() for radio in self.radios.values()):
            self._reasons.setVisible(self.outcome == SKIPPED)
            self.changed.emit()

    def _lay_out(self) -> None:
        below = QVBoxLayout(self._reasons)
        below.setContentsMargins(theme.HUGE, 0, 0, 0)
        below.setSpacing(0)
        for widget in (self._reason_label, *self.reason_radios):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for outcome, radio in self.radios.items():
            column.addWidget(radio)
            if outcome == SKIPPED:
                column.addWidget(self._reasons)
