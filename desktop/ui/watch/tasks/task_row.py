"""One task of the checklist: the box to tick, what it is, who does it, and more below when it is opened."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.core.watch.checklist import Item
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.tasks.task_details import TaskDetails
from desktop.ui.watch.tasks.task_words import item_words
from desktop.ui.watch.tasks.tick_button import TickButton


class TaskRow(Retranslated, QFrame):
    """Details are made when they are first opened."""

    done = Signal(object)
    """The `Item` was ticked."""
    more_wanted = Signal(object)
    """The owner wants to say more of an `Item`: another day, skipped, a note."""
    happened = Signal(object)
    """What the `Item` waits for came about."""
    mistake_found = Signal(object)
    """A `Tick` of its history is to be put right."""
    tab_wanted = Signal(str)
    """The owner goes to the tab where it is done."""

    def __init__(self, session: Session, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "card")
        self._session = session
        self.item = item
        self._day = session.today
        """The day for which its words were set."""
        self.details: TaskDetails | None = None
        self.tick_button = TickButton()
        self.title_label, self.line_label = plain_label(), plain_label("small")
        self.more_button, self.fold_button = QToolButton(), QToolButton()
        self.more_button.setIcon(theme.icon("dots"))
        self.happened_button: QPushButton | None = None
        self.tick_button.clicked.connect(lambda: self.done.emit(self.item))
        self.more_button.clicked.connect(lambda: self.more_wanted.emit(self.item))
        self.fold_button.clicked.connect(self.fold)
        for button in (self.tick_button, self.more_button):
            button.setEnabled(not session.read_only)
        self._lay_out()
        self.retranslate()

    @property
    def text(self) -> str:
        """All words of the row, a line each."""
        return f"{self.title_label.text()}\n{self.line_label.text()}"

    @property
    def is_open(self) -> bool:
        """Whether its details are shown."""
        return self.details is not None and not self.details.isHidden()

    def show_item(self, item: Item) -> None:
        """Show how the task stands now."""
        if (item, self._session.today) != (self.item, self._day):
            self.item = item
            self.retranslate()
        if self.details is not None:
            self.details.show_task(item.task)

    def fold(self) -> None:
        """Open the details, or close them."""
        if self.details is None:
            self.details = TaskDetails(self._session, self.item.task)
            self.details.mistake_found.connect(self.mistake_found)
            self.details.tab_wanted.connect(self.tab_wanted)
            self.details.hide()
            self._whole.addWidget(self.details)
        self.details.setVisible(self.details.isHidden())
        self._name_fold()

    def retranslate(self) -> None:
        """Set the words."""
        self._day = self._session.today
        title, line = words(self.item.task.title), item_words(self.item, self._day)
        self.title_label.setText(title)
        self.line_label.setText(line)
        self.setAccessibleName(title)
        self.tick_button.setAccessibleName(_("Done: {task}", task=title))
        self.tick_button.setAccessibleDescription(line)
        self.tick_button.setToolTip(_("Done today"))
        self.more_button.setAccessibleName(_("Done on another day, or skipped: {task}", task=title))
        self.more_button.setToolTip(_("Done on another day, skipped, a note or a file…"))
        if self.happened_button is not None:
            self.happened_button.setText(_("It happened…"))
            self.happened_button.setAccessibleName(_("It happened: {task}", task=title))
        self._name_fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A click on the words opens and closes the details."""
        released = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if released and event.button() == Qt.MouseButton.LeftButton:
            self.fold()
        return super().eventFilter(watched, event)

    def _name_fold(self) -> None:
        is_open = self.is_open
        told = _("Hide the steps") if is_open else _("Show the steps")
        self.fold_button.setIcon(theme.icon("less" if is_open else "more"))
        self.fold_button.setToolTip(told)
        self.fold_button.setAccessibleName(f"{told}: {words(self.item.task.title)}")

    def _lay_out(self) -> None:
        for label in (self.title_label, self.line_label):
            label.setCursor(Qt.CursorShape.PointingHandCursor)
            label.installEventFilter(self)
        told = QVBoxLayout()
        told.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        told.setSpacing(theme.TINY // 2)
        told.addWidget(self.title_label)
        told.addWidget(self.line_label)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(_lowered(self.tick_button), 0, top)
        row.addLayout(told, 1)
        if self.item.task.rhythm.every == "event":
            self.happened_button = link_button()
            self.happened_button.clicked.connect(lambda: self.happened.emit(self.item))
            self.happened_button.setEnabled(not self._session.read_only)
            row.addWidget(_lowered(self.happened_button), 0, top)
        row.addWidget(_lowered(self.more_button), 0, top)
        row.addWidget(_lowered(self.fold_button), 0, top)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(theme.SMALL, 0, theme.SMALL, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(row)


def _lowered(widget: QWidget) -> QWidget:
    """A control that stands beside the first lines, however many there are."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
    column.addWidget(widget)
    return holder
