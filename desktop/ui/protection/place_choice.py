"""Where a copy goes: one of the sticks plugged in, or a folder."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import paths
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.options import Radio
from desktop.ui.files.folders import ask_folder
from desktop.ui.protection.drives import Drive
from desktop.ui.protection.size_words import size_words
from desktop.ui.retranslate import Retranslated


class PlaceChoice(Retranslated, QWidget):
    """The first stick is chosen, where there is one."""

    changed = Signal()

    def __init__(self, drives: tuple[Drive, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drives: tuple[Drive, ...] = ()
        self.drive_radios: dict[Path, Radio] = {}
        self._group = QButtonGroup(self)
        self._sticks = QVBoxLayout()
        self._sticks.setSpacing(theme.TINY)
        self.none_label = QLabel()
        self.none_label.setWordWrap(True)
        theme.look(self.none_label, "strong")
        self.folder_radio = Radio(large=True)
        self._group.addButton(self.folder_radio)
        self.folder_edit = QLineEdit()
        self.folder_edit.setReadOnly(True)
        self.folder_button = QPushButton()
        self.folder_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.folder_edit, 1)
        row.addWidget(self.folder_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.none_label)
        column.addLayout(self._sticks)
        column.addWidget(self.folder_radio)
        column.addLayout(row)
        self._group.buttonClicked.connect(self.changed)
        self.folder_button.clicked.connect(self._ask_folder)
        self.folder_radio.setChecked(True)
        self.show_drives(drives)
        self._show_kind()
        self.retranslate()

    @property
    def folder(self) -> Path | None:
        """The place chosen; None while there is none."""
        chosen = next((folder for folder, radio in self.drive_radios.items() if radio.isChecked()), None)
        if chosen is None and self.folder_edit.text():
            return Path(self.folder_edit.text())
        return chosen

    def set_folder(self, folder: Path) -> None:
        """Choose a folder."""
        self.folder_edit.setText(str(folder))
        self.folder_radio.setChecked(True)
        self.changed.emit()

    def show_drives(self, drives: tuple[Drive, ...]) -> None:
        """Offer these sticks. What was chosen stays so as long as it is there."""
        folders = [drive.folder for drive in drives]
        gone = [folder for folder in self.drive_radios if folder not in folders]
        new = [folder for folder in folders if folder not in self.drive_radios]
        self._drives = drives
        if not gone and not new:
            return
        for folder in gone:
            radio = self.drive_radios.pop(folder)
            if radio.isChecked():
                self.folder_radio.setChecked(True)
            self._group.removeButton(radio)
            self._sticks.removeWidget(radio)
            radio.deleteLater()
        for folder in new:
            radio = Radio(large=True)
            self.drive_radios[folder] = radio
            self._group.addButton(radio)
            self._sticks.addWidget(radio)
        radios = [*self.drive_radios.values(), self.folder_radio]
        for one, other in pairwise(radios):
            QWidget.setTabOrder(one, other)
        if self.folder_radio.isChecked() and not self.folder_edit.text():
            radios[0].setChecked(True)
        self._show_kind()
        self.retranslate()
        self.changed.emit()

    def focus_first(self) -> None:
        """Put the focus on what is chosen, or on what is to be done."""
        chosen = self._group.checkedButton()
        (chosen if chosen is not None and self.drive_radios else self.folder_button).setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        for drive in self._drives:
            self.drive_radios[drive.folder].setText(
                _("USB stick “{name}”, {size} free", name=drive.name, size=size_words(drive.free))
            )
        self.none_label.setText(_("No USB stick is plugged in. Plug one in, or choose a folder:"))
        self.folder_radio.setText(_("Another folder"))
        self.folder_edit.setAccessibleName(_("Folder for the copy"))
        self.folder_edit.setPlaceholderText(_("None chosen yet"))
        words = self.folder_edit.fontMetrics().horizontalAdvance(self.folder_edit.placeholderText())
        self.folder_edit.setMinimumWidth(words + theme.HUGE)
        self.folder_button.setText(_("Choose a &folder…"))

    def _show_kind(self) -> None:
        """Without a stick there is nothing to choose between."""
        self.none_label.setVisible(not self.drive_radios)
        self.folder_radio.setVisible(bool(self.drive_radios))

    def _ask_folder(self) -> None:
        near = Path(self.folder_edit.text()) if self.folder_edit.text() else paths.documents()
        if chosen := ask_folder(self, _("Folder for the copy"), near):
            self.set_folder(chosen)
