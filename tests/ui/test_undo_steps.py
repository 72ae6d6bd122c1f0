"""Whatever changes the business file is one undo step with a name. What can change it is found, not listed by hand."""

import ast
import inspect
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop import i18n
from desktop.core.answers import Account, Person
from desktop.core.look import Look
from desktop.core.watch.choices import OwnTask, Rhythm, TaskChoice, WatchWords, WorkCalendar
from desktop.core.watch.evidence import DONE, AccessReview, Entry, Incident, Note, Run
from desktop.store.business_file import BusinessFile
from desktop.ui.clauses.clause_desk import ClauseDesk
from desktop.ui.session import Session
from desktop.ui.step_names import step_name
from desktop.ui.watch.accounts.register_changes import remove_person, save_account
from desktop.ui.watch.watch_desk import WatchDesk
from tests.store.circumstances import ROOT
from tests.ui import small_files
from tests.ui.small_files import both, edit_where, state, with_clause, without, words

reopened, small, updated = small_files.reopened, small_files.small, small_files.updated

DAY = date(2027, 1, 4)
BOON = Person("boon", "Boon", {"ms": "Tukang", "en": "Baker"})
PAGE = Account("page", "facebook", "@kedai")
OWN = ("one", both("Ours"), {"ms": "Milik kami.", "en": "Ours alone."})


def nothing(_session):
    """The file as it is."""


def with_people(session):
    assert session.save_person(BOON)
    assert session.save_account(PAGE)


def with_own(session):
    assert session.clauses.write(*OWN)


def with_own_task(session):
    return session.watch.save_own(OwnTask("own-1", both("Wipe the board"), Rhythm("day")))


def ticked(session):
    """The tick of that task, made if need be."""
    book = session.watch.evidence
    if not book.ticks():
        session.watch.tick(session.watch.item("own-1"), DONE, on=session.today)
    return book.ticks()[-1]


def with_old_entry(session):
    return session.watch.add_entry(Entry(DAY, "facebook", done=DAY - timedelta(days=1), outcome="Answered"))


def incident(session):
    """The number of an incident, opened if need be."""
    if not session.watch.evidence.incidents():
        session.watch.add_incident(Incident("other", session.now, "A crowd"))
    return session.watch.evidence.incidents()[0].number


def evidence(session):
    """All that is kept."""
    book = session.watch.evidence
    notes = {each.number: book.notes("incident", each.number) for each in book.incidents()}
    return (book.ticks(), book.entries(), book.incidents(), notes, book.runs(), book.reviews(), book.cleared())


def own_id(session):
    return next(iter(session.answers.own))


def half_edited(session):
    """The words of one language are changed, so that the other is to be looked at."""
    clause = session.library.clause["two.where"]
    session.clauses.edit(clause.id, clause.title, {**clause.body, "en": "On {platforms}, ours."})
    assert session.answers.edits["two.where"].unchecked


CHANGES = {
    "Session.answer": (nothing, lambda s: s.answer("hours", 12)),
    "Session.save_person": (nothing, lambda s: s.save_person(BOON)),
    "Session.answer_with_person": (
        lambda s: s.answer("uses_agency", True),
        lambda s: s.answer_with_person("agency_person", BOON, "boon"),
    ),
    "Session.remove_person": (with_people, lambda s: s.remove_person("boon")),
    "Session.save_account": (nothing, lambda s: s.save_account(replace(PAGE, owner="boon"), BOON)),
    "Session.remove_account": (with_people, lambda s: s.remove_account("page")),
    "Session.set_look": (nothing, lambda s: s.set_look(Look(colour="#123456"))),
    "ClauseDesk.include": (nothing, lambda s: s.clauses.include("two.where", False, "not ours")),
    "ClauseDesk.swap": (nothing, lambda s: s.clauses.swap("two.where", "strict")),
    "ClauseDesk.edit": (nothing, edit_where),
    "ClauseDesk.looked_at": (half_edited, lambda s: s.clauses.looked_at("two.where", "ms")),
    "ClauseDesk.restore": (edit_where, lambda s: s.clauses.restore("two.where")),
    "ClauseDesk.write": (nothing, with_own),
    "ClauseDesk.remove": (with_own, lambda s: s.clauses.remove(own_id(s))),
    "ClauseDesk.agree": (nothing, lambda s: s.clauses.agree(s.clauses.updates[0])),
    "ClauseDesk.agree_to_all": (nothing, lambda s: s.clauses.agree_to_all()),
    "ClauseDesk.decline": (nothing, lambda s: s.clauses.decline(s.clauses.updates[0])),
    "WatchDesk.begin": (nothing, lambda s: s.watch.begin(DAY)),
    "WatchDesk.choose": (nothing, lambda s: s.watch.choose("comments", TaskChoice(on=False))),
    "WatchDesk.save_own": (nothing, with_own_task),
    "WatchDesk.remove_own": (with_own_task, lambda s: s.watch.remove_own("own-1")),
    "WatchDesk.set_calendar": (nothing, lambda s: s.watch.set_calendar(WorkCalendar(shift="before"))),
    "WatchDesk.set_words": (nothing, lambda s: s.watch.set_words(WatchWords(("roti seri",)))),
}
"""How each comes about: what is there before, and the change."""

