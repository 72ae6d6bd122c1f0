"""The check-up: whether the policy is ready, and what to see to."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.check_up import is_ready
from desktop.core.findings import Finding, Severity, Where
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.check.finding_card import FindingCard
from desktop.ui.check.finding_words import LAWS, PEOPLE, group_of, group_words
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_WIDEST = 720
"""Width of the page where there is room, in pixels."""

_AT_ONCE = 14
"""Cards and headings made before the page is seen; more than fit into a window."""

_Key = tuple[str, ...]
_Entry = tuple[_Key, tuple[Finding, ...]]


class CheckPage(Retranslated, QScrollArea):
    """The verdict, and below it what was found, by weight and step. A hidden page waits until it is shown."""

    question_wanted = Signal(str)
    """Id of a question to be answered."""
    clause_wanted = Signal(str)
    """Id of a clause to be looked at."""
    person_wanted = Signal(str)
    """Id of a person to be looked at."""
    export_wanted = Signal()
    """The owner wants the lawyer's pack."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(420)
        self._session = session
        self._is_stale = True
        self.cards: dict[_Key, FindingCard] = {}
        self._headings: dict[_Key, QLabel] = {}
        self._title_label, self.verdict_label, self._count_label = QLabel(), QLabel(), QLabel()
        looks = ((self._title_label, "small"), (self.verdict_label, "title"), (self._count_label, ""))
        for label, look in looks:
            label.setWordWrap(True)
            if look:
                theme.look(label, look)
        self._picture = Picture(32)
        self.verdict = QFrame()
        self.pack_button = QPushButton()
        self.pack_button.setIcon(theme.icon("document"))
        self.pack_button.clicked.connect(self.export_wanted)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._show_found)
        self._lay_out()
        session.answers_changed.connect(self._refresh)
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus where the first thing is mended."""
        self._catch_up()
        ways = [card.way_button for card in self.cards.values() if card.leads]
        (ways or [self.pack_button])[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    def retranslate(self) -> None:
        """Set the words."""
        self._title_label.setText(_("Check-up"))
        self.pack_button.setText(_("Make the lawyer's pack…"))
        self.setAccessibleName(_("Check-up"))
        if not self._is_stale:
            self._say_verdict()
            self._name_headings()

    def _refresh(self, _question_id: str = "") -> None:
        self._is_stale = True
        if self.isVisible():
            before = self.verdict_label.text()
            self._catch_up()
            if self.verdict_label.text() != before:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.verdict_label.text()))

    def _catch_up(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._say_verdict()
            self._show_found()

    def _say_verdict(self) -> None:
        findings = self._session.findings
        first, further = self._session.open_count, len(findings) - self._session.open_count
        ready = is_ready(findings)
        self.verdict_label.setText(_("This policy is ready to issue") if ready else _keep_from_ready(first))
        self._count_label.setText(_worth_a_look(further) if ready else _counts(first, further))
        theme.set_property(self.verdict, "banner", "success" if ready else "info")
        self._picture.show_icon("success" if ready else "info", "success" if ready else "accent")
        self.verdict.setAccessibleName(self.verdict_label.text())

    def _show_found(self) -> None:
        """Put headings and cards in their order; many new ones at once wait until the first are in sight."""
        wanted = list(self._in_order())
        is_new = len(wanted) - len(self.cards) - len(self._headings) > _AT_ONCE
        if is_new and not self._rest.isActive():
            self._rest.start()
            wanted = wanted[: len(self.cards) + _AT_ONCE]
        layouts = [layout for widget in (self._holder, self.widget()) if (layout := widget.layout())]
        for layout in layouts:  # else every widget that is shown lays the whole page out
            layout.setEnabled(False)
        self._arrange(wanted)
        for layout in layouts:
            layout.setEnabled(True)
            layout.activate()

    def _arrange(self, wanted: list[_Entry]) -> None:
        """What stays is used again, so the focus stays with it."""
        shown = [self._card(key, found) if found else self._heading(key) for key, found in wanted]
        keys = {key for key, _found in wanted}
        for known in (self.cards, self._headings):
            for key in known.keys() - keys:
                widget = known.pop(key)
                widget.hide()
                widget.deleteLater()
        while self._list.takeAt(0):
            pass
        for widget in shown:
            self._list.addWidget(widget)
            widget.show()
        self._name_headings()
        before: QWidget = self.pack_button
        for card in self.cards.values():
            if card.leads:
                QWidget.setTabOrder(before, card.way_button)
                before = card.way_button

    def _in_order(self) -> Iterator[_Entry]:
        """Headings, without findings, and places with what was found there."""
        groups = [*(step.id for step in self._session.library.steps), PEOPLE, LAWS]
        for severity in Severity:
            found = [finding for finding in self._session.findings if finding.severity is severity]
            if found:
                yield (severity,), ()
            for group in groups:
                here: dict[_Key, list[Finding]] = {}
                for finding in found:
                    if group_of(self._session, finding) == group:
                        here.setdefault(_place(finding), []).append(finding)
                if here:
                    yield (severity, group), ()
                for place, found_there in here.items():
                    yield (severity, group, *place), tuple(found_there)

    def _card(self, key: _Key, findings: tuple[Finding, ...]) -> FindingCard:
        card = self.cards.pop(key, None)
        if card is None:
            card = FindingCard(self._session, findings, self._holder)
            card.pressed.connect(self._lead)
        else:
            card.show_findings(findings)
        self.cards[key] = card  # in the order they are shown
        return card

    def _heading(self, key: _Key) -> QLabel:
        if key not in self._headings:
            label = QLabel(self._holder)
            label.setWordWrap(True)
            theme.look(label, "heading" if len(key) == 1 else "muted")
            if len(key) == 1:
                label.setContentsMargins(0, theme.MEDIUM, 0, 0)
            self._headings[key] = label
        return self._headings[key]

    def _name_headings(self) -> None:
        for key, label in self._headings.items():
            if len(key) == 2:
                label.setText(group_words(self._session, key[1]))
            else:
                label.setText(_("Must be settled") if key[0] == Severity.OPEN else _("Worth another look"))

    def _lead(self, finding: Finding) -> None:
        match finding.where:
            case Where.QUESTION:
                self.question_wanted.emit(finding.place)
            case Where.CLAUSE:
                self.clause_wanted.emit(finding.place)
            case Where.PERSON:
                self.person_wanted.emit(finding.place)
            case Where.LAW:
                pass

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.TINY)
        words.addWidget(self.verdict_label)
        words.addWidget(self._count_label)
        head = QHBoxLayout(self.verdict)
        head.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        head.setSpacing(theme.LARGE)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._holder = QWidget()
        self._holder.setMaximumWidth(_WIDEST)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SMALL)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(self._title_label)
        column.addWidget(self.verdict)
        column.addWidget(self.pack_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._list)
        column.addStretch(1)
        body = QWidget()
        theme.look(body, "clear")
        outer = QHBoxLayout(body)
        outer.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.HUGE)
        outer.addWidget(self._holder, 1)
        self.setWidget(body)


def _place(finding: Finding) -> _Key:
    """What shares a card: one place, or all laws."""
    return (finding.where, "" if finding.where is Where.LAW else finding.place)


def _keep_from_ready(count: int) -> str:
    if count == 1:
        return _("One thing keeps this policy from being ready")
    return _("{count} things keep this policy from being ready", count=count)


def _counts(first: int, further: int) -> str:
    if further:
        return _("{first} to settle, {further} worth another look.", first=first, further=further)
    return _("{first} to settle.", first=first)


def _worth_a_look(count: int) -> str:
    if not count:
        return _("Nothing is left to see to.")
    if count == 1:
        return _("One thing is worth another look first.")
    return _("{count} things are worth another look first.", count=count)
