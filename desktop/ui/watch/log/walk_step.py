"""The way through the chart with what stands at its end: a reply, an incident, or nothing that may be kept."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import i18n
from desktop.core.reference import ChartNode
from desktop.core.text import printable
from desktop.core.watch.evidence import SENT, Entry, Incident
from desktop.core.watch.response import Path, Reply, ResponseWords, has_gap
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.incidents.incident_form import IncidentForm
from desktop.ui.watch.log.entry_words import place_words
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
        """The box and the language the reply was drafted for last."""
        self._seen: set[str] = set()
        """The boxes a reply was offered for."""
        self._has_replies = False
        self._warned = ""
        """The reply whose brackets were spoken of."""
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
    def done(self) -> tuple[str, ...]:
        """What may have been done there, in a few words each."""
        walk = self.view.walk
        return self._words(i18n.current()).done(walk.end) if walk is not None and walk.end else ()

    @property
    def signed(self) -> str:
        """Who signed the reply."""
        return self.reply_panel.who_box.name

    @property
    def incident(self) -> Incident | None:
        """What is to be opened with the entry; None where nothing is, or it is open already."""
        return self.incident_form.incident if self.is_danger and not self._begun.incident else None

    def written_to(self, entry: Entry) -> Entry:
        """The entry with the way, and the reply: sent, or a draft of the box the way ended in."""
        begun, walk = self._begun, self.view.walk
        path: Path = walk.path if walk is not None and walk.path else begun.path
        if walk is None or walk.end is None:
            return replace(entry, path=begun.path if begun.is_sent else path, reply=begun.reply)
        if self._has_replies:
            reply, is_sent = printable(self.reply_panel.kept), self.reply_panel.is_sent
        else:  # what was sent stays sent, wherever the answers lead now
            reply, is_sent = begun.reply if begun.is_sent else "", begun.is_sent
        return replace(entry, path=(*path[:-1], (walk.end.id, SENT if is_sent else "")), reply=reply)

    def enter(self, entry: Entry) -> None:
        """The post is known now: its language decides that of the reply, its place names the incident."""
        self._language = entry.language
        self.incident_form.show_place(place_words(self._session.library, entry.where))
        self._settle()

    def focus_target(self) -> QWidget | None:
        """Where the person goes on; None at an end that asks for nothing."""
        if not self.is_at_end:
            return self.view.yes_button
        if self.incident is not None:
            return self.incident_form.kind_box
        return None if self.reply_panel.isHidden() else self.reply_panel.text_field

    def check(self) -> QWidget | None:
        """Say what is missing. Returns where it is to be filled in; None where all is there, or was said before."""
        if self.incident is not None:
            return self.incident_form.check()
        panel = self.reply_panel
        if not self._has_replies or not panel.is_sent or not has_gap(panel.text) or panel.text == self._warned:
            return None
        self._warned = panel.text
        return panel.text_field

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
        self._has_replies = bool(replies)
        if end is not None and replies and (end.id, language) != self._offered:
            self._offer(end, language)
        self.reply_panel.setVisible(bool(replies))
        for widget in (self.incident_label, self.incident_form):
            widget.setVisible(self.incident is not None)
        self.leave_label.setVisible(self.keeps_nothing)

    def _offer(self, end: ChartNode, language: str) -> None:
        begun = self._begun

        def make(name: str) -> tuple[Reply, ...]:
            return self._words(language).replies(end, name)

        if begun.reply and end.id not in self._seen:
            box = begun.path[-1][0] if begun.path else ""
            if begun.is_sent or box == end.id:
                self.reply_panel.keep(end.id, begun.reply, is_sent=begun.is_sent)
        self._seen.add(end.id)
        self._offered = end.id, language
        self.reply_panel.offer(end.id, make)

    @property
    def _reply_language(self) -> str:
        """The language of the post, else that of the interface."""
        known = self._session.library.language
        return next((each for each in (self._language, i18n.current()) if each in known), next(iter(known)))

    def _words(self, language: str) -> ResponseWords:
        known = self._session.library.language
        return ResponseWords(self._session.settled, language if language in known else next(iter(known)))
