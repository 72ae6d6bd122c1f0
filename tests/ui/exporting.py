"""What the tests of making documents have in common."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot

TITLES = {
    "ms": "Dasar media sosial - Kedai Roti Seri Murni.docx",
    "en": "Social media policy - Kedai Roti Seri Murni.docx",
    "both": "Dasar media sosial (Bahasa Melayu + English) - Kedai Roti Seri Murni.docx",
}


class Opener(QObject):
    """Takes the place of Word and of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []
        self.libraries: list[str | None] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))
        self.libraries.append(os.environ.get("LD_LIBRARY_PATH"))


def make(dialog, qtbot) -> None:
    qtbot.mouseClick(dialog.make_button, Qt.MouseButton.LeftButton)
    finish(dialog, qtbot)


def finish(dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog._job is None)


def made(dialog) -> list[Path]:
    return [path for path in dialog.folder.rglob("*") if path.is_file()]


def choose(dialog, *wanted: str) -> None:
    for form, box in dialog.form_boxes.items():
        box.setChecked(form in wanted)
