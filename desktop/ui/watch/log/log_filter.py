"""What is looked for in the log: words, and three lists to narrow it down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.watch.evidence import TONES
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox, offer
from desktop.ui.editors.search_field import SearchField
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_model import LogWish
from desktop.ui.watch.log.entry_words import place_words, tone_words


class LogFilter(Retranslated, QWidget):
    """Answers with every letter."""

    changed = Signal()
    list_wanted = Signal()
    """Return or the down key in the search field: on to what was found."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._places: tuple[str, ...] = ()
        self.find_field = SearchField()
        self.find_field.textChanged.connect(lambda _words: self.changed.emit())
        self.find_field.list_wanted.connect(self.list_wanted)
        self.state_box, self.place_box, self.tone_box = CalmComboBox(), CalmComboBox(), CalmComboBox()
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for box in self._boxes:
            box.setMinimumContentsLength(6)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.activated.connect(lambda _place: self.changed.emit())
        row.addWidget(self.state_box, 1)
        row.addWidget(self.tone_box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.find_field)
        column.addLayout(row)
        column.addWidget(self.place_box)  # its words are the longest
        self.retranslate()

    @property
    def wish(self) -> LogWish:
        """What is looked for."""
        state, where, tone = (box.currentData() or "" for box in self._boxes)
        return LogWish(self.find_field.text(), state, where, tone)

    def clear(self) -> None:
        """Look for everything again, without saying so."""
        self.blockSignals(True)
        self.find_field.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.blockSignals(False)

    def offer_places(self, places: tuple[str, ...]) -> None:
        """The places that can be asked for."""
        if places != self._places:
            self._places = places
            self._fill()

    def retranslate(self) -> None:
        """Set the words."""
        self.find_field.setPlaceholderText(_("Find in the log"))
        self.find_field.setAccessibleName(_("Find words in the log"))
        self.state_box.setAccessibleName(_("Open or settled"))
        self.place_box.setAccessibleName(_("Which place"))
        self.tone_box.setAccessibleName(_("Which tone"))
        self._fill()

    @property
    def _boxes(self) -> tuple[CalmComboBox, CalmComboBox, CalmComboBox]:
        return self.state_box, self.place_box, self.tone_box

    def _fill(self) -> None:
        library = self._session.library
        offer(self.state_box, {"": _("All"), "open": _("Not settled yet"), "settled": _("Settled")})
        offer(self.place_box, {"": _("All places")} | {place: place_words(library, place) for place in self._places})
        offer(self.tone_box, {"": _("All tones")} | {tone: tone_words(tone) for tone in TONES})
