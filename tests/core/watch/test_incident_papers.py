"""The report of an incident: its newest name, and the steps of a leak beside those of its kind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.core.watch.evidence import Incident, Note, Records
from tests.core.watch.papers_read import FULL, LIBRARY, text
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
