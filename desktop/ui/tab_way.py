"""The way of the Tab key over the work page: list of pages, page, preview, and out; parts are made at any time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.page import QuestionPage
from desktop.ui.questions.tab_order import beyond, enter, stops

if TYPE_CHECKING:
    from desktop.ui.work_page import WorkPage

_FORTH, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def lead_on(work: "WorkPage", before: QWidget | None, *, forward: bool) -> None:
    """Mend where the Tab key just came to from `before`: Qt goes from one widget to the next as they were made."""
    steps, pages, preview = work.step_list, work.pages, work.preview
    seen = stops(preview) if preview.isVisible() else []
    was, now = _part(work, before), _part(work, QApplication.focusWidget())
    if forward and was is steps and now is preview:
        _inside(work)[0].setFocus(_FORTH)
    elif forward and was is preview and now is pages:
        (beyond(work, forward=True) or steps).setFocus(_FORTH)
    elif forward and was is pages and now not in (pages, preview) and seen:
        seen[0].setFocus(_FORTH)
    elif not forward and was is pages and now is preview:
        steps.setFocus(_BACK)
    elif not forward and was is None and now is pages and seen:
        seen[-1].setFocus(_BACK)
    elif not forward and was is preview and now is steps:
        _inside(work)[-1].setFocus(_BACK)
    elif isinstance(work.page, QuestionPage):
        enter(pages, work.page.tab_stops(), before, forward=forward)


def _part(work: "WorkPage", widget: QWidget | None) -> QWidget | None:
    """Which part of the work page a control is in; None for one elsewhere."""
    parts = (work.step_list, work.pages, work.preview)
    return next((part for part in parts if widget is part or (widget and part.isAncestorOf(widget))), None)


def _inside(work: "WorkPage") -> list[QWidget]:
    """Where the Tab key stops on the page; the page itself where nothing on it can be used."""
    page = work.page
    if isinstance(page, QuestionPage):
        return page.tab_stops() or [page]
    return stops(page.widget() if isinstance(page, QScrollArea) else page) or [page]
