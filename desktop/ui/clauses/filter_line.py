"""What the owner looks for among the clauses: words, and three lists to narrow them down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.library import Library
from desktop.core.reference import Law
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_states import ANY_LAW, Show, Wish
from desktop.ui.content_words import words
from desktop.ui.editors.fields import CalmComboBox, offer
from desktop.ui.editors.search_field import SearchField
from desktop.ui.retranslate import Retranslated


class FilterLine(Retranslated, QWidget):
    """Answers with every letter."""

    changed = Signal()
    """Other words."""
    narrowed = Signal()
    """Another choice in one of the lists."""
    list_wanted = Signal()
    """Return or the down key in the search field: on to what was found."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._laws: tuple[Law, ...] = ()
        self.search_field = SearchField()
        self.search_field.textChanged.connect(lambda _words: self.changed.emit())
        self.search_field.list_wanted.connect(self.list_wanted)
        self.show_box, self.step_box, self.law_box = CalmComboBox(), CalmComboBox(), CalmComboBox()
        for box in self._boxes:
            box.setMinimumContentsLength(9)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.activated.connect(lambda _place: self.narrowed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.search_field)
        boxes = QHBoxLayout()
        boxes.setSpacing(theme.SMALL)
        boxes.addWidget(self.show_box, 1)
        boxes.addWidget(self.step_box, 1)
        column.addLayout(boxes)
        column.addWidget(self.law_box)
        self.retranslate()

    @property
    def wish(self) -> Wish:
        """What is looked for."""
        show, step, law = (box.currentData() or "" for box in self._boxes)
        return Wish(self.search_field.text(), Show(show or Show.ALL), step, law)

    def clear(self) -> None:
        """Look for everything again, without saying so."""
        self.blockSignals(True)
        self.search_field.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.blockSignals(False)

    def offer_laws(self, laws: tuple[Law, ...]) -> None:
        """The laws that can be asked for."""
        if laws != self._laws:
            self._laws = laws
            self._fill()

    def retranslate(self) -> None:
        """Set the words."""
        self.search_field.setPlaceholderText(_("Search in both languages"))
        self.search_field.setAccessibleName(_("Search the clauses, in both languages at once"))
        for box, told in (
            (self.show_box, _("Which clauses")),
            (self.step_box, _("Which step")),
            (self.law_box, _("Resting on which law")),
        ):
            box.setAccessibleName(told)
        self._fill()

    @property
    def _boxes(self) -> tuple[CalmComboBox, CalmComboBox, CalmComboBox]:
        return self.show_box, self.step_box, self.law_box

    def _fill(self) -> None:
        shown = {
            Show.ALL: _("All clauses"),
            Show.IN: _("In the policy"),
            Show.OUT: _("Left out"),
            Show.CHANGED: _("Changed by you"),
            Show.LOCKED: _("Locked"),
        }
        steps = {step.id: f"{step.number} {words(step.short)}" for step in self._library.steps}
        laws = {law.id: words(law.title) for law in self._laws}
        offer(self.show_box, {str(show): told for show, told in shown.items()})
        offer(self.step_box, {"": _("All steps")} | steps)
        offer(self.law_box, {"": _("With or without a law"), ANY_LAW: _("Resting on a law")} | laws)
