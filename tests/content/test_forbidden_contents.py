"""What a policy must not say to staff cannot be produced: not by any wording, not by any set of answers or choices."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.content.passages import Passage, paper_passages
from desktop.core.answers import Answers, ClauseChoice, ClauseEdit
from desktop.core.assemble import assemble
from desktop.core.bilingual import SideBySide
from desktop.core.document import Block, Document, ListBlock, Paragraph, Runs, plain
from desktop.core.facts import resolve
from desktop.core.forms import make
from desktop.core.library import Clause
from desktop.core.text import Text
from desktop.core.uses import bodies
from desktop.render.outline import outline
from tests.content.forbidden import DETECTORS, held
from tests.strategies import answers_to

LIBRARY = load_library()
LOCKED = ("stance.rights", "stance.speak-up", "image.fair-process", "image.appeal")
SETTLES_THE_LANGUAGE = "training.languages"
CRITICAL_SYSTEMS = "taboo.critical-systems"
LANGUAGES = ("en", "ms")
often = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

GAG = {
    "en": "You must not talk about pay, join a union or report us to the police.",
    "ms": "Anda dilarang bercakap tentang gaji, menyertai kesatuan atau melaporkan kami kepada polis.",
}


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: f"{each.name}-{each.language}")
def test_a_detector_catches_what_is_forbidden_and_lets_the_lawful_pass(detector):
    assert detector.caught
    assert detector.lawful
    assert [sentence for sentence in detector.caught if not detector.finds(sentence)] == []
    assert [sentence for sentence in detector.lawful if detector.finds(sentence)] == []


def test_all_seventeen_are_looked_for_in_both_languages():
    assert len({each.name for each in DETECTORS}) == 17
    assert len(DETECTORS) == 17 * len(LANGUAGES)


def test_a_list_is_read_together_with_the_words_that_lead_into_it():
    assert held("You must not:\n\n- sing\n- discuss your salary", "en")
    assert held("Anda dilarang:\n\n- menyanyi\n- membincangkan gaji", "ms")
    assert not held("You must not sing.\n\n- discuss your salary", "en")


def texts_of(clause: Clause) -> Iterator[Text]:
    """What a clause lays down or calls right; wrong answers and what is not fine name the forbidden themselves."""
    yield clause.title
    yield from bodies(clause)
    for part in (clause, *clause.variants.values()):
        if part.example is not None:
            yield part.example.fine
        if part.quiz is not None:
            yield part.quiz.right
            yield part.quiz.because


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_of_any_clause_holds_it(language):
    found = [
        (clause.id, *each)
        for clause in LIBRARY.clauses
        for text in texts_of(clause)
        for each in held(text[language], language)
    ]
    assert {clause for clause, _, _ in found} == {SETTLES_THE_LANGUAGE}
    assert {name for _, name, _ in found} == {"one language before the other"}


def tells_of_a_wrong(passage: Passage) -> bool:
    """A situation tells what somebody did; only its answer says what is right."""
    return passage.file == "training/scenarios.toml" and not passage.place.endswith(" answer")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_other_text_that_is_printed_holds_it(language):
    texts = [
        *(each.text for each in paper_passages(LIBRARY) if each.text.get(language) and not tells_of_a_wrong(each)),
        *(term.definition for term in LIBRARY.terms if term.definition),
        *(text for step in LIBRARY.steps for text in (step.title, step.intro)),
        *(
            text
            for choices in (question.choices for question in LIBRARY.questions)
            for each in choices
            for text in (each.label, each.phrase)
            if text
        ),
        *LIBRARY.words.values(),
    ]
    assert [each for text in texts for each in held(text[language], language)] == []


def test_the_law_for_critical_systems_stands_only_behind_its_clause():
    pattern = re.compile(r"Act (?:854|866)|Online Safety Act|Cyber Security Act")
    laws = {law.id for law in LIBRARY.laws if pattern.search(law.title["en"])}
    cited = {clause.id for clause in LIBRARY.clauses for law in clause.laws if law.split(":")[0] in laws}
    assert cited <= {CRITICAL_SYSTEMS}
    assert LIBRARY.clause[CRITICAL_SYSTEMS].when == "ncii"
    assert not [law.id for law in LIBRARY.laws if "Online Safety" in law.title["en"]]
    assert not [law for clause in LIBRARY.clauses for law in clause.laws if law.endswith(":211")]


WORDINGS = {clause.id: ("body", "no such wording", *clause.variants) for clause in LIBRARY.clauses}


def choice_for(clause_id: str) -> st.SearchStrategy[ClauseChoice]:
    return st.builds(
        ClauseChoice, included=st.sampled_from([None, True, False]), variant=st.sampled_from(WORDINGS[clause_id])
    )


choices = st.fixed_dictionaries(
    {clause_id: choice_for(clause_id) for clause_id in LOCKED},
    optional={clause.id: choice_for(clause.id) for clause in LIBRARY.clauses if not clause.locked},
)
edits = st.dictionaries(st.sampled_from(LOCKED), st.just(ClauseEdit({"en": "Silence", "ms": "Diam"}, GAG)))


@often
@given(answers=answers_to(LIBRARY), choices=choices, edits=edits)
def test_no_answers_and_choices_bring_it_about(answers, choices, edits):
    answers = replace(answers, choices=choices, edits=edits)
    for language in LANGUAGES:
        document = assemble(LIBRARY, answers, language)
        _holds_nothing_forbidden(document)
        _keeps_the_rights(document)


def _holds_nothing_forbidden(document: Document) -> None:
    allowed = {
        ("one language before the other", SETTLES_THE_LANGUAGE),
        *({("laws that do not bind staff", "annex-laws")} if CRITICAL_SYSTEMS in _ids(document) else set()),
    }
    found = {
        (name, clause.id) for clause in document.clauses for name, _ in held(printed(clause.blocks), document.language)
    }
    for annex in document.annexes:
        text = "\n".join(printed(entry.blocks) for entry in annex.entries)
        found |= {(name, annex.id) for name, _ in held(text, document.language)}
    assert found <= allowed


def _keeps_the_rights(document: Document) -> None:
    """The locked carve-outs stand there from first word to last, in one of the wordings of the library."""
    stand = {clause.id: clause for clause in document.clauses}
    for clause_id in LOCKED:
        clause = stand[clause_id]
        assert clause.locked
        assert not clause.edited
        assert plain(clause.title) == LIBRARY.clause[clause_id].title[document.language]
        words = bare(printed(clause.blocks))
        assert any(_whole(body[document.language], words) for body in bodies(LIBRARY.clause[clause_id])), clause_id


def _whole(body: str, words: str) -> bool:
    place = 0
    for fragment in re.split(r"\{[^}]*\}|\[\[[^]]*\]\]", body):
        place = words.find(bare(fragment), place)
        if place < 0:
            return False
    return True


def printed(blocks: tuple[Block, ...]) -> str:
    """Paragraphs as lines, list items with a hyphen; without what stands in brackets for an answer or a clause."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs):
                lines.append(_words(runs))
            case ListBlock(items):
                lines += [f"- {_words(item)}" for item in items]
            case _:
                pass
    return "\n".join(lines)


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs if not run.gap)


