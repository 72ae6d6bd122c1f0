"""The log of posts and mentions: the list on the left, the chosen entry on the right."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.dialogs import begin
from desktop.ui.faults import Banner
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.log import log_actions
from desktop.ui.watch.log.entry_details import EntryDetails
from desktop.ui.watch.log.entry_rows import EntryRows
from desktop.ui.watch.log.log_filter import LogFilter

_LOG = "log"
_READABLE = 640
"""Width of words that are read, in pixels."""


class LogView(Retranslated, QWidget):
    """Reads the file when it is seen, and only what is looked at."""

    export_wanted = Signal(object)
    question_wanted = Signal(str)
    incident_wanted = Signal(int)
    """Number of an incident somebody wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._chosen = 0
        self.banner = Banner()
        self.note_label = plain_label("small")
        self.new_button = QPushButton()
        self.new_button.setIcon(theme.icon("add", "on_accent"))
        theme.look(self.new_button, "primary")
        self.filter_line = LogFilter(session)
        self.count_label, self.nothing_label = QLabel(), plain_label("muted")
        theme.look(self.count_label, "small")
        self.rows = EntryRows(session)
        self.csv_button, self.clear_button = QPushButton(), QPushButton()
        for button in (self.csv_button, self.clear_button):
            theme.look(button, "link")
        self.details = EntryDetails(session)
        self.empty_label, self.empty_text = plain_label("heading"), plain_label()
        self._places_timer = QTimer(self)
        self._places_timer.setSingleShot(True)
        self._places_timer.setInterval(0)
        self._lay_out()
        self._connect()
        self.retranslate()

    def focus_first(self) -> None:
        """Begin at the search, or at the first entry there is to be."""
        self._catch_up()
        (self.filter_line.find_field if self._splitter.isVisibleTo(self) else self.new_button).setFocus()

    def flush(self) -> None:
        """Nothing waits here: what is typed stands in a dialog."""

    def show_entry(self, entry_id: int) -> None:
        """Show an entry, whatever is looked for."""
        self._catch_up()
        entry = self._session.watch.evidence.entry(entry_id)
        if entry is None:
            return
        self._chosen = entry_id
        if self.rows.rows.place(entry_id) is None:
            self.filter_line.clear()
            self._list()
        self.rows.mark(entry_id)
        self.details.show_entry(entry)
        self.rows.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was hidden catches up."""
        super().showEvent(event)
        self._catch_up()
        self._places_timer.start()

    def retranslate(self) -> None:
        """Set the words."""
        self.new_button.setText(_("&New entry…"))
        self.csv_button.setText(_("Save as &table (CSV)…"))
        self.clear_button.setText(_("Clea&r old entries…"))
        self.note_label.setText(
            _("Do not note what staff say about their pay, hours, conditions or a union. That talk is their right.")
        )
        self.nothing_label.setText(_("No entry fits. Try other words, or choose “All”."))
        self.empty_label.setText(_("Nothing is noted yet"))
        self.empty_text.setText(
            _(
                "Note here what people write about your business, and what you did about it. It takes half a minute: "
                "paste the words, answer a few questions, and you see what to do. Later the log shows that somebody "
                "looks and acts."
            )
        )
        self._say_count()

    def _catch_up(self) -> None:
        if self._is_stale:
            self._refresh()

    def _follow(self, kind: str) -> None:
        """Show what a change did, now or when it is next seen."""
        if kind == _LOG:
            self._is_stale = True
            if self.isVisible():
                self._refresh()

    def _begin_anew(self) -> None:
        """Work goes on in another file, which can be written."""
        self._follow(_LOG)

    def _refresh(self) -> None:
        self._is_stale = False
        can_write = not self._session.read_only
        self.new_button.setEnabled(can_write)
        self.clear_button.setEnabled(can_write)
        self._list()

    def _list(self) -> None:
        wish = self.filter_line.wish
        self.rows.show_wish(wish, self._chosen)
        is_empty = wish.is_all and not self.rows.count
        self._splitter.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        for widget in (self.count_label, self.csv_button, self.clear_button):
            widget.setVisible(not is_empty)
        self.nothing_label.setVisible(not self.rows.count)
        self.rows.setVisible(bool(self.rows.count))
        self._say_count()

    def _say_count(self) -> None:
        count = self.rows.count
        self.count_label.setText(_("1 entry") if count == 1 else _("{count} entries", count=count))

    def _read(self, entry_id: int) -> None:
        self._chosen = entry_id
        index = self.rows.currentIndex()
        self.details.show_entry(self.rows.rows.entry(index.row()) if index.isValid() else None)

    def _offer_places(self) -> None:
        if self.isVisible():
            self.filter_line.offer_places(log_actions.places_of(self._session))

    def _write_new(self) -> None:
        from desktop.ui.watch.log.entry_dialog import EntryDialog

        self.banner.clear()
        dialog = EntryDialog(self._session, None, self.window())
        dialog.logged.connect(self._show_logged)
        begin(dialog)

    def _change(self, *, settle: bool = False) -> None:
        from desktop.ui.watch.log.entry_dialog import EntryDialog

        entry = self.details.entry
        if entry is None or self._session.read_only:
            return
        self.banner.clear()
        dialog = EntryDialog(self._session, entry, self.window())
        dialog.logged.connect(self._show_logged)
        if settle:
            dialog.settle()
        elif entry.is_open:
            dialog.go_on()
        begin(dialog)

    def _show_logged(self, entry_id: int) -> None:
        """Show what was noted; an incident that was opened with it is said, with the way there."""
        self.show_entry(entry_id)
        entry = self.details.entry
        if entry is not None:
            log_actions.say_logged(self.banner, entry, self.incident_wanted.emit)

    def _go_to_incident(self) -> None:
        entry = self.details.entry
        if entry is None:
            return
        if entry.incident:
            self.incident_wanted.emit(entry.incident)
            return
        from desktop.ui.watch.incidents.incident_dialog import IncidentDialog

        dialog = IncidentDialog(self._session, entry, self.window())
        dialog.opened.connect(lambda number: self._tie(entry.entry, number))
        begin(dialog)

    def _tie(self, entry_id: int, number: int) -> None:
        """Let the entry know its incident, and go there."""
        entry = self._session.watch.evidence.entry(entry_id)
        if entry is not None:
            self._session.watch.add_entry(replace(entry, incident=number, number=0, written=None))
        self.incident_wanted.emit(number)

    def _connect(self) -> None:
        session = self._session
        session.watch.changed.connect(self._follow)
        session.moved.connect(self._begin_anew)
        self._places_timer.timeout.connect(self._offer_places)
        self.filter_line.changed.connect(self._list)
        self.filter_line.list_wanted.connect(self.rows.setFocus)
        self.rows.entry_chosen.connect(self._read)
        self.rows.activated.connect(lambda _index: self._change())
        self.new_button.clicked.connect(self._write_new)
        self.details.change_wanted.connect(self._change)
        self.details.settle_wanted.connect(lambda: self._change(settle=True))
        self.details.incident_wanted.connect(self._go_to_incident)
        self.csv_button.clicked.connect(lambda: log_actions.save_table(session, self.banner, self))
        self.clear_button.clicked.connect(lambda: log_actions.ask_clearing(session, self.banner, self))

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.SMALL, 0)
        column.setSpacing(theme.SMALL)
        for widget in (self.filter_line, self.nothing_label):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        left.setMinimumWidth(300)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 3)
        self._splitter.setSizes([420, 620])
        self._empty = QWidget()
        self.empty_text.setMaximumWidth(theme.scaled(_READABLE))
        inside = QVBoxLayout(self._empty)
        inside.setContentsMargins(0, theme.LARGE, 0, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self.empty_label)
        inside.addWidget(self.empty_text)
        inside.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(theme.MEDIUM)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.note_label, 1)
        foot = FlowLayout()
        foot.add(self.count_label, self.csv_button, self.clear_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.LARGE, theme.SMALL)
        whole.setSpacing(theme.SMALL)
        whole.addLayout(head)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(self.banner)  # below: what is about to be clicked stays where it is
        whole.addLayout(foot)
