"""The report of an incident: its newest name, and the steps of a leak beside those of its kind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.core.watch.evidence import Incident, Note, Records
from tests.core.watch.papers_read import BAKERY, FULL, LIBRARY, made, table_below, text
from tests.evidence import KNOWN

THREAT = Incident("threat", KNOWN, "Siti of 4 Jalan Mawar is threatened", number=2)
NOTES = (
    Note(2, KNOWN + timedelta(hours=1), step="data_leak", text="Our list", number=1),
    Note(2, KNOWN + timedelta(hours=2), step="title", text="Threat, Facebook", number=2),
    Note(2, KNOWN + timedelta(hours=3), step="leak:commissioner", by="Aminah Yusof", number=3),
)


def of(*notes):
    return replace(FULL, incidents=(THREAT,), incident_notes={2: notes})


def test_the_newest_name_stands_in_the_report_and_in_that_of_the_month():
    head = text("incident-report", records=of(*NOTES)).split("What was done first")[0]
    assert "Threat, Facebook" in head
    assert "Jalan Mawar" not in head
    month = text("evidence-report", records=of(*NOTES))
    assert "Threat, Facebook" in month
    assert "Jalan Mawar" not in month
    assert "New name" in text("incident-report", records=of(*NOTES))


@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_leak_brings_its_steps_into_the_report(language):
    kind = next(each for each in LIBRARY.incident_kinds if each.data_leak)
    step = next(each for each in kind.first if each.id == "commissioner").title[language]
    word = LIBRARY.words["incident_leak_steps"][language]
    tame, leaked = (text("incident-report", language, records) for records in (of(), of(*NOTES)))
    for words in (step, word):
        assert words not in tame
        assert words in leaked
    assert leaked.count(step) == 2, "in the steps and in the notes"


def test_a_form_has_no_steps_of_a_leak():
    assert "Because personal data leaked" not in text("incident-report", records=Records())


def test_what_was_open_when_it_was_closed_is_said_with_its_end():
    over = Note(2, KNOWN + timedelta(hours=4), text="Over.", step="left:call leak:commissioner", closes=True, number=4)
    ended = dict(table_below(made("incident-report", records=of(*NOTES, over)), "How it ended"))
    assert ended["How it ended"] == "Over."
    left = ended["Not ticked when it was closed"]
    assert left.startswith("A life in danger? Call 999 first; A serious leak?")
    assert ended["The 72 hours were still to end"] == "11/1/2027, 14:05"
    abroad = BAKERY.answered("state", "outside_malaysia")
    assert "still to end" not in text("incident-report", records=of(*NOTES, over), answers=abroad)
    done = replace(over, step="")
    ended = dict(table_below(made("incident-report", records=of(NOTES[1], done)), "How it ended"))
    assert set(ended) == {"Closed on", "By", "How it ended"}


def test_what_the_log_offered_is_said_in_the_language_of_the_report():
    thanked = next(node for node in LIBRARY.chart if node.id == "thank").done[0]
    content = LIBRARY.words["outcome_content"]
    for written, read in (("en", "ms"), ("ms", "en")):
        told = replace(FULL.entries[0], action=f"Rang Mei\n{thanked[written]}", outcome=content[written], incident=0)
        said = text("evidence-report", read, replace(FULL, entries=(told,)))
        assert f"Rang Mei; {thanked[read]}; {content[read]}" in said


def test_names_in_what_the_log_offered_are_those_of_the_firm():
    said = next(node for node in LIBRARY.chart if node.id == "stop").done[0]
    malay, english = (said[language].replace("{policy_owner.name}", "Aminah Yusof") for language in ("ms", "en"))
    told = replace(FULL.entries[0], action=malay)
    assert english in text("evidence-report", "en", replace(FULL, entries=(told,)))


@pytest.mark.parametrize("language", ["en", "ms"])
def test_another_kind_is_said_in_words(language):
    fake = next(each for each in LIBRARY.incident_kinds if each.id == "fake")
    records = of(Note(2, KNOWN + timedelta(hours=1), step="kind", text="fake", number=1))
    said = text("incident-report", language, records)
    assert said.count(fake.title[language]) >= 2, "in the head and in the notes"
    assert fake.first[0].title[language] in said
    assert fake.title[language] in text("evidence-report", language, records)