def bare(words: str) -> str:
    """Letters and digits alone, without everyday words in brackets and without marks of lists."""
    words = re.sub(r"(?m)^\s*(?:-|\d+\.)\s+|\([^)]*\)", "", words)
    return re.sub(r"\W+", "", words.casefold())


def _ids(document: Document) -> set[str]:
    return {clause.id for clause in document.clauses}


MUST_HOLD = {
    "stance.rights": {
        "en": [
            "trade union",
            "about pay, hours and working conditions",
            "information to any authority",
            "this clause comes first",
        ],
        "ms": [
            "kesatuan sekerja",
            "tentang gaji, waktu kerja dan keadaan kerja",
            "maklumat kepada mana-mana pihak berkuasa",
            "fasal ini diutamakan",
        ],
    },
    "stance.speak-up": {
        "en": [
            "You do not need our permission",
            "the police",
            "sexual harassment",
            "do not punish anyone for a report",
        ],
        "ms": [
            "tidak memerlukan kebenaran kami",
            "polis",
            "gangguan seksual",
            "tidak menghukum sesiapa kerana membuat laporan",
        ],
    },
    "image.fair-process": {
        "en": [
            "Before any penalty",
            "due inquiry",
            "at least half pay",
            "two weeks at most",
            "no fines and no cuts from wages",
        ],
        "ms": [
            "Sebelum apa-apa hukuman",
            "siasatan sewajarnya",
            "sekurang-kurangnya separuh gaji",
            "paling lama dua minggu",
            "Tiada denda",
        ],
    },
    "image.appeal": {
        "en": ["may appeal within 14 days", "did not make the decision", "labour authorities or the courts"],
        "ms": ["rayuan dalam tempoh 14 hari", "tidak membuat keputusan itu", "pihak berkuasa buruh atau mahkamah"],
    },
}


