"""The words in sight, to be compared with the catalogues when the language has changed."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QMenu
from shiboken6 import isValid

from desktop import i18n
from desktop.i18n import Message

_ENOUGH = 30
"""How many words of a window can be compared at least."""

_Speaker = QLabel | QAbstractButton | QAction | QMenu


class SpokenWords:
    """What labels, buttons and menus of a window said in English when this was made."""

    def __init__(self, window: QMainWindow) -> None:
        self._english = [(speaker, say, say()) for speaker, say in _speakers(window) if _is_known(say())]

    def not_in(self, language: str) -> list[str]:
        """What is not said in a language now as its catalogue has it, a line each."""
        wrong: list[str] = []
        compared = 0
        for speaker, say, english in self._english:
            wanted = i18n.worded(Message(english), language)
            if isValid(speaker):
                compared += 1
                if (said := say()) != wanted:
                    wrong.append(f"{language}: “{said}” should be “{wanted}”")
        if compared < _ENOUGH:
            wrong.append(f"{language}: only {compared} words of the window are in the catalogue")
        return wrong


def _is_known(words: str) -> bool:
    """Whether a catalogue has these words. Others are the owner's, or of the content."""
    return any(i18n.worded(Message(words), language) != words for language in i18n.available())


def _speakers(window: QMainWindow) -> Iterator[tuple[_Speaker, Callable[[], str]]]:
    for kind in (QLabel, QAbstractButton):
        for widget in window.findChildren(kind):
            if widget.isVisible() and widget.text():
                yield widget, widget.text
    for menu in window.menuBar().findChildren(QMenu):
        yield menu, menu.title
        yield from ((action, action.text) for action in menu.actions() if action.text())
