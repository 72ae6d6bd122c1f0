"""The settings of the program. Each counts from the moment it is chosen; there is nothing to confirm."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.i18n import _
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.help.on_call import offer_help
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session
from desktop.ui.settings.documents_section import DocumentsSection
from desktop.ui.settings.file_section import FileSection
from desktop.ui.settings.look_section import LookSection
from desktop.ui.settings.places_section import PlacesSection
from desktop.ui.settings.reminders_section import RemindersSection


class SettingsDialog(ScrolledDialog):
    """Changes `saved`, keeps it, and applies it at once. The language is for whoever listens to switch."""

    language_chosen = Signal(str)
    password_wanted = Signal()
    copies_wanted = Signal()
    sizes_changed = Signal()
    """Size of the preview and widths of the panes are new in `saved`; the window shows them."""

    def __init__(self, saved: Settings, session: Session | None, parent: QWidget | None = None) -> None:
        super().__init__(theme.scaled(640), parent)
        offer_help(self, "settings")
        self.title_label, self.intro_label = QLabel(), QLabel()
        theme.look(self.title_label, "title")
        theme.look(self.intro_label, "muted")
        self.intro_label.setWordWrap(True)
        self.look_section = LookSection(saved)
        self.look_section.language_switch.language_chosen.connect(self.language_chosen)
        self.look_section.sizes_changed.connect(self.sizes_changed)
        self.documents_section = DocumentsSection(saved)
        self.reminders_section = RemindersSection(saved)
        self.file_section = FileSection(session)
        self.file_section.password_button.clicked.connect(lambda: self._lead_on(self.password_wanted))
        self.file_section.copies_button.clicked.connect(lambda: self._lead_on(self.copies_wanted))
        self.places_section = PlacesSection()
        for widget in (
            self.title_label,
            self.intro_label,
            self.look_section,
            self.documents_section,
            self.reminders_section,
            self.file_section,
            self.places_section,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.foot.addWidget(self.buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Settings"))
        self.title_label.setText(_("Settings"))
        self.intro_label.setText(_("Whatever you choose here counts at once."))

    def _lead_on(self, wanted: SignalInstance) -> None:
        """What follows may close the file that the settings speak of, so they do not wait behind it."""
        self.accept()
        wanted.emit()
