"""Incidents: the list on the left, open ones first; the chosen one on the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.core.watch.evidence import Incident
from desktop.core.watch.incident_state import as_now, state_of
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.days import date_words
from desktop.ui.dialogs import begin
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_details import IncidentDetails
from desktop.ui.watch.incidents.incident_words import clock_words, counts_hours, kind_words

_INCIDENTS, _ANSWERS = "incidents", "tasks"
"""What the desk says changed; with the answers, steps and hours may be others."""
_MINUTE = 60_000
_READABLE = 640
"""Width of words that are read, in pixels."""
_NUMBER = Qt.ItemDataRole.UserRole


class _Lines(QStyledItemDelegate):
    """Measures lines in the room that the style sheet leaves them, which Qt takes for wider than it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        option.rect.setWidth(option.rect.width() - 2 * theme.SMALL)
        return super().sizeHint(option, index)


class IncidentView(Retranslated, QWidget):
    """Looks at the clock once a minute while it is in sight."""

    export_wanted = Signal(object)
    question_wanted = Signal(str)
    entry_wanted = Signal(int)
    """Id of an entry of the log somebody wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._is_filling = False
        self._incidents: tuple[Incident, ...] = ()
        self._chosen = 0
        self.new_button = QPushButton()
        self.new_button.setIcon(theme.icon("add", "on_accent"))
        theme.look(self.new_button, "primary")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)  # lines break anew where the list gets narrower
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setIconSize(QSize(theme.LARGE, theme.LARGE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.details = IncidentDetails(session)
        self.empty_label, self.empty_text = plain_label("heading"), plain_label()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._lay_out()
        self._connect()
        self.retranslate()

    def focus_first(self) -> None:
        """Begin at the list, or where the first one is opened."""
        self._catch_up()
        (self.list if self._incidents else self.new_button).setFocus()

    def flush(self) -> None:
        """Keep a note that is typed."""
        self.details.flush()

    def show_incident(self, number: int) -> None:
        """Choose an incident."""
        self._catch_up()
        self._chosen = number
        self._fill()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was hidden catches up, and the clock goes on."""
        super().showEvent(event)
        self._catch_up()
        self.tell_time()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody looks at the clock."""
        super().hideEvent(event)
        self._minute.stop()

    def tell_time(self) -> None:
        """Say how much of the 72 hours is left now."""
        for row, (_number, told, _icon) in enumerate(self._lines()):
            item = self.list.item(row)
            if item is not None:
                item.setText(told)
        self.details.tell_time()

    def retranslate(self) -> None:
        """Set the words."""
        self.new_button.setText(_("&New incident…"))
        self.list.setAccessibleName(_("Incidents, open ones first"))
        self.empty_label.setText(_("No incident"))
        self.empty_text.setText(
            _(
                "A threat, a leak of data, a letter from a lawyer: when something like that comes up, open an incident "
                "here, or note the post in the log and answer the first question with Yes. You see what to do first "
                "and what to keep."
            )
        )
        if not self._is_stale:
            self._fill()

    def _catch_up(self) -> None:
        if self._is_stale:
            self._refresh()

    def _follow(self, kind: str) -> None:
        if kind in (_INCIDENTS, _ANSWERS):
            self._is_stale = True
            if self.isVisible():
                self._refresh()

    def _begin_anew(self) -> None:
        """Work goes on in another file, which can be written."""
        self._follow(_INCIDENTS)

    def _refresh(self) -> None:
        """Read them anew."""
        self._is_stale = False
        self.new_button.setEnabled(not self._session.read_only)
        found = self._session.watch.evidence.incidents()
        self._incidents = tuple(sorted(found, key=self._rank))
        self._fill()

    def _rank(self, incident: Incident) -> tuple[bool, bool]:
        """Open ones first, and among them those whose hours count."""
        notes = self._session.watch.evidence.notes("incident", incident.number)
        is_closed = state_of(incident, notes).closed is not None
        return is_closed, is_closed or not counts_hours(self._session, incident, notes)

    def _lines(self) -> list[tuple[int, str, str]]:
        """Number, words and icon of each incident in the list."""
        session, lines = self._session, []
        for incident in self._incidents:
            notes = session.watch.evidence.notes("incident", incident.number)
            now = state_of(incident, notes)
            is_closed = now.closed is not None
            state = _("Closed") if is_closed else _("Not closed yet")
            parts = [state, kind_words(session, now.kind), date_words(now.opened.date())]
            told = f"{now.title}\n{' · '.join(parts)}"
            if not is_closed and counts_hours(session, incident, notes):
                told += f"\n{clock_words(as_now(incident, now), session.now)}"
            lines.append((incident.number, told, "check" if is_closed else "warning"))
        return lines

    def _fill(self) -> None:
        """Show the list with the chosen one marked, else the first."""
        self._is_filling = True
        self.list.clear()
        for number, told, icon in self._lines():
            item = QListWidgetItem(theme.icon(icon, "muted" if icon == "check" else "warning"), told)
            item.setData(_NUMBER, number)
            self.list.addItem(item)
        numbers = [incident.number for incident in self._incidents]
        if numbers:
            self.list.setCurrentRow(numbers.index(self._chosen) if self._chosen in numbers else 0)
        self._is_filling = False
        self._splitter.setVisible(bool(numbers))
        self._empty.setVisible(not numbers)
        self._read()

    def _read(self) -> None:
        item = self.list.currentItem()
        self._chosen = item.data(_NUMBER) if item is not None else 0
        chosen = next((each for each in self._incidents if each.number == self._chosen), None)
        self.details.show_incident(chosen)

    def _choose(self) -> None:
        if not self._is_filling:
            self._read()

    def _open_new(self) -> None:
        from desktop.ui.watch.incidents.incident_dialog import IncidentDialog

        dialog = IncidentDialog(self._session, None, self.window())
        dialog.opened.connect(self.show_incident)
        begin(dialog)

    def _make_report(self, number: int) -> None:
        records = self._session.watch.records(incident=number)
        self.export_wanted.emit(ExportWish(("incident-report",), records=records, for_once=True))

    def _connect(self) -> None:
        self._session.watch.changed.connect(self._follow)
        self._session.moved.connect(self._begin_anew)
        self._minute.timeout.connect(self.tell_time)
        self.list.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.new_button.clicked.connect(self._open_new)
        self.details.entry_wanted.connect(self.entry_wanted)
        self.details.report_wanted.connect(self._make_report)

    def _lay_out(self) -> None:
        self.list.setMinimumWidth(260)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 2)
        self._splitter.setStretchFactor(1, 4)
        self._splitter.setSizes([320, 700])
        self._empty = QWidget()
        self.empty_text.setMaximumWidth(theme.scaled(_READABLE))
        inside = QVBoxLayout(self._empty)
        inside.setContentsMargins(0, theme.LARGE, 0, 0)
        inside.setSpacing(theme.SMALL)
        inside.addWidget(self.empty_label)
        inside.addWidget(self.empty_text)
        inside.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.LARGE, theme.SMALL)
        whole.setSpacing(theme.MEDIUM)
        whole.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._splitter, 1)
        whole.addWidget(self._empty, 1)
