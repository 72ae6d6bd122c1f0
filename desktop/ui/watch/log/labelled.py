"""Controls with small labels above them, beside each other where there is room."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from desktop.ui import theme


def above(label: QLabel, control: QWidget | QLayout) -> QVBoxLayout:
    """A column: the label, the control."""
    theme.look(label, "small")
    label.setWordWrap(True)
    column = QVBoxLayout()
    column.setSpacing(theme.TINY)
    column.addStretch(1)  # where a label beside it takes two lines, the controls still stand on one
    column.addWidget(label)
    if isinstance(control, QWidget):
        column.addWidget(control)
    else:
        column.addLayout(control)
    return column


def beside(*columns: QLayout) -> QHBoxLayout:
    """Columns of the same width."""
    row = QHBoxLayout()
    row.setSpacing(theme.MEDIUM)
    for column in columns:
        row.addLayout(column, 1)
    return row
