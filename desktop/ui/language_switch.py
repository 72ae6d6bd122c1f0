"""The language of the interface, always in sight: one button a language, in that language's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from desktop import i18n
from desktop.i18n import _
from desktop.ui.retranslate import Retranslated

NAMES = {"ms": "Bahasa Melayu", "en": "English"}
"""Languages in their own words; never translated."""


class LanguageSwitch(Retranslated, QWidget):
    """Says which language is wished; whoever listens switches."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        codes = i18n.available()
        for code in codes:
            button = QPushButton(NAMES.get(code, code))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the field being filled in
            button.setProperty("segment", "true")
            button.setObjectName({codes[0]: "first_segment", codes[-1]: "last_segment"}.get(code, ""))
            button.clicked.connect(lambda _checked=False, code=code: self.language_chosen.emit(code))
            group.addButton(button)
            layout.addWidget(button)
            self.buttons[code] = button
        self.retranslate()

    def retranslate(self) -> None:
        """Name the group for screen readers and mark the language in use."""
        self.setAccessibleName(_("Language of the program"))
        for code, button in self.buttons.items():
            button.setChecked(code == i18n.current())
            button.setToolTip(_("Show the program in {language}", language=NAMES.get(code, code)))
            button.setAccessibleName(button.toolTip())
