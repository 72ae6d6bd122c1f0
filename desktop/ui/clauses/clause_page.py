"""The page of clauses: the list on the left, the chosen clause on the right."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.clauses.clause_details import ClauseDetails
from desktop.ui.clauses.clause_model import ClauseRow, Heading
from desktop.ui.clauses.clause_rows import ClauseRows
from desktop.ui.clauses.clause_search import ClauseSearch
from desktop.ui.clauses.clause_states import ClauseState, Overview, Show, overview
from desktop.ui.clauses.filter_line import FilterLine
from desktop.ui.faults import Banner, BannerRoom, Severity
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session


class ClausePage(Retranslated, QWidget):
    """Browse, search, filter, read and decide."""

    question_wanted = Signal(str)
    """Id of a question behind a clause."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._overview = Overview(session.library, session.facts)
        self._search = ClauseSearch(session.library, self)
        self.clause_id = session.file.setting("clause")
        """The clause that is read; at first the one that was read last."""
        self.banner = Banner(closable=False)
        self.filter_line = FilterLine(session.library)
        self.rows = ClauseRows(session)
        self.nothing_label = QLabel()
        self.nothing_label.setWordWrap(True)
        theme.look(self.nothing_label, "muted")
        self.new_button = QPushButton()
        self.new_button.setIcon(theme.icon("add"))
        self.new_button.setEnabled(not session.read_only)
        self.details = ClauseDetails(session)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._catch_up()  # before it is shown: what changes in sight is laid out each time

    def show_clause(self, clause_id: str) -> None:
        """Choose a clause, whatever is looked for; one that is not there changes nothing."""
        self._catch_up()
        if clause_id not in self._overview.states:
            return
        if self.rows.rows.place(clause_id) is None:
            self.filter_line.clear()
            self._list()
        self._read(clause_id)
        self.rows.choose(clause_id)
        self.rows.setFocus()

    def shows(self, clause_id: str) -> bool:
        """Whether a clause is read now."""
        return self.isVisible() and self.clause_id == clause_id

    def focus_first(self) -> None:
        """Begin at the search."""
        self.filter_line.search_field.setFocus()
        self.filter_line.search_field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    def retranslate(self) -> None:
        """Set the words."""
        self.new_button.setText(_("New clause of your own…"))
        self._left.setMinimumWidth(max(290, self.new_button.sizeHint().width() + 2 * theme.MEDIUM))
        self.nothing_label.setText(_("No clause fits. Try other words, or choose “All clauses”."))

    def _catch_up(self) -> None:
        if self._is_stale:
            self._refresh()

    def _follow(self) -> None:
        """Show what a change did, now or when the page is next seen."""
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._is_stale = False
        before = tuple(self._overview.states)
        session = self._session
        self._overview = overview(session.library, session.facts)
        self._feed_search()
        used = {law for state in self._overview.states.values() for law in state.laws}
        self.filter_line.offer_laws(tuple(law for law in session.library.laws if law.id in used))
        clause_id = self._still_there(before)
        self._list()
        self._read(clause_id)
        self.rows.choose(clause_id)
        self._say_updates()

    def _still_there(self, before: tuple[str, ...]) -> str:
        """The clause to read: the one that was, or where it is gone the next one."""
        states = self._overview.states
        if self.clause_id in states:
            return self.clause_id
        after = before[before.index(self.clause_id) :] if self.clause_id in before else ()
        return next((clause_id for clause_id in (*after, *states) if clause_id in states), "")

    def _read(self, clause_id: str) -> None:
        self.clause_id = clause_id
        self.details.tell(self._overview, clause_id)

    def _list(self) -> None:
        """Fill the list with what is looked for."""
        wish = self.filter_line.wish
        if wish.words.strip():
            found = self._found(wish.words)
            states = [state for state in found if state.fits(wish)]
            rows = _as_found(self._session, states)
        else:
            fitting = [state for state in self._overview.states.values() if state.fits(wish)]
            rows = tuple(_by_step(self._session, fitting, counts=wish.show is Show.ALL))
        self.rows.show_rows(rows, self.clause_id)
        self.nothing_label.setVisible(not rows)
        self.rows.setVisible(bool(rows))

    def _found(self, words: str) -> Iterator[ClauseState]:
        return (self._overview.states[clause_id] for clause_id in self._search.search(words))

    def _feed_search(self) -> None:
        """Let the search know the words that stand now."""
        from desktop.store.clause_index import Entry

        self._search.follow(
            {
                clause_id: Entry(clause_id, state.wording.title, state.wording.body, state.clause.why)
                for clause_id, state in self._overview.states.items()
            }
        )

    def _say_updates(self) -> None:
        count = len(self._session.clauses.updates)
        if not count:
            self.banner.clear()
            return
        told = (
            message("The library has one changed clause.")
            if count == 1
            else message("The library has {count} changed clauses.", count=count)
        )
        if self.banner.text != str(told):
            self.banner.say(told, Severity.INFO, (message("Look at the changes…"), self._show_updates))

    def _show_updates(self) -> None:
        from desktop.ui.clauses.updates_dialog import UpdatesDialog

        _open(UpdatesDialog(self._session, self))

    def _edit(self) -> None:
        from desktop.ui.clauses.wording_dialog import WordingDialog

        _open(WordingDialog(self._session, self.clause_id, None, self))

    def _compare(self) -> None:
        from desktop.ui.clauses.compare_dialog import CompareDialog

        _open(CompareDialog(self._session, self.clause_id, self))

    def _write_new(self) -> None:
        """Offer to write a clause in the step that is looked at; what comes of it is shown."""
        from desktop.ui.clauses.wording_dialog import WordingDialog

        state = self._overview.states.get(self.clause_id)
        step = self.filter_line.wish.step or (state.clause.step if state else self._session.library.steps[0].id)
        before = set(self._session.answers.own)
        dialog = WordingDialog(self._session, None, step, self)
        dialog.accepted.connect(lambda: self._show_new(before))
        _open(dialog)

    def _show_new(self, before: set[str]) -> None:
        for clause_id in self._session.answers.own.keys() - before:
            self.show_clause(clause_id)

    def _seek(self) -> None:
        """Other words: begin at what fits best; where nothing is looked for any more, at the clause that is read."""
        self._list()
        if self.filter_line.wish.words.strip():
            self.rows.scrollToTop()
        else:
            self.rows.choose(self.clause_id)

    def _narrow(self) -> None:
        """Another kind of clauses: read one of them."""
        self._list()
        if self.rows.rows.place(self.clause_id) is None:
            self.rows.choose_first()

    def _choose_first(self) -> None:
        if self.rows.clause_ids:
            self.rows.setFocus()
            self.rows.choose_first()

    def _connect(self) -> None:
        self.filter_line.changed.connect(self._seek)
        self.filter_line.narrowed.connect(self._narrow)
        self.filter_line.list_wanted.connect(self._choose_first)
        self.rows.clause_chosen.connect(self._read)
        self.new_button.clicked.connect(self._write_new)
        self.details.question_wanted.connect(self.question_wanted)
        self.details.clause_wanted.connect(self._go_to)
        self.details.wording.edit_wanted.connect(self._edit)
        self.details.wording.compare_wanted.connect(self._compare)
        self._session.answers_changed.connect(lambda _question_id: self._follow())

    def _go_to(self, target: str) -> None:
        """A link to a clause, or to the first clause of a step."""
        step = self._session.library.step.get(target)
        if step is None:
            self.show_clause(target)
        else:
            in_step = (state.clause.id for state in self._overview.states.values() if state.clause.step == step.id)
            self.show_clause(next(in_step, ""))

    def _lay_out(self) -> None:
        self._left = left = QWidget()
        theme.look(left, "page")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.MEDIUM, 0, theme.SMALL)
        column.setSpacing(theme.SMALL)
        for widget, grows in ((self.filter_line, 0), (self.nothing_label, 0), (self.rows, 1), (self.new_button, 0)):
            if widget is self.rows:
                column.addWidget(widget, grows)
                continue
            room = QHBoxLayout()
            room.setContentsMargins(theme.MEDIUM, 0, theme.MEDIUM, 0)
            room.addWidget(widget)
            column.addLayout(room)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([400, 640])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(BannerRoom(self.banner))
        whole.addWidget(splitter, 1)


def _by_step(session: Session, states: list[ClauseState], *, counts: bool) -> Iterator[ClauseRow | Heading]:
    for step_id, group in groupby(states, lambda state: state.clause.step):
        here = list(group)
        yield Heading(session.library.step[step_id], len(here), sum(state.is_in for state in here) if counts else None)
        yield from map(ClauseRow, here)


def _as_found(session: Session, states: list[ClauseState]) -> tuple[ClauseRow | Heading, ...]:
    if not states:
        return ()
    rows = (ClauseRow(state, session.library.step[state.clause.step]) for state in states)
    return (Heading(None, len(states)), *rows)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
