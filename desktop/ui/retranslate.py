"""The one habit for texts: each widget sets all of its words in `retranslate()`."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget


class Retranslated:
    """Stands before the Qt class: `class Page(Retranslated, QWidget)`.

    The widget calls `self.retranslate()` at the end of its `__init__`; after that it is called on every change of
    the language of the interface. It must be cheap to repeat and leave values, focus and scroll alone.
    """

    def retranslate(self) -> None:
        """Set every word of this widget, in the language of the interface."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt's call for a change of language, palette, font …"""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]


def label_control(label: QLabel, control: QWidget, text: str, description: str = "") -> None:
    """Give a control its label: the words, the buddy, and the name and description screen readers say."""
    label.setText(text)
    label.setBuddy(control)
    control.setAccessibleName(text.replace("&", ""))
    control.setAccessibleDescription(description)
