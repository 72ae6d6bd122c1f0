"""Words the firm searches for, and lines ready to be searched."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.text import printable
from desktop.core.watch.choices import WatchWords
from desktop.core.watch.secrets import looks_like_password
from desktop.core.watch.watch_words import WordKind, search_lines, watch_words
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.editors.base import small_label
from desktop.ui.editors.options import Tick
from desktop.ui.home.panel import link_button, plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.words.search_panel import SearchPanel
from desktop.ui.watch.words.tool_list import ToolList
from desktop.ui.watch.words.word_group import WordGroup

_STAND, _PUBLIC, _ASKED = "monitoring_stand", "public_mentions", "watch_words"
_LONGEST = 60
"""Letters of a word that is added."""
_GROUPS = {
    WordKind.FIRM: message("Name of the business"),
    WordKind.OWN: message("Your own words"),
    WordKind.ACCOUNT: message("Names of your accounts"),
    WordKind.PERSON: message("People who agreed"),
    WordKind.MISSPELLING: message("Likely misspellings"),
    WordKind.HASHTAG: message("Hashtags"),
}


class WordView(Retranslated, QScrollArea):
    """The tab "words" of the page of watching."""

    question_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.stand_frame, self.stand_label, self.stand_button = QFrame(), plain_label(), link_button()
        theme.look(self.stand_frame, "card")
        self.intro_label, self._words_label = plain_label("muted"), plain_label("heading")
        self.groups = {kind: WordGroup(title) for kind, title in _GROUPS.items()}
        self._add_label, self.add_field, self.add_button = small_label(), QLineEdit(), QPushButton()
        self.add_field.setMaxLength(_LONGEST)
        self.error_label = plain_label("error")
        self.error_label.hide()
        self.question_button = link_button()
        self._people_label = plain_label("heading")
        self._people_note = plain_label("muted")
        self.person_ticks: dict[str, Tick] = {}
        self._people = QVBoxLayout()
        self._lines_label = plain_label("heading")
        self.search_panel = SearchPanel()
        self.tool_list = ToolList(session.library.tools)
        self._connect()
        self._lay_out()
        self.retranslate()

    def focus_first(self) -> None:
        """Where the owner goes on: a line to copy, else a word to add."""
        (self.search_panel.place_box if self.search_panel.lines else self.add_field).setFocus()

    def flush(self) -> None:
        """A word that is typed but not added is left alone."""

    def retranslate(self) -> None:
        """Set the words."""
        self.stand_label.setText(
            _("You decided not to search for what others say about the business. So nothing here has to be done.")
        )
        self.stand_button.setText(_("Look at that question"))
        self._words_label.setText(_("What to search for"))
        self.intro_label.setText(
            _("Ticked words are searched for. Only public posts, never anybody’s private account.")
        )
        label_control(self._add_label, self.add_field, _("Another word: a product, a nickname, a campaign"))
        self.add_button.setText(_("&Add"))
        self.question_button.setText(_("Words that stand in your policy…"))
        self._people_label.setText(_("Names of people"))
        self._people_note.setText(
            _("A name is searched for only where its owner agreed. Ask first; a no needs no reason.")
        )
        self._lines_label.setText(_("Ready to search"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed meanwhile is shown now."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def refresh(self) -> None:
        """Show the words as they are now, at once or when it comes into sight."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        session, choices = self._session, self._choices
        settled = session.settled
        every = watch_words(settled, replace(choices, left_out=()))
        for kind, group in self.groups.items():
            group.show_words([word for word in every if word.kind is kind], choices.left_out)
            group.allow_changes(allowed=not session.read_only)
        facts = settled.all_facts
        self.stand_frame.setVisible(facts.values.get(_STAND) != _PUBLIC)
        self.question_button.setVisible(facts.values.get(_STAND) == _PUBLIC)
        chosen = watch_words(settled, choices)
        self.search_panel.show_lines(search_lines(chosen, session.library.search_places, facts))
        for widget in (self.add_field, self.add_button):
            widget.setEnabled(not session.read_only)
        self._show_people()

    @property
    def _choices(self) -> WatchWords:
        return self._session.watch.choices.words

    def _show_people(self) -> None:
        people = self._session.answers.people
        if list(people) != list(self.person_ticks):
            while item := self._people.takeAt(0):
                if (tick := item.widget()) is not None:
                    tick.hide()
                    tick.deleteLater()
            self.person_ticks = {}
            for each in people:
                tick = self.person_ticks[each] = Tick(compact=True)
                tick.clicked.connect(lambda checked, each=each: self._agreed(each, checked))
                self._people.addWidget(tick)
        for each, tick in self.person_ticks.items():
            tick.setText(_("{name} agreed that this name is searched for", name=people[each].name))
            tick.setChecked(each in self._choices.people)
            tick.setEnabled(not self._session.read_only)
        for widget in (self._people_label, self._people_note):
            widget.setVisible(bool(people))

    def _agreed(self, person: str, agreed: bool) -> None:
        people = tuple(each for each in self._choices.people if each != person)
        self._keep(replace(self._choices, people=(*people, person) if agreed else people))

    @Slot(str, bool)
    def _toggled(self, key: str, wanted: bool) -> None:
        left_out = tuple(each for each in self._choices.left_out if each != key)
        self._keep(replace(self._choices, left_out=left_out if wanted else (*left_out, key)))

    @Slot()
    def _add(self) -> None:
        text = " ".join(printable(self.add_field.text()).split())
        if not text:
            self.add_field.setFocus()
            return
        if looks_like_password(text):
            self.error_label.setText(_("This looks like a password or code. It has no place here."))
            self.error_label.show()
            return
        choices, key = self._choices, text.casefold()
        known = {word.text.casefold() for word in watch_words(self._session.settled, replace(choices, left_out=()))}
        added = choices.added if key in known else (*choices.added, text)
        left_out = tuple(each for each in choices.left_out if each != key)
        if self._keep(replace(choices, added=added, left_out=left_out)):
            self.add_field.clear()
            told = _("{word} is searched for.", word=text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.add_field, told))

    def _keep(self, words: WatchWords) -> bool:
        kept = self._session.watch.set_words(words)
        self.refresh()
        return kept

    @Slot(str)
    def _answers_changed(self, _question: str) -> None:
        self.refresh()

    def _connect(self) -> None:
        for group in self.groups.values():
            group.toggled.connect(self._toggled)
        self.add_button.clicked.connect(self._add)
        self.add_field.returnPressed.connect(self._add)
        self.add_field.textChanged.connect(self.error_label.hide)
        self.stand_button.clicked.connect(lambda: self.question_wanted.emit(_STAND))
        self.question_button.clicked.connect(lambda: self.question_wanted.emit(_ASKED))
        self._session.answers_changed.connect(self._answers_changed)

    def _lay_out(self) -> None:
        inside = QWidget()
        theme.look(inside, "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        stand = QVBoxLayout(self.stand_frame)
        stand.addWidget(self.stand_label)
        stand.addWidget(self.stand_button, 0, Qt.AlignmentFlag.AlignLeft)
        adding = QHBoxLayout()
        adding.setSpacing(theme.SMALL)
        adding.addWidget(self.add_field, 1)
        adding.addWidget(self.add_button)
        column.addWidget(self.stand_frame)
        for widget in (
            self._lines_label,
            self.search_panel,
            self._words_label,
            self.intro_label,
            *self.groups.values(),
        ):
            column.addWidget(widget)
        column.addWidget(self._add_label)
        column.addLayout(adding)
        column.addWidget(self.error_label)
        column.addWidget(self.question_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._people_label)
        column.addWidget(self._people_note)
        column.addLayout(self._people)
        column.addWidget(self.tool_list)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
