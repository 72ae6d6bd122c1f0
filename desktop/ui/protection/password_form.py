"""A new password, typed twice."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.protection.password_field import PasswordField
from desktop.ui.protection.strength import strength_words
from desktop.ui.retranslate import Retranslated, label_control


class PasswordForm(Retranslated, QWidget):
    """Says how hard it is to guess while it is typed; what is wrong with it is said only when asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_label, self.again_label, self.strength_label = QLabel(), QLabel(), QLabel()
        self.new_field, self.again_field = PasswordField(), PasswordField()
        for label in (self.new_label, self.again_label):
            theme.look(label, "strong")
        theme.look(self.strength_label, "muted")
        self.strength_label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for widget in (
            self.new_label,
            self.new_field,
            self.strength_label,
            self.again_label,
            self.again_field,
        ):
            column.addWidget(widget)
        for field in (self.new_field, self.again_field):
            field.textChanged.connect(self._say_strength)
        self.retranslate()

    @property
    def password(self) -> str:
        """What is typed in the first field."""
        return self.new_field.text()

    def mismatch(self) -> Message | None:
        """What to say where the two fields differ."""
        if not self.again_field.text():
            return message("Please type the password a second time, so that no slip goes unnoticed.")
        if self.again_field.text() != self.password:
            return message("The two passwords differ. Please type the second one again, or let the letters be shown.")
        return None

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self.new_label, self.new_field, _("&New password"))
        label_control(self.again_label, self.again_field, _("The same &again"))
        self._say_strength()

    def _say_strength(self) -> None:
        words = strength_words(self.password)
        usual = _("Three or four words in a row are hard to guess and easy to remember.")
        self.strength_label.setText(usual if words is None else str(words))
        self.new_field.setAccessibleDescription(self.strength_label.text())
