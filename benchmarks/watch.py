"""Watching with five years of evidence: what the page asks for first, search, the page itself, the files it writes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

import apsw

from benchmarks.timing import in_turn, line, seconds
from benchmarks.window import OpenPolicy
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.content.public_holidays import public_holidays
from desktop.core.assemble import settle
from desktop.core.watch.checklist import checklist
from desktop.core.watch.evidence import DONE, SKIPPED, TONES, WRITERS, Entry, Tick
from desktop.core.watch.plan import plan_of
from desktop.core.watch.working_days import working_days
from desktop.render.calendar_file import CalendarLook, calendar_file
from desktop.render.log_table import log_table
from desktop.store import log_rows, tick_rows
from desktop.store.business_file import BusinessFile

TICKS, ENTRIES, DAYS = 50_000, 20_000, 1_826
FIRST_SHOWN = 100
"""Entries of the log that are in sight at first."""

SOON = 0.1
"""Seconds after which a person begins to wait."""

FRAME = 0.016
ROUNDS = 7
TYPED = ("roti keras", "kedai kami", "the customer", "servis", "gambar pelanggan", "a", "pelanggan marah kerana", "zzz")
"""Everyday searches, words that stand everywhere, and one that stands nowhere; each is typed letter by letter."""

NOW = datetime.now(UTC)
TODAY = NOW.date()


def full_file(folder: Path) -> BusinessFile:
    """A clinic with all its tasks, that watched for five years."""
    library = load_library()
    sample = next(sample for sample in library.samples if sample.id == "clinic")
    answers = sample_answers(sample, library)
    file = BusinessFile.create(folder / "Klinik.dasar", answers, now=NOW, backup_folder=folder / "backups")
    tasks = [task for task in plan_of(settle(library, answers)) if task.rhythm.every != "event"]
    words = " ".join(clause.body["ms"] + " " + clause.body["en"] for clause in library.clauses).split()
    random = Random(1)  # the same file at every run
    with file.noting(NOW) as connection:
        for number in range(TICKS):
            day = TODAY - timedelta(days=DAYS - number * DAYS // TICKS)
            task, late = tasks[number % len(tasks)], number % 7 == 0
            outcome = SKIPPED if number % 50 == 0 else DONE
            tick = Tick(
                task.id, day, day - timedelta(days=late), day, outcome, by="Aminah", note="siap " * (number % 3)
            )
            tick_rows.add_tick(connection, tick, task.title, NOW)
        for number in range(ENTRIES):
            log_rows.add_entry(connection, _entry(number, words, random), NOW)
    return file


def _entry(number: int, words: list[str], random: Random) -> Entry:
    return Entry(
        seen=TODAY - timedelta(days=DAYS - number * DAYS // ENTRIES),
        where=random.choice(("facebook", "instagram", "tiktok", "google_reviews")),
        writer=random.choice(WRITERS),
        text=" ".join(random.choices(words, k=random.randint(5, 60))),
        tone=random.choice(TONES),
        action="Dibalas",
        by="Aminah",
        outcome="Selesai" if number % 20 else "",
    )


class Opening:
    """What the page asks the file for when it is shown first: checklist, log, overview."""

    def __init__(self, file: BusinessFile) -> None:
        self._book = file.evidence
        library = load_library()
        self._settled = settle(library, file.answers)
        holidays = public_holidays(str(file.answers.values["state"]), range(TODAY.year - 6, TODAY.year + 3))
        self._days = working_days(self._settled.all_facts, file.answers.watch.calendar, holidays)
        self._plan = plan_of(self._settled)
        self._began = TODAY - timedelta(days=DAYS)

    def all(self) -> None:
        book, year = self._book, TODAY - timedelta(days=371)
        checklist(self._plan, self._days, self._began, book.settled(TODAY), TODAY, book.happened(TODAY))
        book.entries(limit=FIRST_SHOWN)
        book.entry_count(state="open")
        book.days(year, TODAY)
        book.months(year, TODAY)
        book.mentions(year, TODAY)
        book.incidents()
        book.reviews()

    def calendar(self, look: CalendarLook) -> bytes:
        return calendar_file(self._plan, self._days, self._began, TODAY, look, now=NOW)


def floor(path: Path) -> Callable[[], None]:
    """The same rows, selected and nothing else."""
    connection = apsw.Connection(str(path))
    year = (TODAY - timedelta(days=371)).isoformat()

    def select() -> None:
        connection.execute(
            "SELECT task, max(occurrence) FROM tick WHERE outcome <> 'withdrawn' GROUP BY task"
        ).fetchall()
        connection.execute("SELECT * FROM entry ORDER BY number DESC LIMIT 100").fetchall()
        connection.execute("SELECT count(*) FROM entry WHERE outcome = ''").fetchall()
        connection.execute("SELECT * FROM day_count WHERE day >= ?", (year,)).fetchall()
        connection.execute("SELECT seen, tone, place FROM entry WHERE seen >= ?", (year,)).fetchall()

    return select


def search(file: BusinessFile) -> None:
    """Every letter of every search: the first page of what is found, and how many there are."""
    book = file.evidence
    strokes = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]

    def find(typed: str) -> None:
        book.entries(typed, limit=FIRST_SHOWN)
        book.entry_count(typed)

    taken = {typed: median(seconds(lambda typed=typed: find(typed)) for _ in range(ROUNDS)) for typed in strokes}
    slowest = max(taken.values())
    line(f"the slowest letter, log of {ENTRIES:,} / one frame", slowest, FRAME, slowest / FRAME, "aim 1.0 or less")
    every = median(taken.values())
    line(f"a letter typed, log of {ENTRIES:,} / one frame", every, FRAME, every / FRAME, "")


def files(file: BusinessFile, opening: Opening) -> None:
    """The calendar of 24 months and the log as a table, as they are written."""
    library = load_library()
    look = CalendarLook(library, "ms", "Klinik")
    taken = median(seconds(lambda: opening.calendar(look)) for _ in range(ROUNDS))
    line("calendar file of 24 months / one second", taken, 1, taken, "aim 1.0 or less")
    entries = file.evidence.entries()
    taken = median(seconds(lambda: log_table(library, entries)) for _ in range(3))
    line(f"table of {ENTRIES:,} entries / one second", taken, 1, taken, "aim 1.0 or less")


def page(file: BusinessFile, folder: Path) -> None:
    """The page in sight with each of its tabs, painted, against a tenth of a second."""
    policy = OpenPolicy(folder)  # the program as it is when somebody turns to the page
    from desktop.settings import Settings
    from desktop.ui.session import Session
    from desktop.ui.watch.watch_page import WatchPage
    from desktop.ui.watch.watch_tabs import TABS

    session = Session(load_library(), file, lambda: NOW)
    session.settled  # noqa: B018 - an open policy is settled
    made: list[WatchPage] = []

    def show() -> None:
        made.append(WatchPage(session, Settings()))
        made[0].resize(1100, 700)
        made[0].show()
        policy.app.sendPostedEvents()
        made[0].repaint()

    def turn(tab: str) -> None:
        made[0].show_tab(tab)
        policy.app.sendPostedEvents()
        made[0].repaint()

    taken = {"the page": seconds(show)}
    policy.app.processEvents()
    for tab in TABS:
        taken[f"the tab “{tab}”"] = seconds(lambda tab=tab: turn(tab))
        policy.app.processEvents()
    for name, time in taken.items():
        line(f"first sight of {name}, five years / a tenth of a second", time, SOON, time / SOON, "aim 1.0 or less")
    made[0].close()
    policy.window.close()


def run() -> None:
    """Fills a file, which takes a while, and asks it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        with full_file(folder) as file:
            opening = Opening(file)
            result = in_turn(opening.all, floor(file.path), ROUNDS)
            line(f"page asks {TICKS:,} ticks, {ENTRIES:,} entries / plain SELECT", *result, "at most 100 ms")
            search(file)
            files(file, opening)
            page(file, folder)
