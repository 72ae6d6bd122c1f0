"""Two copies of a document are the same or not by what is printed, not by when it was made."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core import forms
from desktop.core.assemble import Edition, settle
from desktop.core.bilingual import SideBySide
from desktop.core.document import Annex, Document, Entry, ListBlock, Paragraph, Run, Table
from desktop.core.fingerprint import fingerprint
from desktop.core.look import Attached, Look

LIBRARY = load_library()
ANSWERS = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
USUAL = Look()


def policy(answers=ANSWERS, form="both", day=1, document="policy"):
    return forms.make(LIBRARY, answers, form, Edition(dated=date(2027, 1, day)), document, date(2027, 1, 1))


def hand_made(**changes):
    details = Table((((Run("Status"),), (Run("Draft"),)),), header=False)
    made = Document("policy", "en", "Kedai", "Policy", "Draft", details, (), (), words={"detail_dated": "Answers of"})
    return replace(made, **changes)


@pytest.mark.parametrize("document", [kind.id for kind in LIBRARY.documents])
def test_the_day_it_is_made_changes_nothing(document):
    form = LIBRARY.document(document).languages[-1]
    one, other = (policy(form=form, day=day, document=document) for day in (1, 2))
    assert fingerprint(one, USUAL) == fingerprint(other, USUAL)


def test_all_documents_and_forms_differ():
    settled = settle(LIBRARY, ANSWERS)
    marks = [
        fingerprint(forms.make_settled(settled, form, document=kind.id), USUAL)
        for kind in forms.applying(settle(LIBRARY, ANSWERS))
        for form in kind.languages
    ]
    assert len(set(marks)) == len(marks)


def test_an_answer_changes_what_it_is_printed_in():
    changed = ANSWERS.answered("business_name", "Kedai Lain")
    assert fingerprint(policy(), USUAL) != fingerprint(policy(changed), USUAL)
    assert fingerprint(policy(form="en"), USUAL) != fingerprint(policy(changed, form="en"), USUAL)


def test_a_decision_that_is_not_printed_changes_nothing():
    document = policy(form="en")
    section = document.sections[0]
    clause = replace(section.clauses[0], because=("posture", "detail"), added=True)
    other = replace(section, clauses=(clause, *section.clauses[1:]))
    assert fingerprint(replace(document, sections=(other, *document.sections[1:])), USUAL) == fingerprint(
        document, USUAL
    )


def test_the_row_of_the_day_is_not_counted_and_the_others_are():
    dated = Table((*hand_made().details.rows, ((Run("Answers of"),), (Run("1 January"),))), header=False)
    assert fingerprint(hand_made(details=dated), USUAL) == fingerprint(hand_made(), USUAL)
    final = Table((((Run("Status"),), (Run("Version 1"),)),), header=False)
    assert fingerprint(hand_made(details=final), USUAL) != fingerprint(hand_made(), USUAL)


def test_words_that_change_only_in_a_library_of_another_program_are_not_counted():
    assert fingerprint(hand_made(words={"page_of": "Page"}), USUAL) == fingerprint(hand_made(words={}), USUAL)


def test_side_by_side_counts_both_sides_and_their_order():
    left, right = hand_made(), hand_made(language="ms", title="Dasar")
    marks = {
        fingerprint(document, USUAL)
        for document in (left, right, SideBySide(left, right), SideBySide(right, left), SideBySide(left, left))
    }
    assert len(marks) == 5


def test_words_do_not_run_into_each_other():
    one = ListBlock(((Run("ab"), Run("c")),))
    other = ListBlock(((Run("a"), Run("bc")),))
    assert fingerprint(_with(one), USUAL) != fingerprint(_with(other), USUAL)
    assert fingerprint(_with(Paragraph((Run("a"),))), USUAL) != fingerprint(_with(ListBlock(((Run("a"),),))), USUAL)


def _with(block):
    return hand_made(annexes=(Annex("a", "", (), (Entry("e", (block,)),)),))


@pytest.mark.parametrize(
    "change",
    [
        {"design": "plain"},
        {"colour": "#AA0000"},
        {"logo": Attached("logo.png", b"one")},
        {"letterhead": Attached("logo.png", b"one")},
    ],
)
def test_another_look_is_another_document(change):
    assert fingerprint(hand_made(), replace(USUAL, **change)) != fingerprint(hand_made(), USUAL)


def test_what_does_not_show_of_a_look_changes_nothing():
    letterhead = replace(USUAL, letterhead=Attached("kepala.docx", b"two"))
    without_cover = replace(USUAL, cover=False)
    assert fingerprint(policy(), without_cover) != fingerprint(policy(), USUAL)
    assert fingerprint(hand_made(), without_cover) == fingerprint(hand_made(), USUAL), "a sheet has no title page"
    assert fingerprint(hand_made(), letterhead) == fingerprint(
        hand_made(), replace(letterhead, logo=Attached("logo.png", b"one"))
    )
    one, other = (replace(USUAL, colour=colour) for colour in ("#aabbcc", "#AABBCC"))
    assert fingerprint(hand_made(), one) == fingerprint(hand_made(), other)


def test_a_logo_by_another_name_is_the_same_logo():
    one, other = (replace(USUAL, logo=Attached(name, b"picture")) for name in ("a.png", "b.png"))
    assert fingerprint(hand_made(), one) == fingerprint(hand_made(), other)
    assert fingerprint(hand_made(), one) != fingerprint(hand_made(), replace(USUAL, logo=Attached("a.png", b"new")))


def test_halves_of_characters_do_not_stop_it():
    assert fingerprint(hand_made(title="\ud800"), USUAL) != fingerprint(hand_made(), USUAL)
