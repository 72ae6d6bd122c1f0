"""The clauses as a plain list: some screen readers stumble in documents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop.core.document import Block, Clause, Field, ListBlock, Paragraph, Table, plain
from desktop.i18n import _
from desktop.ui.retranslate import Retranslated

_ID = Qt.ItemDataRole.UserRole


class ClauseList(Retranslated, QListWidget):
    """A line a clause: number, title and words."""

    clause_chosen = Signal(str)
    """Id of a clause, on Return or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clause_list")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.clause_chosen.emit(item.data(_ID)))
        self.retranslate()

    def show_clauses(self, clauses: tuple[Clause, ...]) -> None:
        """Show these clauses; the current line stays current."""
        current = self.currentItem().data(_ID) if self.currentItem() else ""
        scrolled = self.verticalScrollBar().value()
        self.clear()
        for clause in clauses:
            item = QListWidgetItem(f"{clause.number}  {plain(clause.title)}\n{words_of(clause.blocks)}")
            item.setData(_ID, clause.id)
            self.addItem(item)
            if clause.id == current:
                self.setCurrentItem(item)
        self.verticalScrollBar().setValue(scrolled)

    def retranslate(self) -> None:
        """Name the list for screen readers."""
        self.setAccessibleName(_("Clauses of the policy"))


def words_of(blocks: tuple[Block, ...]) -> str:
    """The words of blocks without their layout."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs):
                lines.append(plain(runs))
            case ListBlock(items):
                lines += [f"• {plain(item)}" for item in items]
            case Field(label):
                lines.append(f"{label}: ____")
            case Table(rows):
                lines += [": ".join(plain(cell) for cell in row) for row in rows]
    return "\n".join(lines)
