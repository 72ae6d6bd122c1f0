"""The order of the Tab key on pages whose parts come and go: as they are laid out, whenever they were made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget


def move_focus(area: QWidget, inside: list[QWidget], *, forward: bool, may_leave: bool = True) -> bool:
    """Put the focus on the next control inside an area, or beyond it behind the last. Returns whether it moved."""
    current = QApplication.focusWidget()
    while current is not None and current not in inside and current is not area:
        current = current.parentWidget()  # a part of a control, such as the field of a spin box
    if current not in inside:
        return False
    place = inside.index(current) + (1 if forward else -1)
    target = inside[place] if 0 <= place < len(inside) else None
    if target is None and may_leave:
        target = beyond(area, forward=forward)
    if target is None:
        return False
    _focus(target, forward=forward)
    return True


def enter(area: QWidget, inside: list[QWidget], before: QWidget | None, *, forward: bool) -> None:
    """Where the Tab key just came into an area from `before`, begin at its first control, or backwards at its last."""
    came_in = area.isAncestorOf(QApplication.focusWidget() or area)
    if inside and came_in and before is not None and not area.isAncestorOf(before):
        _focus(inside[0 if forward else -1], forward=forward)


def beyond(area: QWidget, *, forward: bool) -> QWidget | None:
    """The next control outside the area; None where there is no other.

    An area may name its `neighbours`, what comes before it and what behind; else it is as things were made.
    """
    before, behind = getattr(area, "neighbours", (None, None))
    if forward and behind is not None and behind.isVisible():
        return stops(behind)[0]
    if not forward and before is not None:
        return before
    step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    widget = step(area)
    while widget is not area:
        outside = not area.isAncestorOf(widget) and widget.window() is area.window()
        if outside and _takes_focus(widget) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy():
            return widget
        widget = step(widget)
    return None


def stops(body: QWidget) -> list[QWidget]:
    """Where the Tab key stops inside a widget, in the order of the layouts."""
    return list(_stops(body))


def _focus(target: QWidget, *, forward: bool) -> None:
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden() or not widget.isEnabled():
        return
    if _takes_focus(widget):
        yield widget
    elif layout := widget.layout():
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if (inner := item.layout()) is not None:
            yield from _stops_of(inner)
        elif (widget := item.widget()) is not None:
            yield from _stops(widget)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
