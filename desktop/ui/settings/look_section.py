"""The part of the settings about how the program looks and speaks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import settings
from desktop.i18n import _, message
from desktop.settings import LOOKS, Settings
from desktop.ui import theme
from desktop.ui.clauses.section import Section
from desktop.ui.editors.options import Radio, Tick
from desktop.ui.faults import Banner, Severity
from desktop.ui.language_switch import LanguageSwitch
from desktop.ui.retranslate import Retranslated

_FIELDS = ("look", "calm", "preview_zoom", "panes")
"""What "as at first" means."""

_WORDS = {"system": message("As the computer has it"), "light": message("Light"), "dark": message("Dark")}


class LookSection(Retranslated, Section):
    """Language, light or dark, calm, and the way back."""

    sizes_changed = Signal()

    def __init__(self, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._before: dict[str, object] = {}
        self.language_label, self.look_label = QLabel(), QLabel()
        self.language_switch = LanguageSwitch()
        self.look_radios = {look: Radio() for look in LOOKS}
        self.calm_box = Tick(compact=True)
        self.reset_button = QPushButton()
        theme.look(self.reset_button, "link")
        self.banner = Banner(closable=False)
        self._lay_out()
        self._show()
        group = QButtonGroup(self)
        for look, radio in self.look_radios.items():
            group.addButton(radio)
            radio.clicked.connect(lambda _checked=False, look=look: self._choose(look=look))
        self.calm_box.clicked.connect(lambda on: self._choose(calm=on))
        self.reset_button.clicked.connect(self._reset)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.heading.setText(_("Look and language"))
        self.language_label.setText(_("Language of the program"))
        self.look_label.setText(_("Light or dark"))
        for look, radio in self.look_radios.items():
            radio.setText(str(_WORDS[look]))
            radio.setAccessibleDescription(self.look_label.text())
        self.calm_box.setText(_("Nothing on the screen moves by itself"))
        self.reset_button.setText(_("&Back to how it looked at first"))
        self.reset_button.setAccessibleDescription(
            _("Light or dark, movement, the size of the preview and the widths of the panes")
        )

    def _choose(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self._saved, name, value)
        settings.save(self._saved)
        theme.set_calm(self._saved.calm)
        theme.use(self._saved.look)
        self._show()

    def _reset(self) -> None:
        self._before = {name: getattr(self._saved, name) for name in _FIELDS}
        usual = Settings()
        self._take({name: getattr(usual, name) for name in _FIELDS})
        words = message("The program looks as it did at first. Your language stays.")
        self.banner.say(words, Severity.SUCCESS, (message("Undo"), self._undo))
        self.banner.action_button.setFocus()

    def _undo(self) -> None:
        self._take(self._before)
        self.banner.clear()
        self.reset_button.setFocus()

    def _take(self, values: dict[str, object]) -> None:
        self._choose(**values)
        self.sizes_changed.emit()

    def _show(self) -> None:
        self.look_radios[self._saved.look].setChecked(True)
        self.calm_box.setChecked(self._saved.calm)
        usual = Settings()
        self.reset_button.setEnabled(any(getattr(self._saved, name) != getattr(usual, name) for name in _FIELDS))

    def _lay_out(self) -> None:
        language, looks = QHBoxLayout(), QHBoxLayout()
        language.setSpacing(theme.MEDIUM)
        language.addWidget(self.language_label)
        language.addStretch(1)
        language.addWidget(self.language_switch)
        looks.setSpacing(theme.SMALL)
        for radio in self.look_radios.values():
            looks.addWidget(radio)
        looks.addStretch(1)
        self.column.addLayout(language)
        self.column.addWidget(self.look_label)
        self.column.addLayout(looks)
        self.column.addWidget(self.calm_box)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