@pytest.mark.parametrize("clause_id", LOCKED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_of_a_carve_out_carries_its_promises(clause_id, language):
    clause = LIBRARY.clause[clause_id]
    assert clause.locked
    for body in bodies(clause):
        words = body[language].replace("*", "").casefold()
        assert [promise for promise in MUST_HOLD[clause_id][language] if promise.casefold() not in words] == []


PREVAILS = {"en": r"(Malay|English) text prevails", "ms": r"teks bahasa (Melayu|Inggeris) yang terpakai"}
NAMES = {"ms": {"Malay", "Melayu"}, "en": {"English", "Inggeris"}}


@often
@given(answers=answers_to(LIBRARY))
def test_the_text_that_prevails_is_the_one_the_owner_chose(answers):
    values = resolve(LIBRARY, answers).values
    chosen = values["precedence"] if values["document_language"] == "both" else None
    for language, pattern in PREVAILS.items():
        document = assemble(LIBRARY, answers, language)
        clause = next(clause for clause in document.clauses if clause.id == SETTLES_THE_LANGUAGE)
        named = set(re.findall(pattern, printed(clause.blocks)))
        assert named == NAMES.get(str(chosen), set()) & named
        assert bool(named) == (chosen in NAMES)


@often
@given(answers=answers_to(LIBRARY))
def test_the_privacy_notice_is_always_in_both_languages(answers):
    notice = make(LIBRARY, answers, "both", document="privacy-notice")
    assert isinstance(notice, SideBySide)
    assert (notice.left.language, notice.right.language) == ("ms", "en")
    left, right = ([entry.id for entry in side.annexes[0].entries] for side in (notice.left, notice.right))
    assert left == right
    assert len(left) >= 5
    for document in (notice.left, notice.right):
        assert held(outline(document), document.language) == []


def test_the_privacy_notice_is_offered_in_no_single_language():
    notice = LIBRARY.document("privacy-notice")
    assert notice is not None
    assert notice.languages == ("both",)


def test_a_gag_of_the_owner_does_not_reach_the_carve_outs():
    """The same words would stand in a clause that is not locked, so the property above can fail."""
    other = LIBRARY.clause["ground-rules.respect"]
    edit = ClauseEdit({"en": "Silence", "ms": "Diam"}, GAG)
    answers = Answers({}, edits=dict.fromkeys((*LOCKED, other.id), edit))
    for language in LANGUAGES:
        document = assemble(LIBRARY, answers, language)
        gagged = [clause.id for clause in document.clauses if held(printed(clause.blocks), language)]
        assert set(gagged) - {SETTLES_THE_LANGUAGE} == {other.id}
        _keeps_the_rights(document)
