from dataclasses import replace
from datetime import date

import pytest

from desktop.core.answers import Answers, Person
from desktop.core.assemble import Edition, assemble
from desktop.core.facts import Source, resolve
from desktop.core.library import NOT_SURE, Suggestion

AGENCY = Person("siti", "Siti", {"ms": "Jurugambar", "en": "Photographer"})


def test_defaults_alone_make_a_policy(small, words_of):
    read = words_of(assemble(small, Answers(), "en"))
    assert read.ids == ["one.first", "one.locked", "two.words", "two.where"]
    assert "[the firm (en)] answers in 24 hours." in read.text


def test_dropping_a_clause_renumbers_all_and_their_references(small, words_of):
    with_agency = Answers({"uses_agency": True, "agency_person": "siti"}, {"siti": AGENCY})
    document = assemble(small, with_agency, "ms")
    assert [clause.number for clause in document.clauses] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    assert "Agensi: Siti (Jurugambar)." in words_of(document).text
    without = assemble(small, Answers(), "ms")
    assert [clause.number for clause in without.clauses] == ["1.1", "1.2", "2.1", "2.2"]
    assert "Sulit: lihat fasal 1.1 dan bahagian 1." in words_of(without).text


@pytest.mark.parametrize(("posture", "hours"), [("open", 48), ("balanced", 24), ("strict", 4)])
def test_defaults_follow_the_posture(small, words_of, posture, hours):
    text = words_of(assemble(small, Answers({"posture": posture}), "en")).text
    assert f"answers in {hours} hours" in text
    assert ("Strict (en) <one.strict>" in text) is (posture == "strict")
    assert ("    Short." in text) is (posture == "strict")


def test_not_sure_takes_the_cautious_answer(small, words_of):
    text = words_of(assemble(small, Answers({"hours": NOT_SURE, "uses_agency": NOT_SURE}), "en")).text
    assert "answers in 2 hours" in text
    assert "Agency: [who at the agency (en)]." in text


def test_a_cautious_guess_is_not_printed_as_the_firms_word(small, words_of):
    assert "On [platforms (en)]." in words_of(assemble(small, Answers({"platforms": NOT_SURE}), "en")).text


def test_answers_to_questions_no_longer_asked_are_kept_and_ignored(small, words_of):
    answers = Answers({"uses_agency": False, "agency_person": "siti"}, {"siti": AGENCY})
    facts = resolve(small, answers)
    assert facts.by_question["agency_person"].source is Source.NOT_ASKED
    assert facts.values["agency_person"] is None
    assert "Siti" not in words_of(assemble(small, answers, "en")).text


def test_a_longer_policy_holds_all_of_a_shorter_one(small):
    lengths = {
        detail: [clause.id for clause in assemble(small, Answers({"detail": detail}), "en").clauses]
        for detail in ("short", "standard", "full")
    }
    assert lengths["short"] == ["one.first", "one.locked"]
    assert lengths["full"] == ["one.first", "one.locked", "two.words", "two.full", "two.where"]


def test_a_short_policy_asks_only_what_it_needs(small):
    facts = resolve(small, Answers({"detail": "short"}))
    asked = {name for name, fact in facts.by_question.items() if fact.source is not Source.NOT_ASKED}
    assert asked == {"business_name", "posture", "detail", "hours"}


def test_entries_of_a_list_become_items_and_an_empty_list_none(small, words_of):
    taboos = ({"ms": "gaji", "en": "pay"}, {"ms": "resipi", "en": ""})
    text = words_of(assemble(small, Answers({"taboos": taboos}), "en")).text
    assert "    - fixed\n    - pay\n    - [resipi]\n" in text
    assert "    - fixed\n\n" not in words_of(assemble(small, Answers(), "en")).text.replace("    - fixed\n  2.2", "")


def test_a_missing_side_shows_the_other_sides_words_in_brackets_and_their_language(small):
    document = assemble(small, Answers({"own_words": {"ms": "Kata kami", "en": ""}}), "en")
    clause = next(clause for clause in document.clauses if clause.id == "two.words")
    (run,) = clause.blocks[1].runs
    assert (run.text, run.gap, run.language) == ("[Kata kami]", True, "ms")


def test_a_long_text_keeps_its_paragraphs(small, words_of):
    text = words_of(assemble(small, Answers({"own_words": {"ms": "", "en": "One.\n\nTwo."}}), "en")).text
    assert "    One.\n    Two.\n" in text


def test_choices_read_as_a_sentence(small, words_of):
    answers = Answers({"platforms": ("facebook", "tiktok", "x")})
    assert "On facebook (en), tiktok (en) and x (en)." in words_of(assemble(small, answers, "en")).text
    assert "Di facebook (ms), tiktok (ms) dan x (ms)." in words_of(assemble(small, answers, "ms")).text


