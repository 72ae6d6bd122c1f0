"""The way through the chart with what stands at its end: a reply, an incident, or nothing that may be kept."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import i18n
from desktop.core.text import printable
from desktop.core.watch.evidence import Entry, Incident
from desktop.core.watch.response import Path, Reply, ResponseWords
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_form import IncidentForm
from desktop.ui.watch.log.reply_panel import ReplyPanel
from desktop.ui.watch.log.walk_view import WalkView


class WalkStep(Retranslated, QWidget):
    """Asks; then offers what the end of the way needs."""

    moved = Signal()

    def __init__(self, session: Session, entry: Entry, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._begun = session, entry
        self._language = entry.language
        self._offered: tuple[str, str] | None = None
        """The box and the language the reply was drafted for."""
        self.view = WalkView(session)
        self.view.start(entry.path)
        self.reply_panel = ReplyPanel(session, name)
        self.incident_label, self.leave_label = plain_label(), plain_label()
        self.incident_form = IncidentForm(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        for widget in (
            self.view,
            self.reply_panel,
            self.incident_label,
            self.incident_form,
            self.leave_label,
        ):
            column.addWidget(widget)
        self.view.moved.connect(self._move)
        self._settle()
        self.retranslate()

    @property
    def is_at_end(self) -> bool:
        """Whether no question is left."""
        return self.view.walk is None or self.view.walk.end is not None

    @property
    def keeps_nothing(self) -> bool:
        """Whether the post may not be noted."""
        return self.view.walk is not None and self.view.walk.keeps_nothing

    @property
    def is_danger(self) -> bool:
        """Whether the safety gate stopped it."""
        return self.view.walk is not None and self.view.walk.is_danger

    @property
    def truth(self) -> str:
        """What the way says about whether the post is true."""
        return self.view.walk.truth if self.view.walk is not None else ""

    @property
    def advice(self) -> str:
        """What the box at the end says is to be done."""
        walk = self.view.walk
        return self._words(i18n.current()).text(walk.end) if walk is not None and walk.end else ""

    @property
    def signed(self) -> str:
        """Who signed the reply."""
        return self.reply_panel.who_box.name

    @property
    def incident(self) -> Incident | None:
        """What is to be opened with the entry; None where nothing is, or it is open already."""
        return self.incident_form.incident if self.is_danger and not self._begun.incident else None

    def written_to(self, entry: Entry) -> Entry:
        """The entry with the way, and the reply where one was drafted."""
        path: Path = self.view.walk.path if self.view.walk is not None and self.view.walk.path else self._begun.path
        reply = self._begun.reply if self._offered is None else printable(self.reply_panel.text)
        return replace(entry, path=path, reply="" if self.is_danger else reply)

    def enter(self, entry: Entry) -> None:
        """The post is known now: its language decides that of the reply."""
        self._language = entry.language
        self._settle()

    def propose(self, title: str) -> None:
        """A name for the incident."""
        if self.is_danger:
            self.incident_form.propose(title)

    def focus_target(self) -> QWidget | None:
        """Where the person goes on; None at an end that asks for nothing."""
        if not self.is_at_end:
            return self.view.yes_button
        if self.incident is not None:
            return self.incident_form.kind_box
        return None if self.reply_panel.isHidden() else self.reply_panel.text_field

    def check(self) -> QWidget | None:
        """Say what is missing of the incident. Returns where it is to be filled in; None where all is there."""
        return self.incident_form.check() if self.incident is not None else None

    def retranslate(self) -> None:
        """Set the words."""
        self.incident_label.setText(
            _("An incident is opened together with this entry. It shows what to do first and what to keep.")
        )
        self.leave_label.setText(
            _("Nothing of it is noted. If it is in the log already, leave it as it is; add nothing.")
            if self._begun.entry
            else _("Nothing of it is noted, and what you typed here is forgotten when you close this.")
        )

    def _move(self) -> None:
        self._settle()
        self.moved.emit()

    def _settle(self) -> None:
        """Show what belongs to the end, and nothing on the way there."""
        walk = self.view.walk
        end = walk.end if walk is not None else None
        language = self._reply_language
        replies = self._words(language).replies(end) if end is not None and not self.is_danger else ()
        key = (end.id, language) if end is not None else None
        if replies and end is not None and key != self._offered:
            first = self._offered is None

            def make(name: str) -> tuple[Reply, ...]:
                return self._words(language).replies(end, name)

            self.reply_panel.offer(make, self._begun.reply if first else "")
            self._offered = key
        elif end is not None and not replies:
            self._offered = None
        self.reply_panel.setVisible(bool(replies))
        for widget in (self.incident_label, self.incident_form):
            widget.setVisible(self.incident is not None)
        self.leave_label.setVisible(self.keeps_nothing)

    @property
    def _reply_language(self) -> str:
        """The language of the post, else that of the interface."""
        known = self._session.library.language
        return next((each for each in (self._language, i18n.current()) if each in known), next(iter(known)))

    def _words(self, language: str) -> ResponseWords:
        known = self._session.library.language
        return ResponseWords(self._session.settled, language if language in known else next(iter(known)))
