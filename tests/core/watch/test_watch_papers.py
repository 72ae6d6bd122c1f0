"""Papers made from evidence: what is told, what is counted, and forms where nothing is known."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.core import forms
from desktop.core.bilingual import SideBySide, entry_rows
from desktop.core.document import Field, Table
from desktop.core.watch.evidence import DONE, HAPPENED, Incident, MonthCount, Note, Records, Tick
from desktop.core.watch.overview import counted, task_counts
from desktop.export import file_name
from desktop.render.outline import outline
from tests.core.watch.papers_read import BAKERY, FULL, LIBRARY, blocks, cells, made, table_below, text
from tests.evidence import BY, FILE, KNOWN, LONG, MONTH, records_of

REPORTS = sorted(forms.EVIDENCE)
PAPERS = [*REPORTS, "account-register", "wall-checklist", "monitoring-schedule"]


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
    open_on = {"late-one": (date(2026, 12, 31), date(2027, 1, 1)), "before": (date(2026, 12, 31),)}
    counts = task_counts(Records(MONTH, ticks=ticks, corrected=frozenset({7}), overdue=open_on))
    assert set(counts) == {"t", "late-one"}
    found = counts["t"]
    assert (found.on_time, found.late, found.skipped, found.missed, found.due) == (1, 1, 1, 2, 4)
    assert found.percent == 25
    assert counts["late-one"] == MonthCount(missed=1)
    assert MonthCount(skipped=1).percent is None


def test_what_was_done_before_tasks_count_is_told_and_not_counted():
    early, first = tick(1, on=date(2027, 1, 1)), tick(2)
    records = Records(MONTH, ticks=(early, first), began=date(2027, 1, 4))
    assert counted(records) == (first,)
    report = text("evidence-report", records=records)
    assert "Done on time: 1 of 1 (100%)." in report
    assert "Of a day before the tasks began (4 January 2027), and not counted: 1." in report
    assert "before the tasks began" not in text("evidence-report", records=replace(records, ticks=(first,)))
    alone = text("evidence-report", records=replace(records, ticks=(early,)))
    assert "Done on time" not in alone
    assert "Nothing is recorded" not in alone


@pytest.mark.parametrize(("done", "is_on_time"), [(8, True), (9, False)])
def test_what_was_missed_before_does_not_make_the_newest_late(done, is_on_time):
    late = tick(1, occurrence=date(2027, 1, 8), due=date(2027, 1, 8), missed=3, on=date(2027, 1, done))
    assert late.is_on_time is is_on_time


def test_the_rows_of_a_month_add_up():
    rows = table_below(made("evidence-report"), "Tasks in this month")[1:]
    figures = [[int(re.match(r"\d+", cell or "0")[0]) if cell[:1].isdigit() else 0 for cell in row[1:]] for row in rows]
    assert figures[-1] == [sum(column) for column in zip(*figures[:-1], strict=True)]
    assert all(row[0] == sum(row[1:4]) for row in figures)
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


def test_what_is_still_open_is_missed_and_said_to_be_open():
    report = text("evidence-report", records=Records(MONTH, overdue={"t": (MONTH, date(2027, 1, 2))}))
    assert "Done on time: 0 of 2 (0%). Missed and still open: 2." in report
    later = text("evidence-report", records=Records(MONTH, overdue={"t": (date(2027, 2, 1),)}))
    assert "Nothing is recorded for this month." in later


@pytest.mark.parametrize(("language", "said"), [("en", "Ticked by mistake"), ("ms", "Tersilap ditandakan")])
def test_words_of_the_program_are_in_the_language_of_the_paper(language, said):
    for written in ("Ticked by mistake", "Tersilap ditandakan"):
        ticks = (tick(1), tick(2, outcome="withdrawn", corrects=1, note=written))
        assert said in text("evidence-report", language, Records(MONTH, ticks=ticks))


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
    said = outline(record)
    assert f"Still to be done: {len(rows)} of {len(rows) + 1}." in said  # every access but one, and the telephone
    assert said.count("Telephone handed back") == 1
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


@pytest.mark.parametrize("names", [BY, LONG])
@pytest.mark.parametrize("document", PAPERS)
def test_both_languages_have_the_same_parts(document, names):
    both = made(document, "both", records_of(LIBRARY, BAKERY, ticks=120, names=names))
    assert isinstance(both, SideBySide)
    for annex in both.annexes():
        for row in entry_rows(annex):
            sides = [[_shape(block) for block in entry.blocks] for entry in (row.left, row.right)]
            assert sides[0] == sides[1], row.left.id


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


def _shape(block):
    return [len(row) for row in block.rows] if isinstance(block, Table) else type(block)
