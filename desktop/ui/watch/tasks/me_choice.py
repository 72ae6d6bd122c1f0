"""Who sits before the screen: ticks are made in this name."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.core.watch.plan import PlannedTask
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class MeChoice(Retranslated, QWidget):
    """Remembered in the file. Where nobody is chosen, a tick is made in the name of who has the task."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names: tuple[str, ...] | None = None
        self._label = QLabel()
        self.box = CalmComboBox()
        self.box.setMinimumContentsLength(14)
        self.box.setEnabled(not session.read_only)
        self.box.activated.connect(self._remember)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self._label)
        row.addWidget(self.box)
        self.retranslate()

    @property
    def name(self) -> str:
        """The name that was chosen; "" for none."""
        return self.box.currentData() or ""

    @property
    def has_names(self) -> bool:
        """Whether there is anybody to choose."""
        return self.box.count() > 1

    def name_for(self, task: PlannedTask) -> str:
        """In whose name a task is ticked; "" where nobody is named, or whoever is has left."""
        usual = task.assignee
        return self.name or (usual.name if usual and usual.id not in self._session.watch.gone else "")

    def show_names(self) -> None:
        """Offer who is known now."""
        names = self._session.watch.names
        if names == self._names:
            return
        chosen = self.name if self._names is not None else self._session.watch.me
        self._names = names
        self.box.clear()
        self.box.addItem(_("whoever has the task"), "")
        for name in dict.fromkeys((*names, chosen)):
            if name:
                self.box.addItem(name, name)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._label, self.box, _("Done by"), _("Tasks you tick are noted as done by this person."))
        if self.box.count():
            self.box.setItemText(0, _("whoever has the task"))

    def _remember(self) -> None:
        self._session.watch.be(self.name)
