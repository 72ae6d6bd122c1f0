"""Who did it: chosen from the people of the register and names used before, or typed."""

from PySide6.QtWidgets import QComboBox, QWidget

from desktop.i18n import _
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class WhoChoice(Retranslated, CalmComboBox):
    """A box that also takes a name nobody used before."""

    def __init__(self, session: Session, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(session.watch.names)
        self.setCurrentText(name)
        self.retranslate()

    @property
    def name(self) -> str:
        """Who it is; "" where nobody is named."""
        return self.currentText().strip()

    def retranslate(self) -> None:
        """Set the words."""
        self.lineEdit().setPlaceholderText(_("Nobody named"))
