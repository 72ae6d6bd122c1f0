"""A file kept with the answers: the logo or the letterhead."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import paths
from desktop.core.look import Attached, AttachedError
from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated

_READ = 50_000_000
"""Bytes that are read of a file; a larger one is refused all the same."""

_PICTURE = QSizeF(220, 56)
"""Room for a picture, in pixels."""


class AttachedRow(Retranslated, QWidget):
    """Name and picture of the file, and buttons to choose and to remove it."""

    changed = Signal()
    refused = Signal(object)
    """A `Message`: why a file cannot serve."""

    def __init__(
        self,
        attached: Attached | None,
        check: Callable[[str, bytes], Attached],
        words: tuple[Message, Message],
        kind: tuple[Message, str],
        parent: QWidget | None = None,
    ) -> None:
        """`words` are title and explanation, `kind` names the files and gives their patterns: "*.png *.jpg"."""
        super().__init__(parent)
        self.attached = attached
        self._check, self._words, self._kind = check, words, kind
        self._label, self._hint_label, self.picture_label, self.name_label = QLabel(), QLabel(), QLabel(), QLabel()
        theme.look(self._label, "strong")
        theme.look(self._hint_label, "small")
        for label in (self._hint_label, self.name_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.picture_label.setObjectName("logo_picture")
        self.choose_button, self.remove_button = QPushButton(), QPushButton()
        for button in (self.choose_button, self.remove_button):
            button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(lambda: self._take(None))
        self._lay_out()
        self.retranslate()

    def load(self, file: Path) -> None:
        """Take a file, or say why it cannot serve."""
        try:
            with file.open("rb") as opened:
                data = opened.read(_READ)
            self._take(self._check(file.name, data))
        except OSError:
            self.refused.emit(message("“{name}” cannot be read. Is it open elsewhere?", name=file.name))
        except AttachedError as error:
            self.refused.emit(error.reason)

    def retranslate(self) -> None:
        """Set the words."""
        title = str(self._words[0])
        self._label.setText(title)
        self._hint_label.setText(str(self._words[1]))
        self.choose_button.setText(_("Choose another…") if self.attached else _("Choose…"))
        self.choose_button.setAccessibleName(f"{title}: {self.choose_button.text()}")
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(f"{title}: {self.remove_button.text()}")
        self._show()

    def _take(self, attached: Attached | None) -> None:
        self.attached = attached
        self.retranslate()
        self.changed.emit()

    def _show(self) -> None:
        self.name_label.setText(self.attached.name if self.attached else _("None yet"))
        self.remove_button.setVisible(self.attached is not None)
        picture = QPixmap()
        if self.attached:
            picture.loadFromData(self.attached.data)
        self.picture_label.setVisible(not picture.isNull())
        if not picture.isNull():
            self.picture_label.setPixmap(_fitted(picture))
            self.picture_label.setAccessibleName(self.name_label.text())

    def _ask(self) -> None:
        folder = paths.documents().parent
        words, patterns = self._kind
        name, _kind = QFileDialog.getOpenFileName(self, str(self._words[0]), str(folder), f"{words!s} ({patterns})")
        if name:
            self.load(Path(name))

    def _lay_out(self) -> None:
        row = FlowLayout()
        row.add(self.choose_button, self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        for widget in (self._label, self._hint_label):
            column.addWidget(widget)
        column.addWidget(self.picture_label, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.name_label)
        column.addLayout(row)


def _fitted(picture: QPixmap) -> QPixmap:
    """A picture made small enough, sharp on the screen; a small one stays as it is."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    wanted = QSizeF(picture.size()).scaled(_PICTURE * ratio, Qt.AspectRatioMode.KeepAspectRatio)
    if wanted.width() < picture.width():
        picture = picture.scaled(
            wanted.toSize(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    picture.setDevicePixelRatio(ratio)
    return picture
