"""What a year of watching comes to: checks done, how many on time, what was said and where, and what waits."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.watch.evidence import TONES, MonthCount
from desktop.core.watch.incident_state import state_of
from desktop.core.watch.overview import by_place, by_tone, last_months, reviews_due, with_open
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import account_words, platform_words
from desktop.ui.days import date_words
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.log.entry_words import tone_words
from desktop.ui.watch.overview.figure_card import FigureCard
from desktop.ui.watch.overview.heat_map import HeatMap
from desktop.ui.watch.overview.month_bars import MonthBars, Part, date_of
from desktop.ui.watch.overview.number_tile import NumberTile
from desktop.ui.watch.overview.open_list import OpenList

_TWO_COLUMNS = 60
"""Width from which cards stand in two columns, in heights of a line."""

_PLACES = ("accent", "info", "warning", "success", "error", "muted")
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
)


class OverviewView(Retranslated, QScrollArea):
    """Reads the figures anew when it is shown and when something is kept meanwhile."""

    export_wanted = Signal(object)
    question_wanted = Signal(str)
    tab_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tiles = tuple(NumberTile() for _number in range(4))
        self.heat_map, self.share_bars, self.tone_bars, self.place_bars = (
            HeatMap(),
            MonthBars(),
            MonthBars(),
            MonthBars(),
        )
        self.heat_card, self.share_card = FigureCard(self.heat_map), FigureCard(self.share_bars)
        self.tone_card, self.place_card = FigureCard(self.tone_bars), FigureCard(self.place_bars)
        self.incident_list, self.review_list = OpenList(), OpenList()
        self.report_button = QPushButton()
        self.report_button.setIcon(theme.icon("document"))
        self._lay_out()
        self.report_button.clicked.connect(lambda: self.export_wanted.emit(ExportWish(("evidence-report",))))
        self.incident_list.wanted.connect(lambda: self.tab_wanted.emit("incidents"))
        self.review_list.wanted.connect(lambda: self.tab_wanted.emit("accounts"))
        session.watch.changed.connect(self._refresh)
        self.retranslate()

    def focus_first(self) -> None:
        """Put the focus on the first thing to press."""
        self.report_button.setFocus()

    def flush(self) -> None:
        """Nothing is typed here."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was kept meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.show_state()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The day may be another when it is shown again."""
        super().hideEvent(event)
        self._is_stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One column or two."""
        super().resizeEvent(event)
        two = self.viewport().width() >= _TWO_COLUMNS * self.fontMetrics().height()
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)

    def retranslate(self) -> None:
        """Set the words of the heads, and of the figures once they are shown."""
        self.setAccessibleName(_("Overview"))
        self.heat_card.name(_("Checks of the last twelve months"))
        self.share_card.name(_("Checks done on time, by month"))
        self.tone_card.name(_("What was said, by tone"))
        self.place_card.name(_("What was said, by place"))
        self.incident_list.name(_("Open incidents"))
        self.review_list.name(_("Access to look at again"))
        self.incident_list.button.setText(_("To the incidents"))
        self.review_list.button.setText(_("To the accounts"))
        self.report_button.setText(_("Make the month’s evidence report…"))
        if not self._is_stale:
            self.show_state()

    def show_state(self) -> None:
        """Read the figures and show them."""
        self._is_stale = False
        today, watch = self._session.today, self._session.watch
        book, months = watch.evidence, last_months(today)
        first = months[0] if months else today
        shares = with_open(book.months(max(first, watch.began), today), watch.open_days)
        self._show_days(today)
        self._show_shares(months, shares)
        mentions = book.mentions(first, today)
        self._show_tones(months, mentions)
        self._show_places(months, mentions)
        self._show_open(today)
        self._show_tiles(shares.get(today.replace(day=1), MonthCount()))

    def _refresh(self, _kind: str) -> None:
        self._is_stale = True
        if self.isVisible():
            self.show_state()

    def _show_days(self, today: date) -> None:
        watch = self._session.watch
        days = watch.evidence.days(max(today - timedelta(days=371), watch.began), today)
        self.heat_map.show_days(days, today)
        done = sum(count.done for count in days.values())
        said = _("{count} checks on {days} days of the last twelve months", count=done, days=len(days))
        self.heat_map.setAccessibleName(said)
        heads = (_("Day"), _("Done"), _("Of these late"), _("Skipped"))
        rows = [
            (date_words(day), str(count.done), str(count.late), str(count.skipped))
            for day, count in sorted(days.items(), reverse=True)
        ]
        self.heat_card.show_numbers(heads, rows)

    def _show_shares(self, months: tuple[date, ...], shares: dict[date, MonthCount]) -> None:
        counts = [shares.get(month, MonthCount()) for month in months]
        names = (_("On time"), _("Late"), _("Missed"), _("Skipped"))
        colours = ("success", "warning", "error", "muted")
        patterns = (_PATTERNS[0], _PATTERNS[1], _PATTERNS[2], _PATTERNS[3])
        columns = [
            tuple(count.on_time for count in counts),
            tuple(count.late for count in counts),
            tuple(count.missed for count in counts),
            tuple(count.skipped for count in counts),
        ]
        parts = [Part(*each) for each in zip(names, colours, columns, patterns, strict=True)]
        said = [_share(count) for count in counts]
        self.share_bars.show_parts(months, parts, said)
        self.share_bars.setAccessibleName(
            "; ".join(f"{date_of(month)}: {share}" for month, share in zip(months, said, strict=True) if share)
        )
        rows = [
            (date_of(month), *(str(column[index]) for column in columns), said[index])
            for index, month in enumerate(months)
        ]
        self.share_card.show_numbers((_("Month"), *names, _("Share on time")), rows)

    def _show_tones(self, months: tuple[date, ...], mentions: dict[tuple[date, str, str], int]) -> None:
        colours = {"good": "success", "neutral": "muted", "bad": "error"}
        patterns = dict(zip(TONES, (_PATTERNS[0], _PATTERNS[3], _PATTERNS[2]), strict=True))
        series = by_tone(mentions, months, TONES)
        parts = [Part(tone_words(each.id), colours[each.id], each.counts, patterns[each.id]) for each in series]
        self._show_mentions(self.tone_card, self.tone_bars, months, parts)

    def _show_places(self, months: tuple[date, ...], mentions: dict[tuple[date, str, str], int]) -> None:
        series = by_place(mentions, months)
        library = self._session.library
        parts = [
            Part(platform_words(library, each.id) if each.id else _("Elsewhere"), colour, each.counts, pattern)
            for each, colour, pattern in zip(series, _PLACES, _PATTERNS, strict=False)
        ]
        self._show_mentions(self.place_card, self.place_bars, months, parts)

    def _show_mentions(self, card: FigureCard, bars: MonthBars, months: tuple[date, ...], parts: list[Part]) -> None:
        bars.show_parts(months, parts)
        bars.setAccessibleName("; ".join(f"{part.words}: {sum(part.counts)}" for part in parts))
        rows = [(date_of(month), *(str(part.counts[index]) for part in parts)) for index, month in enumerate(months)]
        card.show_numbers((_("Month"), *(part.words for part in parts)), rows)

    def _show_open(self, today: date) -> None:
        session, book = self._session, self._session.watch.evidence
        waiting = session.watch.open_incidents
        titles = [state_of(each, book.notes("incident", each.number)).title for each in waiting]
        lines = [
            _("{title}, since {day}", title=title, day=date_words(each.opened.date()))
            for title, each in zip(titles, waiting, strict=True)
        ]
        more = _("… and more")
        self.incident_list.show_lines(lines, _("No incident is open."), more)
        accounts, reviews = session.answers.accounts, book.reviews()
        late = []
        for account in reviews_due(accounts, reviews, today):
            name = account_words(session.library, accounts[account])
            seen = reviews.get(account)
            last = _("last looked at on {day}", day=date_words(seen.on)) if seen else _("not looked at yet")
            late.append(f"{name}: {last}")
        self.review_list.show_lines(late, _("Every account was looked at in the last three months."), more)
        self._open = len(waiting), len(late)

    def _show_tiles(self, month: MonthCount) -> None:
        incidents, reviews = self._open
        done = month.on_time + month.late
        for tile, number, words in zip(
            self.tiles,
            (str(done), _share(month) or "–", str(incidents), str(reviews)),
            (
                _("checks done this month"),
                _("on time this month: {count} of {due}", count=month.on_time, due=month.due)
                if month.due
                else _("on time this month"),
                _("open incidents"),
                _("accounts to look at"),
            ),
            strict=True,
        ):
            tile.show_number(number, words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.HUGE, theme.LARGE, theme.HUGE, theme.HUGE)
        column.setSpacing(theme.LARGE)
        column.addLayout(row)
        column.addWidget(self.heat_card)
        self._pairs: list[QBoxLayout] = []
        for left, right in (
            (self.share_card, self.tone_card),
            (self.place_card, self.incident_list),
        ):
            pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            pair.setSpacing(theme.LARGE)
            pair.addWidget(left, 1)
            if right is self.incident_list:
                stack = QVBoxLayout()
                stack.setSpacing(theme.LARGE)
                stack.addWidget(self.incident_list)
                stack.addWidget(self.review_list)
                stack.addStretch(1)
                pair.addLayout(stack, 1)
            else:
                pair.addWidget(right, 1)
            self._pairs.append(pair)
            column.addLayout(pair)
        column.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)


def _share(count: MonthCount) -> str:
    """How much was done on time of what was to be done, as the month's report has it; "" where there was nothing."""
    return "" if count.percent is None else f"{count.percent}%"
