"""The text of a clause in the small Markdown, with places for answers."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.ui.clauses.placeholder_tint import PlaceholderTint
from desktop.ui.session import Session

_ITEM = "- "
_BOLD = "**"


class WordingField(QPlainTextEdit):
    """The Tab key moves on. All it does can be taken back with Ctrl+Z."""

    entered = Signal()
    """The focus came here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(5 * self.fontMetrics().lineSpacing())
        self._tint = PlaceholderTint(self.document(), session)

    def replace_all(self, words: str) -> None:
        """Put other words in place of all there are."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)

    def put_in(self, place: str) -> None:
        """Insert a place for an answer; an item of a list gets a line of its own."""
        cursor = self.textCursor()
        if place.startswith(_ITEM) and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            place = f"\n{place}"
        cursor.insertText(place)
        self.setTextCursor(cursor)

    def toggle_bold(self) -> None:
        """Make what is chosen, or the word at the cursor, bold; or plain again."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        if len(words) >= 2 * len(_BOLD) and words.startswith(_BOLD) and words.endswith(_BOLD):
            cursor.insertText(words[len(_BOLD) : -len(_BOLD)])
        elif "\u2029" not in words:  # bold ends with its paragraph
            start = cursor.selectionStart()
            cursor.insertText(f"{_BOLD}{words}{_BOLD}")
            cursor.setPosition(start + (0 if words else len(_BOLD)))
            if words:
                end = start + len(words.encode("utf-16-le")) // 2 + 2 * len(_BOLD)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def toggle_list(self) -> None:
        """Make the lines that are chosen items of a list; or plain lines again."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
        blocks = [first]
        while blocks[-1] != last:
            blocks.append(blocks[-1].next())
        lines = [block for block in blocks if block.text().strip()] or [first]
        undo = all(block.text().startswith(_ITEM) for block in lines)
        cursor.beginEditBlock()
        for block in lines:
            at = QTextCursor(block)
            if undo:
                at.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(_ITEM))
                at.removeSelectedText()
            elif not block.text().startswith(_ITEM):
                at.insertText(_ITEM)
        cursor.endEditBlock()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell that this is the field in use."""
        super().focusInEvent(event)
        self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Light or dark: other tints."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_tint"):
            self._tint.rehighlight()
