"""Papers made from evidence in the window: which month they are about, their files, and that they never grow old."""

from datetime import UTC, date, datetime

import docx
import pytest

from desktop.core.watch.evidence import DONE, AccessReview, Incident, Note, Run, RunStep
from desktop.ui.documents.export_dialog import ExportDialog
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.documents.reading_dialog import ReadingDialog
from tests.ui.document_pages import said, settle
from tests.ui.exporting import make

EVIDENCE = ("evidence-report", "incident-report", "leaver-record")


@pytest.fixture
def watched(session):
    """A firm that has begun, and ticked its first task today."""
    assert session.watch.begin(session.today)
    assert tick(session)
    return session


def tick(session, note="Nothing found"):
    item = next(item for item in session.watch.items if item.due is not None)
    return session.watch.tick(item, DONE, on=session.today, by="Aminah", note=note)


def words_in(path):
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_a_report_is_about_the_newest_month_unless_another_was_asked_for(watched, qtbot):
    dialog = ExportDialog(watched, ExportWish(("evidence-report",), ("en",)))
    qtbot.addWidget(dialog)
    name = f"Evidence report {watched.today:%Y-%m} - Kedai Roti Seri Murni.docx"
    assert name in dialog.planned.text
    make(dialog, qtbot)
    (path,) = dialog.folder.iterdir()
    assert path.name == name
    assert "Nothing found" in words_in(path)


def test_an_incident_that_was_asked_for_is_reported(watched, qtbot):
    moment = datetime(2027, 1, 4, 9, tzinfo=UTC)
    incident = watched.watch.add_incident(Incident("leak", moment, "A list went to the wrong group"))
    records = watched.watch.records(incident=incident.number)
    dialog = ExportDialog(watched, ExportWish(("incident-report",), ("en",), records=records))
    qtbot.addWidget(dialog)
    make(dialog, qtbot)
    (path,) = dialog.folder.iterdir()
    assert path.name == "Incident report 1 - Kedai Roti Seri Murni.docx"
    assert "A list went to the wrong group" in words_in(path)


def test_reports_are_about_the_newest_that_is_open_and_say_so(watched, qtbot):
    moment = datetime(2027, 1, 4, 9, tzinfo=UTC)
    watch = watched.watch
    open_one, over = (watch.add_incident(Incident("other", moment, title)) for title in ("Threat, Facebook", "Rumour"))
    watch.add_note("incident", Note(over.number, moment, text="over", closes=True))
    watch.add_run(Run("leaver", "Letchumi", date(2027, 1, 8), (RunStep("phone", {"en": "Telephone"}),)))
    dialog = ExportDialog(watched, ExportWish(("policy", *EVIDENCE), ("en",)))
    qtbot.addWidget(dialog)
    assert dialog.records_note.words_label.text().splitlines() == [
        "Evidence report: January 2027",
        f"Incident report: incident {open_one.number}, Threat, Facebook",
        "Leaver record: Letchumi, 8 January 2027",
    ]
    watch.add_note("incident", Note(open_one.number, moment, text="over", closes=True))
    assert watch.records().incident == over.number
    assert watch.records(incident=0).incident == 0


def test_a_blank_form_can_be_made_all_the_same(watched, qtbot):
    watched.watch.add_incident(Incident("other", datetime(2027, 1, 4, 9, tzinfo=UTC), "Threat, Facebook"))
    dialog = ExportDialog(watched, ExportWish(("incident-report",), ("en",)))
    qtbot.addWidget(dialog)
    assert dialog.records_note.forms_box.isVisibleTo(dialog)
    dialog.records_note.forms_box.click()
    assert dialog.planned.text.startswith("Incident report - Kedai")
    assert dialog.records_note.words_label.text() == "Incident report: a blank form"
    make(dialog, qtbot)
    (path,) = dialog.folder.iterdir()
    assert "Threat" not in words_in(path)


def test_papers_that_are_about_nothing_newest_say_nothing_of_it(watched, qtbot):
    dialog = ExportDialog(watched, ExportWish(("policy",), ("en",)))
    qtbot.addWidget(dialog)
    assert dialog.records_note.isHidden()
    dialog.documents.choose("leaver-record")
    assert dialog.records_note.words_label.text() == "Leaver record: a blank form"
    assert not dialog.records_note.forms_box.isVisibleTo(dialog)


def test_evidence_is_never_out_of_date(watched, document_page, qtbot, make_copies):
    make_copies(watched, *EVIDENCE)
    settle(qtbot, document_page)
    tick(watched)
    watched.answer("business_name", "Kedai Lain")
    settle(qtbot, document_page)
    for document in EVIDENCE:
        assert said(document_page, document) == "Made on 4 January 2027"
    assert document_page.banner.text == ""


def test_the_register_is_out_of_date_once_an_account_was_looked_at(watched, document_page, qtbot, make_copies):
    make_copies(watched, "account-register")
    settle(qtbot, document_page)
    assert said(document_page, "account-register").endswith("up to date")
    account = next(iter(watched.answers.accounts.values()))
    watched.watch.add_review(AccessReview(account.id, account.handle, date(2027, 1, 4), "Aminah"))
    settle(qtbot, document_page)
    assert said(document_page, "account-register").startswith("Out of date")


def test_a_report_is_read_with_what_was_done(watched, qtbot):
    kind = watched.library.document("evidence-report")
    dialog = ReadingDialog(watched, kind)
    qtbot.addWidget(dialog)
    assert "Nothing found" in dialog.paper.toPlainText()
    assert dialog.reading.records.ticks
