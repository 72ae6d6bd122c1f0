"""A card with a drawing, and the same numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableWidget, QTableWidgetItem, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import Panel, link_button

_ROWS = 13
"""Rows of a table that are in sight at once."""


class FigureCard(Panel):
    """Shows its drawing until the owner asks for the numbers. A drawing says in a sentence what it shows."""

    def __init__(self, drawing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = drawing
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.hide()
        self.table_button: QPushButton = link_button("list")
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._turn)
        self.column.addWidget(drawing, 1)
        self.column.addWidget(self.table)
        self.add_foot(self.table_button)

    def show_numbers(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Fill the table; the first column names the row, the others are numbers."""
        table = self.table
        table.setColumnCount(len(heads))
        table.setRowCount(len(rows))
        table.setHorizontalHeaderLabels(list(heads))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        head, bold = table.horizontalHeader(), table.horizontalHeader().font()
        bold.setBold(True)  # as the style sheet has it, which the head's own measure does not know
        metrics = QFontMetrics(bold)
        for column, words in enumerate(heads):
            table.resizeColumnToContents(column)
            head.resizeSection(column, max(head.sectionSize(column), metrics.horizontalAdvance(words) + theme.HUGE))
        line = table.verticalHeader().defaultSectionSize()
        table.setMinimumHeight(line * (min(len(rows), _ROWS) + 1) + theme.MEDIUM)

    def name(self, words: str) -> None:
        """Set the heading, and what screen readers say of the parts."""
        super().name(words)
        self.table.setAccessibleName(words)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the button; whoever owns the card sets its name."""
        words = self.heading_label.text()
        is_table = self.table_button.isChecked()
        self.table_button.setText(_("Show as a drawing") if is_table else _("Show the numbers"))
        self.table_button.setAccessibleName(f"{words}: {self.table_button.text()}")

    def _turn(self, is_table: bool) -> None:
        self.table.setVisible(is_table)
        self.drawing.setVisible(not is_table)
        self.retranslate()
