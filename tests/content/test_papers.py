"""Documents beside the policy, on the shipped content: privacy notice, lawyer's pack, review sheet."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers, ClauseChoice, ClauseEdit, OwnClause
from desktop.core.assemble import settle
from desktop.core.bilingual import SideBySide, clause_rows, entry_rows
from desktop.core.forms import make
from desktop.core.reference import Part
from desktop.core.review_sheet import in_use, review_sheet
from desktop.core.updates import as_kept, kept_form
from desktop.render.outline import outline
from desktop.render.word import write_word

LIBRARY = load_library()
SAMPLES = [sample.id for sample in LIBRARY.samples]


def answers_of(name):
    return sample_answers(next(sample for sample in LIBRARY.samples if sample.id == name), LIBRARY)


def text(document):
    return outline(document)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_privacy_notice_says_the_same_in_both_languages(name):
    notice = make(LIBRARY, answers_of(name), "both", document="privacy-notice")
    assert isinstance(notice, SideBySide)
    (annex,) = notice.annexes()
    assert [pair.left.id for pair in entry_rows(annex)]
    assert "[" not in text(notice.left) + text(notice.right)
    assert write_word(notice, LIBRARY)


def test_the_privacy_notice_comes_in_both_languages_only():
    kind = LIBRARY.document("privacy-notice")
    assert kind is not None
    assert kind.languages == ("both",)


def test_the_privacy_notice_covers_what_the_law_asks_for():
    answers = Answers({"business_name": "Kedai", "state": "selangor"})
    notice = make(LIBRARY, answers, "both", document="privacy-notice")
    english, malay = text(notice.right).lower(), text(notice.left).lower()
    for words in (
        "purpose",
        "section 7",
        "correct",
        "complain",
        "consent",
        "receive",
    ):
        assert words in english
    for words in ("tujuan", "seksyen 7", "persetujuan", "aduan"):
        assert words in malay


def test_outside_malaysia_the_privacy_notice_cites_no_law():
    notice = make(LIBRARY, Answers({"state": "outside_malaysia"}), "both", document="privacy-notice")
    for side in (notice.left, notice.right):
        for word in ("Act 709", "Akta 709", "Malaysia"):
            assert word not in text(side)


OURS = ClauseEdit({"ms": "Tajuk", "en": "Heading"}, {"ms": "Kata kami.", "en": "Ours."}, "body")


def decided(name="bakery"):
    """A sample in which the owner decided everything that can be decided."""
    answers = answers_of(name)
    settled = settle(LIBRARY, answers)
    chosen = [each for section in settled.selection for each in section.clauses if not each.clause.locked]
    swappable = next(each for each in chosen if "strict" in each.clause.variants and each.wording.variant != "strict")
    dropped, edited = [each for each in chosen if each is not swappable][:2]
    return replace(
        answers,
        choices={
            dropped.clause.id: ClauseChoice(included=False, reason="We never do that"),
            swappable.clause.id: ClauseChoice(variant="strict", reason="After last year"),
        },
        edits={
            edited.clause.id: ClauseEdit({"ms": "Tajuk", "en": "Heading"}, {"ms": "Kata kami.", "en": "Ours."}, "body")
        },
        own={"own.a": OwnClause("own.a", "stance", {"ms": "Kucing"}, {"ms": "Kucing kedai boleh difoto."})},
    )


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_pack_holds_answers_and_laws(name, language):
    answers = answers_of(name)
    pack = make(LIBRARY, answers, language, document="lawyer-pack", today=date(2026, 11, 22))
    written = text(pack)
    assert str(answers.values["business_name"]) in written
    sections = [section.id for section in pack.sections]
    assert "pack_answers" in sections
    assert ("pack_laws" in sections) == (answers.values.get("state") != "outside_malaysia")
    assert write_word(pack, LIBRARY)


@pytest.mark.parametrize("language", ["ms", "en"])
def test_the_pack_holds_every_decision_with_its_reason(language):
    answers = decided()
    written = text(make(LIBRARY, answers, language, document="lawyer-pack"))
    for words in ("We never do that", "After last year", "own.a", "Kucing kedai boleh difoto."):
        assert words in written
    for clause_id in answers.edits:
        assert clause_id in written
    assert ("Kata kami." if language == "ms" else "Ours.") in written


def test_the_pack_says_which_evidence_is_old():
    old, new = (
        text(make(LIBRARY, answers_of("clinic"), "en", document="lawyer-pack", today=day))
        for day in (date(2028, 1, 1), date(2026, 11, 22))
    )
    assert "older than a year" in old
    assert "older than a year" not in new


def test_the_pack_speaks_its_own_language_whatever_the_interface_speaks():
    answers = Answers({"state": "not_sure"})
    malay = text(make(LIBRARY, answers, "ms", document="lawyer-pack", today=date(2028, 1, 1)))
    assert "this question is not answered yet" not in malay
    assert "older than a year" not in malay


def test_the_review_sheet_of_one_business_has_its_clauses_in_its_words():
    answers = decided()
    library = in_use(settle(LIBRARY, answers))
    sheet = SideBySide(review_sheet(library, "ms"), review_sheet(library, "en"))
    written = text(sheet.left)
    assert "own.a" in written
    assert "Kata kami." in written
    assert not any(clause_id in written for clause_id, choice in answers.choices.items() if choice.included is False)
    assert sum(len(clause_rows(pair)) for pair in sheet.sections()) == len(library.clauses)
    assert write_word(sheet, LIBRARY)


def test_the_review_sheet_says_conditions_in_words_and_shows_what_staff_see():
    written = text(review_sheet(LIBRARY, "en"))
    assert "==" not in written
    for clause in LIBRARY.clauses:
        assert clause.id in written
    assert written.count("Quiz: ") >= len(LIBRARY.clauses)
    assert written.count("Remarks: ") == len(LIBRARY.clauses)


def test_a_sheet_of_a_business_survives_what_the_library_has_no_more():
    gone = replace(LIBRARY.clauses[0], id="stance.gone", laws=("gone:1",), needs=("gone.clause",), variants={})
    library = as_kept(LIBRARY, {**{c.id: kept_form(c) for c in LIBRARY.clauses}, gone.id: kept_form(gone)})
    settled = settle(library, Answers(choices={gone.id: ClauseChoice(included=True)}))
    assert "stance.gone" in outline(review_sheet(in_use(settled), "en"))
    assert make(library, settled.facts.answers, "both", document="lawyer-pack", today=date(2030, 1, 1))


def test_a_heading_of_a_notice_says_which_language_its_words_are_in():
    part = Part("one", {"ms": "{own_definition}", "en": "{own_definition}"}, {"ms": "a", "en": "a"}, "privacy-notice")
    answers = Answers({"own_definition": {"en": "Any app"}})
    notice = make(replace(LIBRARY, parts=(part,)), answers, "ms", document="privacy-notice")
    heading = notice.annexes[0].entries[0].heading
    assert [(run.text, run.language) for run in heading] == [("1. ", ""), ("[Any app]", "en")]
