"""One person of the register, nobody, or somebody new who is named on the spot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.text import printable
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import person_words
from desktop.ui.editors.base import small_label
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.questions.people_editor import NEW
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class PersonBox(Retranslated, QWidget):
    """A list with "Someone else…", which opens a field for the name."""

    changed = Signal()

    def __init__(self, session: Session, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.label, self.box = QLabel(), CalmComboBox()
        self.label.setWordWrap(True)
        self._name_label, self.name_field = small_label(), QLineEdit()
        self._title = ""
        self.box.addItem("", "")
        people = session.answers.people
        for person in people.values():
            self.box.addItem(person_words(person), person.id)
        if chosen and chosen not in people:
            self.box.addItem("", chosen)
        self.box.addItem("", NEW)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        for widget in (self.label, self.box, self._name_label, self.name_field):
            column.addWidget(widget)
        column.addStretch(1)
        self.box.currentIndexChanged.connect(self._settle)
        self.name_field.textChanged.connect(self.changed)
        self.retranslate()

    @property
    def chosen(self) -> str:
        """Id of the person; "" for nobody, `NEW` for somebody new."""
        return str(self.box.currentData() or "")

    @property
    def new_name(self) -> str:
        """The name that is written for somebody new; "" where nobody new is meant."""
        return printable(self.name_field.text()).strip() if self.chosen == NEW else ""

    def name(self, title: str) -> None:
        """Set the label."""
        self._title = title
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self.label, self.box, self._title)
        label_control(self._name_label, self.name_field, _("Name of the person"))
        for place in range(self.box.count()):
            person = self._session.answers.people.get(self.box.itemData(place))
            self.box.setItemText(place, person_words(person) if person else _("Somebody who left"))
        self.box.setItemText(0, _("Nobody yet"))
        self.box.setItemText(self.box.count() - 1, _("Someone else…"))
        self._settle()

    def _settle(self) -> None:
        for widget in (self._name_label, self.name_field):
            widget.setVisible(self.chosen == NEW)
        self.changed.emit()