EVIDENCE = {
    "WatchDesk.tick": lambda s: s.watch.tick(s.watch.item("own-1"), DONE, on=s.today),
    "WatchDesk.happened": lambda s: s.watch.happened("own-1", s.today),
    "WatchDesk.withdraw": lambda s: s.watch.withdraw(ticked(s), "It was another task"),
    "WatchDesk.retick": lambda s: s.watch.retick(ticked(s), replace(ticked(s), by="Boon")),
    "WatchDesk.add_entry": lambda s: s.watch.add_entry(Entry(s.today, "facebook", text="Good bread")),
    "WatchDesk.add_incident": lambda s: s.watch.add_incident(Incident("other", s.now, "A crowd")),
    "WatchDesk.add_note": lambda s: s.watch.add_note("incident", Note(incident(s), s.now, text="Over")),
    "WatchDesk.add_run": lambda s: s.watch.add_run(Run("leaver", "Boon", s.today, ())),
    "WatchDesk.add_review": lambda s: s.watch.add_review(AccessReview("page", "@kedai", s.today)),
    "WatchDesk.clear_entries": lambda s: with_old_entry(s) and s.watch.clear_entries(s.today, "Boon"),
}
"""What is kept as evidence: no step at all, and no step takes it back."""

ELSEWHERE = {"Session.answer_with_account"}
"""Changes for which the small library has no question."""

UNCHANGED = {
    "Session.show_form": "a setting of the file",
    "Session.remember_place": "a setting of the file",
    "Session.undo": "takes a step back",
    "Session.redo": "makes it again",
    "Session.store": "the way in for the clause desk",
    "Session.begin_day": "changes nothing",
    "Session.go_on_in": "the same in another file",
    "Session.close": "changes nothing",
    "ClauseDesk.forget": "reads the file again",
    "ClauseDesk.choice": "asks only",
    "ClauseDesk.can_decline": "asks only",
    "WatchDesk.item": "asks only",
    "WatchDesk.earliest": "asks only",
    "WatchDesk.be": "a setting of the file",
    "WatchDesk.title": "asks only",
    "WatchDesk.records": "asks only",
    "WatchDesk.forget": "works everything out anew",
}


def functions_of(kind: type) -> set[str]:
    """The public functions a class has of its own."""
    return {
        f"{kind.__name__}.{name}"
        for name, member in vars(kind).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }


def test_every_function_of_the_session_is_told_here():
    told = set(CHANGES) | set(EVIDENCE) | ELSEWHERE | set(UNCHANGED)
    assert functions_of(Session) | functions_of(ClauseDesk) | functions_of(WatchDesk) == told


def updated_library(small):
    """A library in which two clauses are worded anew and one is gone."""
    library = with_clause(small, "two.where", body=words("New"))
    return without(with_clause(library, "one.first", body=words("Newer")), "one.agency")


def names(session, label):
    """What the menu calls a step, in each language."""
    told = {}
    for language in ("en", "ms"):
        i18n.use(language)
        told[language] = step_name(session.library, label, session.answers.own)
    i18n.use("en")
    return told


def shows_one_named_step(session, change):
    """A change is one step with a name, which undo takes back whole and redo makes again."""
    session.answer("business_name", "A step of its own")
    before, label_before = state(session), session.file.undo_label
    assert change(session) is not False
    after, label = state(session), session.file.undo_label
    assert after != before
    assert all(name.strip() for name in names(session, label).values()), label
    assert session.undo() == label
    assert state(session) == before
    assert session.file.undo_label == label_before, "it was one step"
    assert all(name.strip() for name in names(session, session.file.redo_label).values())
    assert session.redo() == label
    assert state(session) == after


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_one_step_with_a_name(updated, small, name):
    prepare, change = CHANGES[name]
    session, _was = updated(updated_library(small))
    prepare(session)
    shows_one_named_step(session, change)


@pytest.mark.parametrize("name", EVIDENCE)
def test_evidence_is_no_step_and_no_step_takes_it_back(session, name):
    with_own_task(session)
    before = evidence(session)
    label = session.file.undo_label
    assert EVIDENCE[name](session)
    after = evidence(session)
    assert after != before
    assert session.file.undo_label == label
    session.undo()
    assert evidence(session) == after
    session.redo()
    assert evidence(session) == after


@pytest.mark.parametrize("keeper", [None, BOON])
def test_an_account_answered_with_is_one_step_with_a_name(session, keeper):
    question = next(question for question in session.library.questions if question.kind == "accounts")
    account = replace(PAGE, owner="boon" if keeper else "")
    shows_one_named_step(session, lambda s: s.answer_with_account(question.id, account, ["page"], keeper))


def test_an_account_of_the_register_is_one_step_with_a_name(session):
    shows_one_named_step(session, lambda s: save_account(s, replace(PAGE, owner="boon"), (BOON,), is_new=True))


def test_somebody_who_leaves_is_one_step_with_a_name(session):
    session.save_person(BOON)
    session.save_account(replace(PAGE, administrators=("boon",), recovery_phone="boon"))
    shows_one_named_step(session, lambda s: remove_person(s, "boon", "Boon"))
    session.redo()
    assert session.answers.accounts["page"] == PAGE


def test_a_step_older_than_the_library_has_a_name_too(session):
    for label in ("answer:gone.question", "clause:gone.clause", "clause:own.gone", "update:gone.clause", "update:"):
        assert all(name.strip() for name in names(session, label).values()), label


def test_nothing_changes_the_file_but_the_session():
    """A change that went past the session would be announced to nobody."""
    changing = {
        name
        for name, member in inspect.getmembers(BusinessFile, inspect.isfunction)
        if not name.startswith("_") and "label" in inspect.signature(member).parameters
    }
    assert {"set_answer", "save_person", "set_look", "keep_clauses", "change"} <= changing
    doors = {
        ROOT / f"desktop/ui/{name}.py"
        for name in ("session", "clauses/clause_desk", "watch/watch_desk", "watch/accounts/register_changes")
    }
    past = [
        f"{path.name}:{call.lineno}"
        for path in sorted(Path(ROOT / "desktop").rglob("*.py"))
        if path not in doors and "store" not in path.parts
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in changing
        and any(keyword.arg == "now" for keyword in call.keywords)
    ]
    assert past == []
