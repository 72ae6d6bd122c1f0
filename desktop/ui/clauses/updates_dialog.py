"""What changed in the library since the file agreed to it, one change after the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.updates import Update
from desktop.i18n import _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.clauses.update_view import UpdateView
from desktop.ui.clauses.update_words import choices_of, every_choice, kind_of, name_of
from desktop.ui.faults import Banner, Severity
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session

_ID = Qt.ItemDataRole.UserRole


class UpdatesDialog(Retranslated, QDialog):
    """Each decision is kept at once; what is not decided waits for the next time."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "clauses")
        self._session = session
        self._taken = 0
        self._title_label, self._intro_label, self.done_label = QLabel(), QLabel(), QLabel()
        theme.look(self._title_label, "heading")
        theme.look(self._intro_label, "muted")
        for label in (self._title_label, self._intro_label, self.done_label):
            label.setWordWrap(True)
        self.list, self.view = QListWidget(), UpdateView(session)
        self.list.setObjectName("clause_list")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.banner = Banner(closable=False)
        self.take_button, self.keep_button, self.undo_button = QPushButton(), QPushButton(), QPushButton()
        self.all_button, self.close_button = QPushButton(), QPushButton()
        theme.look(self.take_button, "primary")
        self._connect()
        self._lay_out()
        self.retranslate()
        if session.read_only:
            self.banner.say(message("This policy is open only to look at, so nothing can be decided here."))

    @property
    def current(self) -> Update | None:
        """The change that is shown."""
        item = self.list.currentItem()
        wanted = item.data(_ID) if item else ""
        return next((update for update in self._session.clauses.updates if update.clause_id == wanted), None)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Changes in the library"))
        self._title_label.setText(_("Changes in the library"))
        self._intro_label.setText(
            _("This version of DasarKita brings other clauses. Your policy stays as it is until you decide.")
        )
        self.list.setAccessibleName(_("Changed clauses"))
        self.done_label.setText(_("Everything is decided. Your policy and the library agree."))
        self.all_button.setText(_("Take all"))
        self.undo_button.setText(_("Undo the last decision"))
        self.close_button.setText(_("Close"))
        self._hold_widths()
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus, and decides nothing by itself."""
        if not presses_button(event) and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _hold_widths(self) -> None:
        """The buttons stay where they are from one change to the next, whatever they say."""
        for button, said in zip((self.take_button, self.keep_button), every_choice(), strict=True):
            button.ensurePolished()
            button.setMinimumWidth(0)
            widths: list[int] = []
            for words in said:
                button.setText(words)
                widths.append(button.sizeHint().width())
            button.setMinimumWidth(max(widths))

    def _follow(self, _question_id: str) -> None:
        self._fill()

    def _fill(self) -> None:
        """List what is left; the change that took the place of a decided one is shown."""
        row = max(self.list.currentRow(), 0)
        wanted = self.list.currentItem().data(_ID) if self.list.currentItem() else ""
        updates = self._session.clauses.updates
        self.list.blockSignals(True)
        self.list.clear()
        for index, update in enumerate(updates):
            item = QListWidgetItem(f"{name_of(self._session, update)}\n{kind_of(update)}")
            item.setData(_ID, update.clause_id)
            self.list.addItem(item)
            if update.clause_id == wanted:
                row = index
        self.list.setCurrentRow(min(row, len(updates) - 1))
        self.list.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        update, writable = self.current, not self._session.read_only
        for widget in (self.list, self.view, self._intro_label, self.take_button, self.all_button):
            widget.setVisible(update is not None)
        self.done_label.setVisible(update is None)
        self.undo_button.setVisible(self._taken > 0)
        for button in (self.take_button, self.keep_button, self.all_button):
            button.setEnabled(writable)
        self.keep_button.setVisible(False)
        if update is not None:
            take, keep = choices_of(update, can_decline=self._session.clauses.can_decline(update))
            self.take_button.setText(take)
            self.keep_button.setText(keep)
            self.keep_button.setVisible(bool(keep))
            self.layout().activate()
            self.view.show_update(update)

    def _decide(self, *, take: bool) -> None:
        if (update := self.current) is not None:
            self.banner.clear()
            desk = self._session.clauses
            self._count(desk.agree(update) if take else desk.decline(update))

    def _take_all(self) -> None:
        self.banner.clear()
        self._count(self._session.clauses.agree_to_all())

    def _count(self, kept: bool) -> None:
        self._taken += kept
        self._show_current()
        (self.take_button if self.current else self.close_button).setFocus()

    def _undo(self) -> None:
        self._taken -= 1
        self._session.undo()
        self.take_button.setFocus()

    def _say_not_saved(self, error: StoreError) -> None:
        self.banner.say(error.reason, Severity.ERROR)

    def _connect(self) -> None:
        self.take_button.clicked.connect(lambda: self._decide(take=True))
        self.keep_button.clicked.connect(lambda: self._decide(take=False))
        self.all_button.clicked.connect(self._take_all)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.reject)
        self._session.answers_changed.connect(self._follow)  # a lambda would outlive the dialog
        self._session.failed.connect(self._say_not_saved)

    def _lay_out(self) -> None:
        self.setMinimumSize(720, 460)
        self.resize(QSize(980, 680).boundedTo(self.screen().availableSize() * 0.92))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list, 2)
        row.addWidget(self.view, 5)
        foot = FlowLayout(last_right=True)
        right = QWidget()  # away from the buttons that are pressed again and again
        inner = QHBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.SMALL)
        for button in (self.undo_button, self.all_button, self.close_button):
            inner.addWidget(button)
        for button in (self.take_button, self.keep_button, self.undo_button, self.all_button, self.close_button):
            button.setAutoDefault(False)
        foot.add(self.take_button, self.keep_button, right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._title_label)
        layout.addWidget(self._intro_label)
        layout.addWidget(self.done_label)
        layout.addLayout(row, 1)
        layout.addWidget(self.banner)
        layout.addLayout(foot)
