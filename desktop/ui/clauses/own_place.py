"""Where a clause of the owner's own stands: in which step, and after which clause."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.selection import is_in
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.flow import FlowLayout
from desktop.ui.preview.reasons import title_words
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class OwnPlace(Retranslated, QWidget):
    """Two boxes; the second follows the first."""

    edited = Signal()

    def __init__(self, session: Session, step: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._step, self._after = session, step, after
        self._step_label, self._after_label = QLabel(), QLabel()
        self.step_box, self.after_box = CalmComboBox(), CalmComboBox()
        layout = FlowLayout()
        for label, box in ((self._step_label, self.step_box), (self._after_label, self.after_box)):
            theme.look(label, "small")
            box.setMinimumContentsLength(32)
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, theme.SMALL, 0)
            column.setSpacing(theme.TINY)
            column.addWidget(label)
            column.addWidget(box)
            layout.add(holder)
        self.setLayout(layout)
        self.step_box.activated.connect(lambda _index: self._choose_step())
        self.after_box.activated.connect(lambda _index: self._choose_after())
        self.retranslate()

    @property
    def step(self) -> str:
        """Id of the step."""
        return self._step

    @property
    def after(self) -> str:
        """Id of the clause it follows; "" at the end of the step."""
        return self._after

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._step_label, self.step_box, _("In which step?"))
        label_control(self._after_label, self.after_box, _("In which place?"))
        self.step_box.clear()
        for step in self._session.library.steps:
            self.step_box.addItem(f"{step.number}. {words(step.title)}", step.id)
        self.step_box.setCurrentIndex(self.step_box.findData(self._step))
        self._fill_places()

    def _fill_places(self) -> None:
        session = self._session
        self.after_box.clear()
        self.after_box.addItem(_("At the end"), "")
        for clause in session.library.clauses_of(self._step):
            if is_in(clause, session.facts) or clause.id == self._after:
                self.after_box.addItem(_("After “{clause}”", clause=title_words(session, clause.title)), clause.id)
        self.after_box.setCurrentIndex(max(self.after_box.findData(self._after), 0))

    def _choose_step(self) -> None:
        if self.step_box.currentData() != self._step:
            self._step, self._after = self.step_box.currentData(), ""
            self._fill_places()
            self.edited.emit()

    def _choose_after(self) -> None:
        if self.after_box.currentData() != self._after:
            self._after = self.after_box.currentData()
            self.edited.emit()