def test_markdown_in_a_name_is_only_a_name(small):
    document = assemble(small, Answers({"business_name": "**Kedai** {hours} [[ref:x]]"}), "en")
    assert document.business_name == "**Kedai** {hours} [[ref:x]]"
    assert document.clauses[0].blocks[0].runs[0].text == "**Kedai** {hours} [[ref:x]]"


def test_every_clause_says_why_it_is_there(small):
    document = assemble(small, Answers({"posture": "strict", "uses_agency": True}), "en")
    because = {clause.id: clause.because for clause in document.clauses}
    assert because["one.first"] == ()
    assert because["one.agency"] == ("uses_agency", "detail")
    assert because["one.strict"] == ("detail", "posture")
    assert because["one.locked"] == ()


def test_definitions_list_the_terms_used_in_either_language(small):
    for language, words in (("ms", "Sulit: Rahsia Kedai."), ("en", "Secret: Kept.")):
        document = assemble(small, Answers({"business_name": "Kedai"}), language)
        definitions = document.annexes[0]
        assert definitions.id == "annex-words"
        assert "".join(run.text for run in definitions.entries[0].blocks[0].runs) == words


def test_a_draft_says_so_and_a_version_its_number(small):
    assert assemble(small, Answers(), "en").status == "draft"
    issued = assemble(small, Answers(), "ms", Edition(3, date(2027, 1, 5)))
    assert issued.status == "Versi 3"
    assert "5 Jan 2027" in "".join(run.text for row in issued.details.rows for cell in row for run in cell)


def test_same_input_same_output(small):
    answers = Answers({"business_name": "Kedai"})
    assert assemble(small, answers, "ms") == assemble(small, answers, "ms")


def test_a_person_question_suggests_the_person_another_names(small):
    like_agency = replace(
        small.question["agency_person"], id="caller", when="", like="agency_person", gap={"ms": "x", "en": "x"}
    )
    library = replace(small, questions=(*small.questions, like_agency))
    detail = {"detail": "full"}
    alone = resolve(library, Answers({**detail}, {"siti": AGENCY}))
    assert alone.by_question["caller"].source is Source.EMPTY
    named = resolve(library, Answers({**detail, "agency_person": "siti"}, {"siti": AGENCY}))
    assert (named.by_question["caller"].value, named.by_question["caller"].source) == ("siti", Source.SUGGESTED)
    unsure = resolve(library, Answers({**detail, "agency_person": NOT_SURE}, {"siti": AGENCY}))
    assert unsure.suggestions["caller"] is None


def test_a_suggestion_can_depend_on_an_earlier_answer(small):
    hours = replace(small.question["hours"], suggestions=(Suggestion("uses_agency", 72),))
    library = replace(small, questions=tuple(hours if q.id == "hours" else q for q in small.questions))
    assert resolve(library, Answers({"uses_agency": True})).by_question["hours"].value == 72
    assert resolve(library, Answers({"posture": "strict"})).by_question["hours"].value == 4
    assert resolve(library, Answers({"uses_agency": True, "hours": 5})).by_question["hours"].value == 5


def test_a_role_in_the_other_language_has_one_pair_of_brackets(small, words_of):
    siti = Person("siti", "Siti", {"ms": "Jurugambar"})
    document = assemble(small, Answers({"uses_agency": True, "agency_person": "siti"}, {"siti": siti}), "en")
    assert "Agency: Siti [Jurugambar]." in words_of(document).text


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence(small, words_of):
    body = {"ms": "Kami {business_name}. Dan {business_name}.", "en": "We are {business_name}. And {business_name}."}
    library = replace(small, clauses=(replace(small.clauses[0], body=body),))
    text = words_of(assemble(library, Answers({"business_name": "Roti Sdn. Bhd."}), "en")).text
    assert "We are Roti Sdn. Bhd. And Roti Sdn. Bhd." in text
    assert "Bhd.." not in text


@pytest.mark.parametrize("value", ["another", ("short",), 3])
def test_a_length_and_a_posture_of_another_version_read_as_the_middle_one(small, value):
    usual = assemble(small, Answers(), "en")
    for name in ("detail", "posture"):
        found = assemble(small, Answers({name: value}), "en")
        assert [clause.id for clause in found.clauses] == [clause.id for clause in usual.clauses]


ODD = ["words", "", 3, True, (), ("x", 1), {"ms": "kata"}, ({"en": "a"},), date(2027, 1, 1)]


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_an_answer_of_the_wrong_kind_counts_as_none(small, value):
    """A file of another version may hold what this one asks for otherwise."""
    values = {question.id: value for question in small.questions}
    for language in ("ms", "en"):
        assert assemble(small, Answers(values), language).clauses
    odd = {"detail": "full", "start": "soon", "own_words": "plain", "hours": True, "taboos": ("a",)}
    facts = resolve(small, Answers(odd)).by_question
    assert [facts[name].source for name in ("start", "own_words", "hours", "taboos")] == [
        Source.EMPTY,
        Source.EMPTY,
        Source.SUGGESTED,
        Source.EMPTY,
    ]
