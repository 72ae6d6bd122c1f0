"""The charts of a document, as large as the window allows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.core.document import Drawing
from desktop.ui import theme
from desktop.ui.chart_view import ChartView

_WIDEST = 860
"""Width of a chart where there is room, in pixels."""


class ChartReader(QScrollArea):
    """One chart below the other, each under the name of its language where there are two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.views: list[ChartView] = []
        self._body = QWidget()
        theme.look(self._body, "page")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        self._column.setSpacing(theme.SMALL)
        self.setWidget(self._body)

    def show_charts(self, charts: tuple[tuple[str, Drawing], ...]) -> None:
        """Show charts, each with the name of its language, "" for none."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.views = []
        for name, chart in charts:
            if name:
                label = QLabel(name)
                theme.look(label, "heading")
                self._column.addWidget(label)
            view = ChartView()
            view.setMaximumWidth(_WIDEST)
            view.show_drawing(chart)
            self._column.addWidget(view)
            self.views.append(view)
        self._column.addStretch(1)
