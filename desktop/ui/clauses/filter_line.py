"""What the owner looks for among the clauses: words, and three lists to narrow them down."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.library import Library
from desktop.core.reference import Law
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.clause_states import ANY_LAW, Show, Wish
from desktop.ui.content_words import words
from desktop.ui.editors.fields import CalmComboBox
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
        self.search_field = QLineEdit()
        self.search_field.setClearButtonEnabled(True)
        self.search_field.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search_field.textChanged.connect(lambda _words: self.changed.emit())
        self.search_field.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The search field leads on to the list; Escape empties it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.list_wanted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search_field.text():
                self.search_field.clear()
                return True
        return super().eventFilter(watched, event)

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
        _offer(self.show_box, {str(show): told for show, told in shown.items()})
        _offer(self.step_box, {"": _("All steps")} | steps)
        _offer(self.law_box, {"": _("With or without a law"), ANY_LAW: _("Resting on a law")} | laws)


def _offer(box: CalmComboBox, entries: dict[str, str]) -> None:
    """Offer these; what was chosen stays chosen if it is among them."""
    chosen = box.currentData()
    box.clear()
    for key, told in entries.items():
        box.addItem(told, key)
        box.setItemData(box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    longest = max(box.fontMetrics().horizontalAdvance(told) for told in entries.values())
    box.view().setMinimumWidth(min(longest + theme.GIANT, 460))
