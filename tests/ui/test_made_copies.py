"""Copies that were made: when, of which answers, and whether they are out of date."""

import pytest

from desktop.core.look import Look
from desktop.store.business_file import BusinessFile
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.session import Session
from tests.ui.document_pages import click, said, settle


@pytest.fixture
def page(document_page):
    return document_page


def test_a_copy_is_right_until_an_answer_changes_and_again_when_it_is_taken_back(page, session, qtbot, make_copies):
    make_copies(session, "policy", "quiz")
    settle(qtbot, page)
    assert said(page, "policy") == "Made on 4 January 2027, up to date"
    assert said(page, "dos-and-donts") == "Not made yet"
    assert page.banner.text == ""
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    assert said(page, "policy") == "Out of date: made on 4 January 2027"
    assert page.cards["policy"].make_button.text() == "Make it again…"
    assert page.banner.text == "2 papers you made are out of date."
    session.undo()
    settle(qtbot, page)
    assert said(page, "policy") == "Made on 4 January 2027, up to date"
    assert page.banner.text == ""


def test_another_day_does_not_make_a_copy_old(page, session, qtbot, make_copies, clock):
    make_copies(session, "policy", "acknowledgement")
    clock.now = clock.now.replace(month=3)
    session.answer("business_name", "Kedai Lain")
    session.answer("business_name", "Kedai Roti Seri Murni")  # the answers are of another day now
    settle(qtbot, page)
    assert said(page, "policy") == "Made on 4 January 2027, up to date"


def test_only_what_the_answer_is_printed_in_is_out_of_date(page, session, qtbot, make_copies):
    make_copies(session, "policy", "before-you-post")
    asked = next(q.id for q in session.library.questions if q.id == "effective_date")
    session.answer(asked, None)
    settle(qtbot, page)
    assert said(page, "policy").startswith("Out of date")
    assert said(page, "before-you-post").endswith("up to date")


def test_copies_in_several_languages_are_told_apart(page, session, qtbot, make_copies, clock):
    make_copies(session, "quiz", form="ms")
    session.answer("business_name", "Kedai Lain")
    clock.now = clock.now.replace(day=9)
    make_copies(session, "quiz", form="en")
    settle(qtbot, page)
    assert said(page, "quiz") == "Out of date in Bahasa Melayu; made on 9 January 2027"
    tip = page.cards["quiz"].state_label.toolTip().splitlines()
    assert tip == ["Kuiz - Kedai Roti Seri Murni.docx, 4 January 2027", "Quiz - Kedai Lain.docx, 9 January 2027"]


def test_another_look_makes_every_copy_old(page, session, qtbot, make_copies):
    make_copies(session, "policy", "quiz")
    session.set_look(Look(design="classic"))
    settle(qtbot, page)
    assert page.banner.text == "2 papers you made are out of date."


def test_what_was_made_is_known_when_the_file_is_opened_again(session, document_page_of, make_copies, clock, library):
    session.answer("staff_count", 40)
    make_copies(session, "policy")
    path = session.file.path
    session.close()
    again = Session(library, BusinessFile.open(path, now=clock()), clock)
    page = document_page_of(again)
    assert said(page, "policy") == "Made on 4 January 2027, up to date"
    again.close()


def test_a_paper_in_the_closed_drawer_that_was_made_is_looked_at_too(session, document_page_of, qtbot, make_copies):
    make_copies(session, "quiz")
    page = document_page_of(session)
    assert not page.cards["quiz"].isVisible()
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    assert page.banner.text == "One paper you made is out of date."
    with qtbot.waitSignal(page.export_wanted) as told:
        click(qtbot, page.banner.action_button)
    assert told.args == [ExportWish(("quiz",), ("en",))]


def test_what_is_out_of_date_is_made_again_in_the_languages_it_was_made_in(page, session, qtbot, make_copies):
    make_copies(session, "policy", "quiz", form="ms")
    make_copies(session, "quiz", form="both")
    session.answer("business_name", "Kedai Lain")
    settle(qtbot, page)
    for document, wanted in (("policy", ("ms",)), ("quiz", ("ms", "both")), ("scenarios", ())):
        with qtbot.waitSignal(page.export_wanted) as told:
            click(qtbot, page.cards[document].make_button)
        assert told.args == [ExportWish((document,), wanted)]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"policy": 1}', '{"policy": {"ms": {"day": "yesterday"}}}', "null"])
def test_a_record_that_makes_no_sense_is_none(session, document_page_of, text, clock, library):
    session.file.set_setting("made_copies", text)
    page = document_page_of(Session(library, session.file, clock))
    assert said(page, "policy") == "Not made yet"
