"""The table of people or accounts: ticks, and cells that are changed in place."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.register_model import TICK, RegisterModel

_Index = QModelIndex | QPersistentModelIndex
_TICK_WIDTH = 44
_MOST_ROWS = 8
"""Rows shown at once; more are scrolled."""
_MARK = 18


class _Cells(QStyledItemDelegate):
    """Draws large ticks and a clear outline; a cell with options is changed in a list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(super().sizeHint(option, index).width(), _row_height(option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = theme.colours()
        in_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected)
        if index.column() == TICK:
            _paint_tick(painter, option.rect, index, enabled=bool(option.state & QStyle.StateFlag.State_Enabled))
        else:
            words = QStyleOptionViewItem(option)
            words.rect = option.rect.adjusted(theme.TINY, 0, 0, 0)  # below the words of the head
            super().paint(painter, words, index)
        if in_focus:
            painter.setPen(QPen(QColor(colours.accent), theme.RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if index.column() != TICK:
            return super().editorEvent(event, model, option, index)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            left = event.button() == Qt.MouseButton.LeftButton
            return left and model.setData(index, True, Qt.ItemDataRole.CheckStateRole)  # the whole cell answers
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        options = _model(index).options(index.column())
        if not options:
            return super().createEditor(parent, option, index)
        box = CalmComboBox(parent)
        for code, words in options.items():
            box.addItem(words, code)
        box.activated.connect(lambda _chosen: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        if isinstance(editor, CalmComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.UserRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        if isinstance(editor, CalmComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


class RegisterTable(QTableView):
    """As high as its rows, up to a point. Space ticks, F2 or typing changes a cell, Delete takes a row out."""

    removal_wanted = Signal(str)
    """Id of a row to be taken out of the register."""
    current_changed = Signal()

    def __init__(self, rows: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register_table")
        self._rows = rows
        self.setModel(rows)
        self._cells = _Cells(self)
        self.setItemDelegate(self._cells)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed | trigger.SelectedClicked
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_row_height(self.fontMetrics().height()))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(_TICK_WIDTH)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        rows.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.fit()

    @property
    def current_id(self) -> str:
        """The id of the row in use; "" for none."""
        index = self.currentIndex()
        return self._rows.id_at(index) if index.isValid() else ""

    def flush(self) -> None:
        """Take what is being typed into a cell."""
        field = self.viewport().focusWidget() if self.state() is QAbstractItemView.State.EditingState else None
        if field is not None:
            self.commitData(field)
            self.closeEditor(field, QStyledItemDelegate.EndEditHint.NoHint)

    def go_to(self, row_id: str) -> None:
        """Make a row the one in use, where it is shown."""
        if (place := self._rows.row_of(row_id)) >= 0:
            self.setCurrentIndex(self._rows.index(place, TICK + 1))

    def fit(self) -> None:
        """Take the height of the rows."""
        shown = max(min(self._rows.rowCount(), _MOST_ROWS), 1)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room among the columns."""
        super().resizeEvent(event)
        head, shares = self.horizontalHeader(), self._rows.shares
        head.resizeSection(TICK, _TICK_WIDTH)
        room = self.viewport().width() - _TICK_WIDTH
        for column, share in enumerate(shares[:-1], start=TICK + 1):
            head.resizeSection(column, room * share // sum(shares))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """There is always a cell that the keys move."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, TICK))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """See the class."""
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._rows.setData(self._rows.index(index.row(), TICK), True, Qt.ItemDataRole.CheckStateRole)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.current_id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the page knows what it does
        else:
            super().keyPressEvent(event)


def _model(index: _Index) -> RegisterModel:
    model = index.model()
    assert isinstance(model, RegisterModel)
    return model


def _row_height(line: int) -> int:
    return max(line + theme.MEDIUM, theme.TARGET + theme.TINY)


def _paint_tick(painter: QPainter, cell: QRect, index: _Index, *, enabled: bool) -> None:
    colours = theme.colours()
    is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    box = QRect(0, 0, theme.scaled(_MARK) - 2, theme.scaled(_MARK) - 2)
    box.moveCenter(cell.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on = colours.accent if enabled else colours.muted
    painter.setPen(QPen(QColor(on if is_ticked else colours.edge), 1.5))
    painter.setBrush(QColor(on if is_ticked else colours.surface))
    painter.drawRoundedRect(box, 4, 4)
    if is_ticked:
        theme.icon("check", "on_accent").paint(painter, box.adjusted(2, 2, -2, -2))
    painter.restore()
