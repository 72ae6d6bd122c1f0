"""Who has a task: a person of the register, or as the answers say."""

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.ui.content_words import person_words
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class PersonChoice(Retranslated, CalmComboBox):
    """`usual` is the name of who has it where nobody is chosen; "" for nobody, None where that is not known."""

    def __init__(self, session: Session, who: str, usual: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self.addItem("", "")
        for person in session.answers.people.values():
            self.addItem(person_words(person), person.id)
        self.setCurrentIndex(max(self.findData(who), 0))
        self.retranslate()

    @property
    def who(self) -> str:
        """Id of the person; "" where it is left to the answers."""
        return self.currentData()

    def retranslate(self) -> None:
        """Set the words."""
        if self._usual is None:
            told = _("As your answers say")
        else:
            told = _("As your answers say: {name}", name=self._usual) if self._usual else _("Nobody named yet")
        self.setItemText(0, told)
