"""What the tests of watching have in common: a plan that began, rows by task, and ticks of days gone by."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.core.watch.evidence import DONE
from desktop.ui.watch.tasks.task_view import TaskView

DAILY, WEEKLY, QUARTERLY, ON_EVENT = "comments-short", "open-items", "access-short", "starter"
"""Tasks that the bakery begins with."""


def begin(session, days_ago=0):
    """Tasks count from so many days ago."""
    assert session.watch.begin(session.today - timedelta(days=days_ago))


def shown(qtbot, widget, width=960, height=700):
    """A widget in front, with everything on it made."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def task_view(qtbot, session, days_ago=None):
    """The checklist in sight; begun where a number of days is given."""
    if days_ago is not None:
        begin(session, days_ago)
    view = shown(qtbot, TaskView(session))
    settle(qtbot, view)
    return view


def settle(qtbot, view):
    """Wait until every row is made."""
    qtbot.waitUntil(lambda: all(section.is_done for section in view.sections.values()))


def row_of(view, task_id):
    """The row of a task, in whichever part of the list it stands."""
    return next(section.rows[task_id] for section in view.sections.values() if task_id in section.rows)


def part_of(view, task_id):
    """The part of the list in which a task stands."""
    sections = view.sections.items()
    return next(str(status) for status, section in sections if any(item.task.id == task_id for item in section.items))


def tick(session, task_id, **more):
    """Tick a task as the owner does."""
    item = session.watch.item(task_id)
    return session.watch.tick(item, more.pop("outcome", DONE), on=more.pop("on", session.today), **more)


def press(qtbot, button):
    """A click in the middle of a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def type_key(key):
    """A key as the keyboard sends it to whatever has the focus."""
    QTest.keyClick(QApplication.focusWidget(), key)
