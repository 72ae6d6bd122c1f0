"""The policy as a sheet of paper on a desk, with marks beside what changed."""

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.core.document import Clause
from desktop.render.html import CLAUSE_LINK, Piece
from desktop.ui.preview.difference import compare
from desktop.ui.preview.paper_marks import Marks
from desktop.ui.preview.piece_view import PieceView


class Paper(PieceView):
    """Shows pieces; what an answer changed is marked and brought into sight. Clauses can be clicked."""

    clause_chosen = Signal(str)
    """Id of a clause that was clicked."""
    zoom_turned = Signal(int)
    """Steps that the wheel was turned with Ctrl held; away from the owner makes larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = Marks(self)
        self._pressed_at: QPoint | None = None
        self.setOpenLinks(False)
        # Links by keyboard would put a hundred stops on the way of the Tab key; Return on a clause does the same.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(self._follow)

    @property
    def changed_keys(self) -> frozenset[str]:
        """Keys of the pieces that are marked as changed."""
        return frozenset(self.marks.changed)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show another document, without marks. The piece at the top stays there if it is in both."""
        self.marks.clear()
        self.load(pieces)

    def update_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show a new state of the document: mark what differs, and bring the first of it into sight."""
        difference = compare(self.pieces, pieces)
        if not difference:
            return
        self.marks.show(difference.reworded)
        self.come_to(pieces, difference.first)

    def clause_at(self, place: QPoint) -> str:
        """Id of the clause at a place of the view; "" where there is none."""
        height = place.y() + self.verticalScrollBar().value()
        first, last = self.held.between(height, height + 1)
        return self._clause(first) if first == last else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return on a clause does what a click on it does."""
        self.stop()
        self.finish()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.held.at_position(self.textCursor().position())
            if index is not None and (clause := self._clause(index)):
                self.clause_chosen.emit(clause)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a clause may begin here, or the choice of some of its words."""
        self.stop()
        self.finish()
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere in a clause asks why it is there; words that were chosen stay chosen."""
        place, pressed_at = event.position().toPoint(), self._pressed_at
        self._pressed_at = None
        super().mouseReleaseEvent(event)  # tells of links
        if pressed_at is None or self.anchorAt(place) or self.textCursor().hasSelection():
            return
        is_click = (place - pressed_at).manhattanLength() < QApplication.startDragDistance()
        if is_click and (clause := self.clause_at(place)):
            self.clause_chosen.emit(clause)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The clause below the mouse shows that it can be clicked."""
        super().mouseMoveEvent(event)
        self.marks.point_at(self.clause_at(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer to copy words."""
        menu = self.menu_at(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """The menu of the mouse; the address of a link is not in it, for links lead nowhere outside of the preview."""
        menu = self.createStandardContextMenu(place)
        for action in menu.actions():
            if action.objectName() == "link-copy":
                menu.removeAction(action)
        return menu

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self.marks.point_at("")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """With Ctrl the wheel makes larger and smaller."""
        self.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_turned.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another size of letters in the system is another size of letters on paper."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.pieces:
            self.dress()
            self.load(self.pieces)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Desk and sheet below the text, marks beside it."""
        painter = QPainter(self.viewport())
        self.marks.paint_below(painter)
        painter.end()
        super().paintEvent(event)

    def _clause(self, index: int) -> str:
        piece = self.held.piece(index)
        return piece.key if isinstance(piece.parts[0], Clause) else ""

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(CLAUSE_LINK):
            self.clause_chosen.emit(target.removeprefix(CLAUSE_LINK))
        else:
            self.glide_to(target.removeprefix("#"))
