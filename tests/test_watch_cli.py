"""The commands of watching as scripts use them."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
import vobject

from desktop import cli
from desktop.content.answers_file import read_answers, sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WorkCalendar
from desktop.core.watch.evidence import DONE, HAPPENED, Entry, Tick
from desktop.store.business_file import BusinessFile

LIBRARY = load_library()
NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
DAILY = "comments-short"


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "en")


@pytest.fixture
def bakery(tmp_path):
    """A business file with the answers of the bakery."""
    answers = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
    path = tmp_path / "Kedai.dasar"
    watch = WatchChoices(began=NOW.date())
    values = {"business_name": "Kedai Roti, Seri", **dict(answers.values)}
    stored = Answers(values, answers.people, answers.accounts, watch=watch)
    BusinessFile.create(path, stored, content_version=LIBRARY.version, now=NOW).close()
    return path


def run(capsys, *arguments):
    code = cli.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def tasks(capsys, file, day):
    code, out, err = run(capsys, "tasks", file, "--date", day, "--json")
    assert (code, err) == (0, "")
    return {row["id"]: row for row in json.loads(out)}


def ticks(path):
    with BusinessFile.open(path, now=NOW, writable=False) as file:
        return file.evidence.ticks()


def test_tasks_for_scripts(capsys, bakery):
    rows = tasks(capsys, bakery, "2027-01-06")
    assert all(
        list(row) == ["id", "title", "due", "status", "missed", "assignee"] and set(row["title"]) == {"ms", "en"}
        for row in rows.values()
    )
    assert rows[DAILY]["due"] == "2027-01-04"
    assert (rows[DAILY]["status"], rows[DAILY]["missed"]) == ("overdue", 2)
    assert rows[DAILY]["assignee"]
    assert rows["leaver"] | {"title": {}} == {
        "id": "leaver",
        "title": {},
        "due": None,
        "status": "on_event",
        "missed": 0,
        "assignee": rows["leaver"]["assignee"],
    }
    statuses = [row["status"] for row in rows.values()]
    order = ["overdue", "today", "this_week", "later", "on_event"]
    assert statuses == sorted(statuses, key=order.index)


def test_tasks_of_an_answers_file_count_from_the_day_given(capsys, tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text('[answers]\nbusiness_name = "Kedai"\nstaff_count = 3\n', encoding="utf-8")
    rows = tasks(capsys, path, "2027-01-06")
    assert rows
    assert not [row for row in rows.values() if row["status"] == "overdue" or row["missed"]]


def test_an_answers_file_says_from_when_tasks_count(capsys, tmp_path):
    path = tmp_path / "kedai.toml"
    own = '[[watch.own]]\nid = "own-1"\ntitle = "Lap"\nevery = "week"\nweekday = "monday"\n'
    path.write_text(f"[answers]\n[watch]\nbegan = 2027-01-04\n{own}", encoding="utf-8")
    assert read_answers(path, LIBRARY).watch.own["own-1"] == OwnTask(
        "own-1", {"ms": "Lap", "en": "Lap"}, Rhythm("week", 0)
    )
    row = tasks(capsys, path, "2027-01-19")["own-1"]
    assert (row["due"], row["status"], row["missed"]) == ("2027-01-04", "overdue", 2)


def test_tasks_in_words(capsys, bakery):
    code, out, _ = run(capsys, "tasks", bakery, "--date", "2027-01-06")
    assert code == 0
    heads = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert heads[0] == "Overdue"
    assert heads[-1] == "When it happens"
    (line,) = [line for line in out.splitlines() if line.startswith(f"  {DAILY} ")]
    assert line.split("  ", 2)[2].strip().startswith("Look over new comments, messages and reviews · 4 January 2027 · ")
    assert "missed before: 2" in line


def test_a_title_of_several_lines_stands_in_one(capsys, bakery):
    own = OwnTask("own-1", {"ms": "Lap\nmeja", "en": "Wipe\n  the tables"}, Rhythm("week"))
    with BusinessFile.open(bakery, now=NOW) as file:
        file.set_watch(WatchChoices(began=NOW.date(), own={"own-1": own}), "watch:task:own-1", now=NOW)
    code, out, _ = run(capsys, "tasks", bakery, "--date", "2027-01-06")
    (line,) = [line for line in out.splitlines() if line.startswith("  own-1 ")]
    assert (code, "Wipe the tables · " in line) == (0, True)


def test_a_title_in_one_language_stands_for_the_other_in_scripts(capsys, bakery):
    own = OwnTask("own-1", {"ms": "Lap meja"}, Rhythm("week"))
    with BusinessFile.open(bakery, now=NOW) as file:
        file.set_watch(WatchChoices(began=NOW.date(), own={"own-1": own}), "watch:task:own-1", now=NOW)
    assert tasks(capsys, bakery, "2027-01-06")["own-1"]["title"] == {"ms": "Lap meja", "en": "Lap meja"}


def test_the_last_day_there_is(capsys, bakery, tmp_path):
    for arguments in (("tasks", bakery), ("done", bakery, DAILY), ("calendar", bakery, "--out", tmp_path / "x.ics")):
        assert run(capsys, *arguments, "--date", "9999-12-31")[0] == 0


def test_tasks_in_malay(capsys, bakery, monkeypatch):
    monkeypatch.setenv("DASARKITA_LANGUAGE", "ms")
    code, out, _ = run(capsys, "tasks", bakery, "--date", "2027-01-06")
    assert code == 0
    assert "Lihat komen, mesej dan ulasan baharu · 4 Januari 2027" in out


def test_what_is_done_is_kept_and_what_comes_next_is_said(capsys, bakery):
    before = datetime.now(UTC)
    code, out, _ = run(capsys, "done", bakery, DAILY, "--date", "2027-01-06", "--by", " Iman ", "--note", "lewat; 🍞")
    assert code == 0
    assert out == "Done: Look over new comments, messages and reviews\nIt comes next on 7 January 2027.\n"
    (tick,) = ticks(bakery)
    assert (tick.task, tick.outcome, tick.by, tick.note, tick.missed) == (DAILY, DONE, "Iman", "lewat; 🍞", 2)
    assert (tick.due, tick.occurrence, tick.on) == (date(2027, 1, 6), date(2027, 1, 6), date(2027, 1, 6))
    assert before.replace(microsecond=0) <= tick.written <= datetime.now(UTC)
    row = tasks(capsys, bakery, "2027-01-06")[DAILY]
    assert (row["due"], row["status"], row["missed"]) == ("2027-01-07", "this_week", 0)
    row = tasks(capsys, bakery, "2027-01-07")[DAILY]
    assert (row["due"], row["status"]) == ("2027-01-07", "today")


def test_an_event_is_seen_to_as_often_as_it_happens(capsys, bakery):
    for _ in range(2):
        code, out, _ = run(capsys, "done", bakery, "leaver", "--date", "2027-01-06")
        assert code == 0
        assert out.splitlines()[-1] == "It comes again when it happens."
    assert len(ticks(bakery)) == 2


def test_an_event_that_waits_is_seen_to(capsys, bakery):
    with BusinessFile.open(bakery, now=NOW) as file:
        day = date(2027, 1, 5)
        file.evidence.add_tick(Tick("leaver", day, day, day, HAPPENED), {"en": "Leaver"}, now=NOW)
    row = tasks(capsys, bakery, "2027-01-06")["leaver"]
    assert (row["status"], row["due"]) == ("overdue", "2027-01-05")
    assert run(capsys, "done", bakery, "leaver", "--date", "2027-01-06")[0] == 0
    assert tasks(capsys, bakery, "2027-01-06")["leaver"]["status"] == "on_event"


def test_a_day_to_come_is_pointed_out(capsys, bakery):
    code, _, err = run(capsys, "done", bakery, DAILY, "--date", "2130-01-06")
    assert code == 0
    assert err == "6 January 2130 is still to come by the clock of this computer.\n"


@pytest.mark.parametrize(
    ("task", "day", "cause"),
    [
        ("comment-short", "2027-01-06", "there is no task called “comment-short”. Did you mean “comments-short”?"),
        ("Search for watch words", "2027-01-06", "Did you mean “mentions-week”?"),
        ("perkataan pantauan", "2027-01-06", "Did you mean “mentions-week”?"),
        ("zzz", "2027-01-06", "there is no task called “zzz”."),
        ("comments", "2027-01-06", "the task “comments” does not apply to these answers."),
        ("recovery", "2027-01-06", "the task “recovery” is switched off"),
        (DAILY, "2026-12-31", "--date: tasks count from 4 January 2027; 31 December 2026 lies before it"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(capsys, bakery, task, day, cause):
    with BusinessFile.open(bakery, now=NOW) as file:
        choices = WatchChoices(began=NOW.date(), tasks={"recovery": TaskChoice(on=False)})
        file.set_watch(choices, "watch:task:recovery", now=NOW)
    before = bakery.read_bytes()
    code, out, err = run(capsys, "done", bakery, task, "--date", day)
    assert (code, out) == (2, "")
    assert err.startswith("Kedai.dasar: ")
    assert err.count("\n") == 1
    assert err.rstrip("\n").endswith(cause) or cause in err
    assert ticks(bakery) == ()
    assert bakery.read_bytes() == before


def test_nothing_is_done_twice_a_day_by_mistake(capsys, bakery):
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-06")[0] == 0
    code, out, err = run(capsys, "done", bakery, DAILY, "--date", "2027-01-06")
    assert (code, out) == (2, "")
    assert err == (
        "Kedai.dasar: “comments-short” was seen to on 6 January 2027 already; it comes next on 7 January 2027\n"
    )
    assert len(ticks(bakery)) == 1
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-07")[0] == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("kedai.toml", b"[answers]"), ("gone.dasar", None), ("Kosong.dasar", b"not a business file" * 99)],
)
def test_a_file_that_keeps_no_evidence_is_refused(capsys, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    for more in (("done", path, DAILY), ("log", path, "--csv", tmp_path / "log.csv")):
        code, out, err = run(capsys, *more)
        assert (code, out) == (2, "")
        assert err.startswith(f"{name}: ")
        assert len(err.splitlines()) == 1
    assert {each.name for each in tmp_path.iterdir()} <= {name}


def test_a_faulty_answers_file_is_refused_with_each_fault(capsys, tmp_path):
    path = tmp_path / "kedai.toml"
    path.write_text("[answers]\n[watch]\nbegan = 3\nstart = 4\n", encoding="utf-8")
    code, out, err = run(capsys, "tasks", path)
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == [
        "kedai.toml: [watch] began: a date is expected, as 2027-01-31",
        "kedai.toml: [watch] start: this key is not known",
    ]


def test_the_window_keeps_the_file_to_itself(capsys, bakery):
    with BusinessFile.open(bakery, now=NOW):
        code, out, err = run(capsys, "done", bakery, DAILY, "--date", "2027-01-06")
        assert (code, out) == (2, "")
        assert err.startswith("Kedai.dasar: ")
        assert tasks(capsys, bakery, "2027-01-06")[DAILY]["status"] == "overdue"
    assert ticks(bakery) == ()
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-06")[0] == 0


def test_a_protected_file_takes_ticks(capsys, bakery, tmp_path):
    with BusinessFile.open(bakery, now=NOW) as file:
        file.protect("rahsia besar", now=NOW)
    password = tmp_path / "password.txt"
    password.write_text("rahsia besar\n", encoding="utf-8")
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-06", "--password-file", password)[0] == 0
    code, out, _ = run(capsys, "tasks", bakery, "--date", "2027-01-06", "--json", "--password-file", password)
    assert code == 0
    assert {row["id"]: row for row in json.loads(out)}[DAILY]["due"] == "2027-01-07"
    assert run(capsys, "log", bakery, "--csv", tmp_path / "log.csv", "--password-file", password)[0] == 0
    password.write_text("salah\n", encoding="utf-8")
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-07", "--password-file", password)[0] == 2


def events(path):
    calendar = vobject.readOne(path.read_bytes().decode())
    return calendar, {event.uid.value: event for event in calendar.vevent_list}


def test_a_calendar_has_the_days_that_the_list_names(capsys, bakery, tmp_path):
    target = tmp_path / "Tugas.ics"
    code, out, err = run(capsys, "calendar", bakery, "--out", target, "--date", "2027-01-05")
    assert (code, out, err) == (0, f"{target}\n", "")
    calendar, found = events(target)
    assert calendar.x_wr_calname.value.startswith("DasarKita: Kedai Roti")
    days = {event.dtstart.value for event in found.values()}
    assert (min(days), max(days) > date(2028, 12, 20), max(days) < date(2029, 1, 5)) == (date(2027, 1, 5), True, True)
    for day in ("2027-01-05", "2027-06-15"):
        listed = tasks(capsys, bakery, day)
        todays = {row["title"]["en"] for row in listed.values() if row["due"] == day}
        told = {event.summary.value for event in found.values() if event.dtstart.value == date.fromisoformat(day)}
        assert todays <= told


def test_a_calendar_leaves_out_what_was_done(capsys, bakery, tmp_path):
    target = tmp_path / "Tugas.ics"
    assert run(capsys, "done", bakery, DAILY, "--date", "2027-01-05")[0] == 0
    assert run(capsys, "calendar", bakery, "--out", target, "--date", "2027-01-05")[0] == 0
    days = {uid.partition("@")[0] for uid in events(target)[1]}
    assert f"{DAILY}-20270105" not in days
    assert f"{DAILY}-20270106" in days


def test_a_calendar_made_again_after_a_change_keeps_the_names_of_its_events(capsys, bakery, tmp_path):
    first, second = tmp_path / "1.ics", tmp_path / "2.ics"
    assert run(capsys, "calendar", bakery, "--out", first, "--date", "2027-01-05", "--language", "ms")[0] == 0
    with BusinessFile.open(bakery, now=NOW) as file:
        calendar = WorkCalendar(shift="before")
        file.set_watch(WatchChoices(began=NOW.date(), calendar=calendar), "watch:calendar", now=NOW)
    assert run(capsys, "calendar", bakery, "--out", second, "--date", "2027-01-05", "--language", "en")[0] == 0
    old, new = events(first)[1], events(second)[1]
    assert len(old.keys() & new.keys()) > 0.98 * len(old)
    assert any(old[uid].dtstart.value > new[uid].dtstart.value for uid in old.keys() & new.keys())
    assert all(old[uid].summary.value != new[uid].summary.value for uid in old.keys() & new.keys())
    assert all(int(old[uid].sequence.value) <= int(new[uid].sequence.value) for uid in old.keys() & new.keys())


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("Kedai.dasar", "would replace a file that the program reads"),
        ("kedai.toml", "would replace a file that the program reads"),
        ("home", "this is a folder"),
        ("gone/Tugas.ics", "cannot be reached"),
        ("Kedai.dasar/Tugas.ics", "cannot be reached"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(capsys, bakery, tmp_path, target, cause):
    (tmp_path / "home").mkdir()
    before = bakery.read_bytes()
    for command, option in (("calendar", "--out"), ("log", "--csv")):
        code, out, err = run(capsys, command, bakery, option, tmp_path / target)
        assert (code, out) == (2, "")
        assert err.startswith(f"{tmp_path / target}: ")
        assert cause in err
    assert bakery.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"Kedai.dasar", "home"}


def test_an_unknown_language_is_refused(capsys, bakery, tmp_path):
    code, _, err = run(capsys, "calendar", bakery, "--out", tmp_path / "x.ics", "--language", "fr")
    assert (code, err) == (2, "--language fr: is not one of ms, en\n")


def test_the_log_as_a_table(capsys, bakery, tmp_path):
    with BusinessFile.open(bakery, now=NOW) as file:
        late = file.evidence.add_entry(Entry(date(2027, 1, 7), "facebook", text="=1+1"), now=NOW)
        file.evidence.add_entry(Entry(date(2027, 1, 6), "instagram", text="Sedap\nsekali"), now=NOW)
        file.evidence.add_entry(
            Entry(date(2027, 1, 7), "facebook", text="=1+1", outcome="Dijawab", entry=late.entry), now=NOW
        )
    target = tmp_path / "log.csv"
    assert run(capsys, "log", bakery, "--csv", target) == (0, f"{target}\n", "")
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))
    assert [(row["Found on"], row["What was written"], row["State"]) for row in rows] == [
        ("2027-01-06", "Sedap\nsekali", "Not settled yet"),
        ("2027-01-07", "'=1+1", "Settled"),
    ]
