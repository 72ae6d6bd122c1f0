from types import SimpleNamespace

import pytest

from desktop.core.library import Choice, Clause, Kind, Library, Question, Step, Variant
from desktop.core.reference import DocumentKind, LanguageInfo, Term


def both(text):
    return {"ms": f"{text} (ms)", "en": f"{text} (en)"}


def question(name, kind, **more):
    return Question(name, Kind(kind), both(name), both("why"), both("example"), step="one", **more)


def choices(*codes):
    return tuple(Choice(code, both(code.capitalize()), both(code)) for code in codes)


WORDS = {
    key: {"ms": key, "en": key}
    for key in [
        "draft",
        "detail_status",
        "detail_start",
        "detail_owner",
        "detail_contact",
        "detail_dated",
        "annex_words",
        "annex_laws",
        "annex_sign",
        "sign_issue",
        "sign_staff",
        "field_name",
        "field_role",
        "field_date",
        "field_signature",
        "yes",
        "no",
        "fill_in",
        *(f"account_{key}" for key in ("place", "keeper", "others", "two_step", "recovery", "agency", "checked")),
    ]
} | {
    "and": {"ms": "dan", "en": "and"},
    "months": {"ms": "Jan Feb Mac Apr Mei Jun Jul Ogos Sep Okt Nov Dis", "en": "J F M A M J J A S O N D"},
    "clause_number": {"ms": "fasal {number}", "en": "clause {number}"},
    "section_number": {"ms": "bahagian {number}", "en": "section {number}"},
    "annex_heading": {"ms": "Lampiran {letter}: {title}", "en": "Annex {letter}: {title}"},
    "version": {"ms": "Versi {number}", "en": "Version {number}"},
}


@pytest.fixture
def small():
    """A library of two steps, small enough to read."""
    questions = (
        question("business_name", "name", essential=True, gap=both("the firm")),
        question(
            "posture", "choice", choices=choices("open", "balanced", "strict"), default="balanced", cautious="strict"
        ),
        question(
            "detail", "choice", choices=choices("short", "standard", "full"), default="standard", cautious="standard"
        ),
        question("uses_agency", "yes_no", default=False, cautious=True),
        question("agency_person", "person", when="uses_agency", gap=both("who at the agency")),
        question(
            "hours", "number", default={"open": 48, "balanced": 24, "strict": 4}, cautious=2, minimum=1, maximum=72
        ),
        question(
            "platforms", "choices", choices=choices("facebook", "tiktok", "x"), cautious=["x"], gap=both("platforms")
        ),
        question("own_words", "long_text", gap=both("own words")),
        question("taboos", "list", gap=both("taboos")),
        question("start", "date", gap=both("date")),
    )
    clauses = (
        Clause(
            "one.first",
            "one",
            both("First"),
            both("why"),
            {
                "ms": "{business_name} jawab dalam {hours} jam.",
                "en": "{business_name} answers in {hours} hours.",
            },
            detail="short",
        ),
        Clause(
            "one.agency",
            "one",
            both("Agency"),
            both("why"),
            {
                "ms": "Agensi: {agency_person}.",
                "en": "Agency: {agency_person}.",
            },
            when="uses_agency",
        ),
        Clause(
            "one.strict", "one", both("Strict"), both("why"), {"ms": "Ketat.", "en": "Strict."}, posture=("strict",)
        ),
        Clause(
            "one.locked",
            "one",
            both("Rights"),
            both("why"),
            {"ms": "Hak.", "en": "Rights."},
            locked=True,
            detail="short",
        ),
        Clause(
            "two.words",
            "two",
            both("Words"),
            both("why"),
            {
                "ms": "*Sulit*: lihat [[ref:one.first]] dan [[step:one]].\n\n{own_words}\n\n- tetap\n- {each:taboos}",
                "en": "*secret*: see [[ref:one.first]] and [[step:one]].\n\n{own_words}\n\n- fixed\n- {each:taboos}",
            },
            variants={"strict": Variant({"ms": "Pendek.", "en": "Short."})},
        ),
        Clause("two.full", "two", both("Full"), both("why"), {"ms": "{start}", "en": "{start}"}, detail="full"),
        Clause("two.where", "two", both("Where"), both("why"), {"ms": "Di {platforms}.", "en": "On {platforms}."}),
    )
    return Library(
        version="test",
        languages=(
            LanguageInfo("ms", "Bahasa Malaysia", "ms-MY", "ms_MY"),
            LanguageInfo("en", "English", "en-GB", "en_MY"),
        ),
        words=WORDS,
        documents=(DocumentKind("policy", both("Policy"), both("purpose"), ("ms", "en", "both")),),
        steps=(
            Step("one", 1, both("One"), both("One"), both("intro")),
            Step("two", 2, both("Two"), both("Two"), both("intro")),
        ),
        questions=questions,
        clauses=clauses,
        laws=(),
        terms=(
            Term(
                "secret", {"ms": "sulit", "en": "secret"}, definition={"ms": "Rahsia {business_name}.", "en": "Kept."}
            ),
        ),
    )


@pytest.fixture
def words_of():
    """The plain text of a clause of a document, by clause id."""
    from desktop.render.outline import outline

    def read(document):
        return SimpleNamespace(ids=[clause.id for clause in document.clauses], text=outline(document))

    return read
