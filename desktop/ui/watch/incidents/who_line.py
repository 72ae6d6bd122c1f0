"""In whose name notes of an incident are made."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.labelled import above
from desktop.ui.watch.log.noted_by import INCIDENTS, noted_by
from desktop.ui.watch.tasks.who_choice import WhoChoice


class WhoLine(Retranslated, QWidget):
    """Begins with who works here, else with whoever is told of incidents. Asks once where nobody is named."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = WhoChoice(session, noted_by(session, INCIDENTS))
        self._label, self.fault_label = QLabel(), plain_label("error")
        self._was_asked = False
        self.fault_label.hide()
        self.box.currentTextChanged.connect(lambda _text: self.fault_label.hide())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addLayout(above(self._label, self.box))
        column.addWidget(self.fault_label)
        self.retranslate()

    @property
    def name(self) -> str:
        """Who it is; "" where nobody is named."""
        return self.box.name

    def ask(self) -> QWidget | None:
        """Ask once for a name where there is none. Returns where it is to be filled in."""
        if self.box.name or self._was_asked:
            self.fault_label.hide()
            return None
        self._was_asked = True
        self.fault_label.show()
        return self.box

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._label, self.box, _("Noted &by"))
        self.box.lineEdit().setAccessibleName(self.box.accessibleName())
        self.fault_label.setText(_("Who is it? With a name this proves more. To leave it empty, do it again."))
