"""Everything about one entry, what was changed in it, and what can be done with it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.watch.evidence import Entry
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_facts import changes, facts_of
from desktop.ui.watch.log.entry_words import TONE_ICONS, state_words, tone_words


class EntryDetails(Retranslated, QWidget):
    """Says nothing while no entry is chosen."""

    change_wanted = Signal()
    settle_wanted = Signal()
    incident_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entry: Entry | None = None
        """The entry that is shown."""
        self._tone_picture = Picture(16)
        self.state_label, self.text_label = plain_label("muted"), plain_label()
        self.text_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts_label, self.history_label = RichLabel(), RichLabel()
        self.change_button, self.settle_button, self.incident_button = QPushButton(), QPushButton(), QPushButton()
        self.change_button.setIcon(theme.icon("edit"))
        self.settle_button.setIcon(theme.icon("check"))
        self.incident_button.setIcon(theme.icon("warning"))
        for button, signal in (
            (self.change_button, self.change_wanted),
            (self.settle_button, self.settle_wanted),
            (self.incident_button, self.incident_wanted),
        ):
            button.clicked.connect(signal)
        self._lay_out()
        self.retranslate()

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry, or the same anew."""
        is_other = (entry.entry if entry else 0) != (self.entry.entry if self.entry else 0)
        self.entry = entry
        self.retranslate()
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set the words."""
        entry = self.entry
        self._area.setVisible(entry is not None)
        if entry is None:
            return
        self._tone_picture.show_icon(*TONE_ICONS.get(entry.tone, TONE_ICONS["neutral"]))
        state = _("{tone} · {state}", tone=tone_words(entry.tone), state=state_words(entry))
        self.state_label.setText(state)
        self.text_label.setText(entry.text)
        self.text_label.setVisible(bool(entry.text))
        self.text_label.setAccessibleName(_("What it says: {text}", text=entry.text))
        facts = facts_of(self._session, entry)
        self.facts_label.tell("".join(_fact(name, told) for name, told in facts))
        self.facts_label.setAccessibleName("\n".join(f"{name}: {told}" for name, told in facts))
        self._tell_history(entry)
        self.change_button.setText(_("Go &on with it…") if entry.is_open else _("&Change…"))
        self.settle_button.setText(_("Sett&le…"))
        self.settle_button.setVisible(entry.is_open)
        self.incident_button.setText(_("Show the &incident") if entry.incident else _("Open an &incident…"))
        can_write = not self._session.read_only
        self.change_button.setEnabled(can_write)
        self.settle_button.setEnabled(can_write)
        self.incident_button.setEnabled(can_write or bool(entry.incident))

    def _tell_history(self, entry: Entry) -> None:
        told = list(changes(self._session, self._session.watch.evidence.history(entry.entry)))
        heading = _("What was changed (nothing is erased)")
        rich = "".join(_fact(when, "\n".join(lines)) for when, lines in told)
        self.history_label.tell(f"<h4>{escape(heading)}</h4>{rich}" if told else "")
        self.history_label.setAccessibleName(
            "\n".join((heading, *(f"{when}: {'; '.join(lines)}" for when, lines in told)))
        )
        self.history_label.setVisible(bool(told))

    def _lay_out(self) -> None:
        state, buttons = QHBoxLayout(), FlowLayout()
        state.setSpacing(theme.SMALL)
        state.addWidget(self._tone_picture)
        state.addWidget(self.state_label, 1)
        buttons.add(self.change_button, self.settle_button, self.incident_button)
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addLayout(state)
        column.addWidget(self.text_label)
        column.addLayout(buttons)
        column.addWidget(self.facts_label)
        column.addWidget(self.history_label)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)


def _fact(name: str, told: str) -> str:
    return f"<p><b>{escape(name)}</b><br>{escape(told).replace(chr(10), '<br>')}</p>"
