"""Papers made from the plan and from evidence: what is told, what is counted, and forms where nothing is known."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.answers import Account
from desktop.core.bilingual import SideBySide, entry_rows
from desktop.core.document import Field, ListBlock, Table, plain
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchChoices, WorkCalendar
from desktop.core.watch.evidence import DONE, HAPPENED, Incident, Note, Records, Tick
from desktop.core.watch.evidence_paper import counted, task_counts
from desktop.export import file_name
from desktop.render.outline import outline
from tests.evidence import BY, FILE, KNOWN, LONG, MONTH, records_of

LIBRARY = load_library()
TODAY = date(2027, 2, 1)
REPORTS = sorted(forms.EVIDENCE)
PAPERS = [*REPORTS, "account-register", "wall-checklist", "monitoring-schedule"]


def answers_of(name="bakery"):
    return sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)


BAKERY = answers_of()
FULL = records_of(LIBRARY, BAKERY)


def made(document, language="en", records=FULL, answers=BAKERY):
    return forms.make(LIBRARY, answers, language, document=document, today=TODAY, records=records)


def text(document, language="en", records=FULL, answers=BAKERY):
    return outline(made(document, language, records, answers))


def blocks(document):
    return [block for entry in document.annexes[0].entries for block in entry.blocks]


def table_below(document, heading):
    """The table under a heading, as plain rows."""
    entry = next(each for each in document.annexes[0].entries if plain(each.heading) == heading)
    table = next(block for block in entry.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row] for row in table.rows]


def tick(number, task="t", **changes):
    day = date(2027, 1, 4)
    return replace(Tick(task, day, day, day, DONE, number=number), **changes)


def test_counts_are_those_of_ticks_that_still_count():
    ticks = (
        tick(1),
        tick(2, on=date(2027, 1, 6)),
        tick(3, missed=2),
        tick(4, outcome="skipped"),
        tick(5, outcome="withdrawn", corrects=1),
        tick(6, outcome=HAPPENED),
        tick(7, task="other"),
    )
    counts = task_counts(Records(MONTH, ticks=ticks, corrected=frozenset({7}), overdue=("late-one",)))
    assert set(counts) == {"t", "late-one"}
    found = counts["t"]
    assert (found.on_time, found.late, found.skipped, found.missed, found.due) == (0, 2, 1, 2, 5)
    assert counts["late-one"].is_open
    assert not counts["late-one"].due


def test_the_rows_of_a_month_add_up():
    rows = table_below(made("evidence-report"), "Tasks in this month")[1:]
    figures = [[int(re.match(r"\d+", cell or "0")[0]) if cell[:1].isdigit() else 0 for cell in row[1:]] for row in rows]
    assert figures[-1] == [sum(column) for column in zip(*figures[:-1], strict=True)]
    assert all(row[0] == sum(row[1:]) for row in figures)
    done = sum(each.outcome == DONE for each in counted(FULL))
    assert figures[-1][1] + figures[-1][2] == done


def test_every_tick_is_listed_with_what_corrects_it():
    rows = table_below(made("evidence-report"), "Every tick of this month")[1:]
    assert [row[0] for row in rows] == [str(each.number) for each in FULL.ticks]
    assert "see no. 41" in rows[0][5]
    assert "in place of no. 1" in rows[-1][5]
    assert "Tersilap" in rows[-1][5]
    late = next(row for row in rows if row[0] == "11")
    assert late[5].startswith("late")


def test_a_tick_corrected_in_another_month_says_so():
    records = Records(MONTH, ticks=(tick(1),), corrected=frozenset({1}))
    (row,) = table_below(made("evidence-report", records=records), "Every tick of this month")[1:]
    assert "corrected later" in row[5]
    assert "Done on time" not in text("evidence-report", records=records)


def test_posts_are_listed_with_the_days_they_took_and_without_their_words():
    report = made("evidence-report")
    rows = table_below(report, "Posts and mentions")[1:]
    assert [row[7] for row in rows[:5]] == ["1", "2", "3", "0", ""]
    assert rows[4][6] == "not done yet"
    assert "Roti basi" not in outline(report)
    assert "Seen to: 10 of 12." in outline(report)


def test_titles_are_those_of_the_time():
    task = FULL.ticks[1].task
    records = replace(FULL, titles={task: {"ms": "Nama lama", "en": "Its old name"}})
    assert "Its old name" in text("evidence-report", records=records)
    gone = Records(MONTH, ticks=(tick(1, task="own-7"),), titles={"own-7": {"ms": "Tugas sendiri"}})
    assert "Tugas sendiri" in text("evidence-report", records=gone)


def test_a_month_without_evidence_says_so_and_invents_nothing():
    report = text("evidence-report", records=Records(MONTH))
    assert "Nothing is recorded for this month." in report
    assert "Every tick" not in report
    assert "January 2027" in report


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("document", REPORTS)
def test_without_records_it_is_a_form(document, language):
    form = made(document, language, Records())
    assert form.status == LIBRARY.words["fill_in"][language]
    said = outline(form)
    for name in (BY[1], "Mr Tan", FILE, "2027"):
        assert name not in said
    assert sum(run.fill != "" for cell in cells(form) for run in cell) > 5


def test_evidence_is_never_a_draft():
    assert made("evidence-report").status == "January 2027"
    assert made("incident-report").status == "Incident no. 2"
    assert made("leaver-record", "ms").status == "15 Januari 2027"
    assert made("account-register").status == "Draft"


def test_an_incident_is_told_from_beginning_to_end():
    report = made("incident-report")
    said = outline(report)
    kind = next(each for each in LIBRARY.incident_kinds if each.data_leak)
    told = ("Customer list", "8/1/2027, 14:05", "Roti basi", "All customers were told", FILE)
    for words in (kind.title["en"], *told):
        assert words in said.replace("\u200b", "")
    notes = table_below(report, "What happened, in order")[1:]
    assert [row[0] for row in notes] == ["5", "6", "7", "8", "9"]
    assert notes[1][3].startswith("Does not count: see no. 8")
    first = table_below(report, "What was done first")[1:]
    assert [row[2] for row in first if row[1]] == [BY[0]]
    assert len(first) > 1


def test_the_hours_count_only_where_personal_data_leaked_in_malaysia():
    said = text("incident-report")
    assert "The 72 hours end on 11/1/2027, 14:05." in said
    assert "guideline" in said
    tame = replace(FULL, incidents=(Incident("fake-page", KNOWN, "A fake page", number=2),), incident_notes={})
    assert "72" not in text("incident-report", records=tame)
    later = {2: (Note(2, KNOWN + timedelta(hours=1), step="data_leak", number=1),)}
    assert "72 hours end" in text("incident-report", records=replace(tame, incident_notes=later))
    abroad = BAKERY.answered("state", "outside_malaysia")
    for records in (FULL, Records()):
        assert "72" not in text("incident-report", records=records, answers=abroad)
        assert "Act 709" not in text("incident-report", records=records, answers=abroad)


def test_an_open_incident_leaves_room_for_its_end():
    records = replace(FULL, incident_notes={2: FULL.incident_notes[2][:-1]})
    report = made("incident-report", records=records)
    assert "Not closed yet." in outline(report)
    assert any(isinstance(block, Field) and block.label == "How it ended" for block in blocks(report))


def test_the_ruling_is_cited_in_malaysia_only():
    assert "[2021] 2 MLJ 652" in text("evidence-report")
    assert "Evidence as at September 2026" in text("evidence-report")
    abroad = text("evidence-report", answers=BAKERY.answered("state", "outside_malaysia"))
    assert "MLJ" not in abroad


def test_a_run_says_what_is_open():
    record = made("leaver-record")
    rows = table_below(record, "Access to our accounts")[1:]
    assert [bool(row[1]) for row in rows] == [True] + [False] * (len(rows) - 1)
    (left,) = [block for block in blocks(record) if isinstance(block, ListBlock)]
    assert len(left.items) == len(rows) - 1 + 1
    assert "Password of the shop changed" in outline(record)


def test_the_record_of_a_run_goes_by_its_kind():
    for kind, title in (("joiner", "Rekod orang baharu"), ("agency", "Rekod pertukaran agensi")):
        records = replace(FULL, run=replace(FULL.run, kind=kind))
        assert made("leaver-record", "ms", records).title == title


def test_a_record_whose_steps_are_all_done_has_nothing_open():
    notes = tuple(Note(4, KNOWN, step=step.id, number=index) for index, step in enumerate(FULL.run.steps, start=1))
    assert "Nothing is open any more." in text("leaver-record", records=replace(FULL, run_notes=notes))


def test_a_form_for_leavers_has_the_accounts_of_the_firm():
    form = text("leaver-record", records=Records())
    assert all(account.handle in form for account in BAKERY.accounts.values())
    assert "{" not in form


def test_the_register_prints_what_is_known_and_leaves_room_for_the_rest():
    first, second, *_ = BAKERY.people
    known = Account("a", "facebook", "Kedai", first, (second,), first, second, "app", "Agensi Cahaya", "since 2019")
    answers = replace(BAKERY, accounts={"a": known, "b": Account("b", "tiktok", "@kedai")})
    rows = table_below(made("account-register", records=Records(), answers=answers), "Our accounts")[1:]
    names = [BAKERY.people[each].name for each in (first, second)]
    assert rows[0] == [
        "Facebook: Kedai (since 2019)",
        names[0],
        names[1],
        "code from an app",
        f"e-mail: {names[0]}; phone: {names[1]}",
        "Agensi Cahaya",
        "",
    ]
    assert rows[1][1:] == [""] * 6
    review = replace(FULL.reviews[next(iter(FULL.reviews))], account="a")
    reviewed = made("account-register", records=Records(reviews={"a": review}), answers=answers)
    assert table_below(reviewed, "Our accounts")[1][6] == "12/1/2027"


def test_somebody_who_left_is_not_printed_as_an_id():
    answers = replace(BAKERY, accounts={"a": Account("a", "facebook", "Kedai", "gone", ("gone",))})
    rows = table_below(made("account-register", records=Records(), answers=answers), "Our accounts")[1:]
    assert rows[0][1:3] == ["", ""]


def cells(document):
    return [cell for block in blocks(document) if isinstance(block, Table) for row in block.rows for cell in row]


def most_boxes(answers):
    return max(sum(run.fill == "tick" for run in cell) for cell in cells(made("wall-checklist", answers=answers)))


def test_the_wall_has_a_box_for_every_day_worked():
    daily = replace(BAKERY.answered("monitoring_often", "daily"), watch=WatchChoices())
    assert most_boxes(daily) == 7
    assert most_boxes(daily.answered("monitoring_often", "working_days")) == 5
    six_days = replace(daily, watch=WatchChoices(calendar=WorkCalendar(rest_days=frozenset({6}))))
    assert most_boxes(six_days.answered("monitoring_often", "working_days")) == 6


def test_the_plan_on_paper_is_the_owners():
    own = OwnTask("own-1", {"ms": "Semak papan tanda"}, Rhythm("month", day=9))
    choices = {each.id: TaskChoice(on=False) for each in LIBRARY.tasks}
    answers = replace(BAKERY, watch=WatchChoices(tasks=choices, own={"own-1": own}))
    for document in ("wall-checklist", "monitoring-schedule"):
        said = text(document, "ms", answers=answers)
        assert "Semak papan tanda" in said
        assert "Setiap 9 hari bulan" in said
        assert LIBRARY.tasks[0].title["ms"] not in said
    nothing = replace(BAKERY, watch=WatchChoices(tasks=choices))
    assert "No task is switched on." in text("wall-checklist", answers=nothing)


@pytest.mark.parametrize(
    ("rhythm", "words"),
    [
        (Rhythm("week", weekday=2), "Wednesday"),
        (Rhythm("quarter", day=5, month=2), "5 February, May, August and November"),
        (Rhythm("half_year", day=31, month=6), "Last day of June and December"),
        (Rhythm("quarter", day=30, month=2), "30 (or last day) of February, May, August and November"),
        (Rhythm("half_year", day=30, month=4), "30 April and October"),
        (Rhythm("month", day=31), "Last day of the month"),
        (Rhythm("month", day=30), "Day 30 (or last day) of the month"),
        (Rhythm("year", day=1, month=3), "1 March"),
    ],
)
def test_days_are_named(rhythm, words):
    own = OwnTask("own-1", {"en": "Look at the sign"}, rhythm)
    answers = replace(BAKERY, watch=WatchChoices(own={"own-1": own}))
    row = next(line for line in text("monitoring-schedule", answers=answers).splitlines() if "Look at the sign" in line)
    assert f"| {words} |" in row


def test_the_schedule_says_what_becomes_of_days_off():
    kedah = BAKERY.answered("state", "kedah")
    assert "Weekly rest: Friday and Saturday." in text("monitoring-schedule", answers=kedah)
    calendar = WorkCalendar(rest_days=frozenset(), public_holidays=False, shift="before")
    said = text("monitoring-schedule", answers=replace(BAKERY, watch=WatchChoices(calendar=calendar)))
    assert "all seven days" in said
    assert "Public holidays" not in said.split("## Rest days and public holidays")[1]
    assert "last working day before" in said


@pytest.mark.parametrize("names", [BY, LONG])
@pytest.mark.parametrize("document", PAPERS)
def test_both_languages_have_the_same_parts(document, names):
    both = made(document, "both", records_of(LIBRARY, BAKERY, ticks=120, names=names))
    assert isinstance(both, SideBySide)
    for annex in both.annexes():
        for row in entry_rows(annex):
            sides = [[_shape(block) for block in entry.blocks] for entry in (row.left, row.right)]
            assert sides[0] == sides[1], row.left.id


def _shape(block):
    return [len(row) for row in block.rows] if isinstance(block, Table) else type(block)


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("document", PAPERS)
def test_no_hole_stays_open(document, language):
    for records in (Records(), FULL):
        assert not re.search(r"[{}]", text(document, language, records))


def test_what_somebody_wrote_is_printed_as_words():
    wild = "A <b>\x07 & {name} [[ref:x]] **y**"
    records = replace(FULL, ticks=(tick(1, note=wild, by=wild),))
    said = text("evidence-report", records=records)
    assert "A <b> & {name} [[ref:x]] **y**" in said
    assert "\x07" not in said


def test_long_names_of_files_can_be_broken():
    (found, *_) = [run.text for cell in cells(made("evidence-report")) for run in cell if "tangkap" in run.text]
    assert "_\u200b" in found
    assert found.replace("\u200b", "") == f"[{FILE}]"


def test_file_names_tell_months_incidents_and_runs_apart():
    kinds = {kind.id: kind for kind in LIBRARY.documents}
    named = [file_name(LIBRARY, kinds[each], "en", "Kedai", FULL) for each in REPORTS]
    assert named == [
        "Evidence report 2027-01 - Kedai.docx",
        "Incident report 2 - Kedai.docx",
        "Leaver record 4 - Kedai.docx",
    ]
    assert file_name(LIBRARY, kinds["incident-report"], "en", "Kedai") == "Incident report - Kedai.docx"
    agency = replace(FULL, run=replace(FULL.run, kind="agency"))
    both = file_name(LIBRARY, kinds["leaver-record"], "both", "Kedai", agency)
    assert both == "Rekod pertukaran agensi 4 (Bahasa Melayu + English) - Kedai.docx"


def test_a_paper_of_other_documents_does_not_change_with_the_evidence():
    for kind in LIBRARY.documents:
        if kind.id not in forms.USE_RECORDS and "en" in kind.languages and not kind.when:
            assert made(kind.id, records=FULL) == made(kind.id, records=Records()), kind.id
