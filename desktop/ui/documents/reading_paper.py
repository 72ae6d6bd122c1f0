"""A document on its sheet of paper, with its charts where they stand."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Drawing
from desktop.core.look import Look
from desktop.render.html import DRAWING, drawing_address, pieces
from desktop.ui.documents.drawings import chart_image, drawings
from desktop.ui.preview.paper import Paper

_WIDE, _NARROW = 620, 300
"""Widths of a chart alone and beside another, in pixels."""


class ReadingPaper(Paper):
    """Shows a whole document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts: dict[str, Drawing] = {}
        self._look = Look()
        self._chart_width = _WIDE

    def show_document(self, document: Document | SideBySide, look: Look) -> None:
        """Show a document in the colours of its look."""
        self._charts = {drawing_address(chart): chart for chart in drawings(document)}
        self._look = look
        self._chart_width = _NARROW if isinstance(document, SideBySide) else _WIDE
        self.show_pieces(pieces(document))

    def loadResource(self, kind: int, name: QUrl) -> object:  # noqa: N802
        """Paint the chart whose place the text has come to."""
        chart = self._charts.get(name.toString())
        if chart is not None and kind == QTextDocument.ResourceType.ImageResource.value:
            return chart_image(chart, self._look, self._chart_width)
        return None if name.scheme() == DRAWING.rstrip(":") else super().loadResource(kind, name)
