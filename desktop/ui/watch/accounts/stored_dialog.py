"""What dialogs have in common that keep something: where the file does not take it, they say so and stay."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session


class StoredDialog(ScrolledDialog):
    """The banner stands at the top of the foot, always in sight."""

    def __init__(self, session: Session, width: int, parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(width), parent)
        offer_help(self, "watch")
        self._session = session
        self.banner = Banner()
        self.foot.addWidget(self.banner)
        session.failed.connect(self._say_not_saved)

    @Slot(object)
    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)
