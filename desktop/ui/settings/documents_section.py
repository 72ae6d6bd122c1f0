"""The part of the settings about where Word documents go."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import paths, settings
from desktop.i18n import _, message
from desktop.settings import Settings
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.folders import ask_folder, folder_fault
from desktop.ui.retranslate import Retranslated


class DocumentsSection(Retranslated, Section):
    """As usual, or a folder of the owner's. One that cannot be used is said at once."""

    def __init__(self, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.usual_label = QLabel()
        self.usual_label.setWordWrap(True)
        self.folder_edit = QLineEdit()
        self.folder_edit.setReadOnly(True)
        self.choose_button, self.usual_button = QPushButton(), QPushButton()
        self.banner = Banner(closable=False)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for button in (self.choose_button, self.usual_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self.usual_label, self.folder_edit):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.banner)
        self.choose_button.clicked.connect(self._ask_folder)
        self.usual_button.clicked.connect(self._use_usual)
        self._show()
        self._say_fault()
        self.retranslate()

    def set_folder(self, folder: Path) -> None:
        """Put documents there from now on; where nothing can be written there, say so and leave all as it is."""
        if fault := folder_fault(folder):
            self.banner.say(fault, Severity.WARNING)
            return
        self._keep(str(folder))

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Folder for Word documents"))
        self.usual_label.setText(_("As usual: they go into a folder “Word documents” beside your policy file."))
        self.folder_edit.setAccessibleName(_("Folder for Word documents"))
        self.choose_button.setText(_("Choose a &folder…"))
        self.choose_button.setAccessibleDescription(_("Folder for Word documents"))
        self.usual_button.setText(_("As &usual"))
        self.usual_button.setAccessibleDescription(self.usual_label.text())

    def _ask_folder(self) -> None:
        near = Path(self._saved.documents) if self._saved.documents else paths.documents()
        if chosen := ask_folder(self, _("Folder for Word documents"), near):
            self.set_folder(chosen)

    def _use_usual(self) -> None:
        self._keep("")
        self.choose_button.setFocus()  # the button just pressed is gone

    def _keep(self, folder: str) -> None:
        self._saved.documents = folder
        settings.save(self._saved)
        self.banner.clear()
        self._show()

    def _show(self) -> None:
        folder = self._saved.documents
        self.folder_edit.setText(folder)
        self.folder_edit.setCursorPosition(0)
        for widget in (self.folder_edit, self.usual_button):
            widget.setVisible(bool(folder))
        self.usual_label.setVisible(not folder)

    def _say_fault(self) -> None:
        folder = self._saved.documents
        if folder and (fault := folder_fault(Path(folder))):
            words = message("{fault} Until then documents go beside your policy file.", fault=fault)
            self.banner.say(words, Severity.WARNING)
