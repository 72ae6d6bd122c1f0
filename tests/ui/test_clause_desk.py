"""Decisions about clauses in a real file, without any update of the library."""

import pytest

from desktop.core.answers import ClauseChoice, ClauseEdit
from desktop.core.validate import AnswerError
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import CannotWrite, DiskFull
from tests.ui import small_files
from tests.ui.small_files import FIRM, both, read, state, with_clause, words

reopened, small = small_files.reopened, small_files.small


def test_in_and_out_with_a_reason(reopened):
    session = reopened()
    assert session.clauses.include("two.where", False, "  We sell in the shop only. ")
    assert session.clauses.choice("two.where") == ClauseChoice(included=False, reason="We sell in the shop only.")
    assert "two.where" not in read(session)
    assert session.clauses.include("one.agency", True)
    assert reopened().clauses.choice("two.where").reason == "We sell in the shop only."
    session = reopened()
    assert "one.agency" in read(session)
    assert session.clauses.include("two.where", None)
    assert "two.where" in read(session)
    assert session.undo() == "clause:two.where"
    assert "two.where" not in read(session)


def test_nothing_decided_leaves_no_step(reopened):
    session = reopened()
    assert session.clauses.include("two.where", None)
    assert session.clauses.swap("two.words", "body")
    assert session.clauses.restore("two.where")
    assert session.file.undo_label is None


def test_another_wording_and_back(reopened):
    session = reopened()
    session.clauses.swap("two.words", "strict")
    assert "Short." in read(session)["two.words"]
    session.clauses.swap("two.words", "body")
    assert session.clauses.choice("two.words") == ClauseChoice()
    session.answer("posture", "strict")
    session.clauses.swap("two.words", "body")
    assert "secret" in read(reopened())["two.words"]


def test_an_edit_flags_the_other_language_until_it_is_looked_at(reopened):
    session = reopened()
    title, body = both("Where"), {"ms": "Di {platforms}.", "en": "Only on {platforms}."}
    assert session.clauses.edit("two.where", title, body)
    assert session.answers.edits["two.where"] == ClauseEdit(title, body, "body", ("ms",))
    session = reopened()
    assert session.clauses.looked_at("two.where", "ms")
    assert session.answers.edits["two.where"].unchecked == ()
    assert session.clauses.restore("two.where")
    assert session.answers.edits == {}
    session.undo()
    assert session.answers.edits["two.where"].body == body


def test_an_edit_back_to_the_words_of_the_library_is_none(reopened):
    session = reopened()
    session.clauses.edit("two.where", both("Where"), words("Mine"))
    session.clauses.edit("two.where", both("Where"), {"ms": " Di {platforms}.\n", "en": "On {platforms}."})
    assert session.answers.edits == {}


def test_an_edit_keeps_the_wording_it_was_made_from(reopened):
    session = reopened()
    session.clauses.swap("two.words", "strict")
    session.clauses.edit("two.words", both("Words"), words("Mine"))
    session.clauses.swap("two.words", "body")
    session.clauses.edit("two.words", both("Words"), words("Mine too"))
    assert session.answers.edits["two.words"].variant == "strict"


@pytest.mark.parametrize(("clause_id", "body"), [("two.where", "{nobody}"), ("two.where", ""), ("one.locked", "Mine.")])
def test_what_cannot_be_kept_is_refused_and_nothing_changes(reopened, clause_id, body):
    session = reopened()
    with pytest.raises(AnswerError):
        session.clauses.edit(clause_id, both("Title"), {"ms": body, "en": body})
    assert (session.answers, session.file.undo_label) == (FIRM, None)


def test_an_own_clause(reopened):
    session = reopened()
    name = session.clauses.write("two", {"ms": "Kucing"}, {"ms": "Kucing kedai tidak disiarkan."}, after="two.words")
    assert list(read(session)).index(name) == list(read(session)).index("two.words") + 1
    session = reopened()
    body = {"ms": "Kucing kedai tidak disiarkan.", "en": "See [[ref:" + name + "]]."}
    assert session.clauses.write("one", {"ms": "Kucing", "en": "Cats"}, body, clause_id=name) == name
    own = session.answers.own[name]
    assert (own.step, own.after, own.unchecked) == ("one", "", ()), "a side written for the first time is a translation"
    session.clauses.write("one", own.title, {**own.body, "ms": "Kucing tidak disiarkan."}, clause_id=name)
    assert session.answers.own[name].unchecked == ("en",)
    session.clauses.looked_at(name, "en")
    assert session.answers.own[name].unchecked == ()
    assert session.clauses.remove(name)
    assert session.answers.own == {}
    assert session.undo() == f"clause:{name}"
    assert session.answers.own[name].title["en"] == "Cats"


def test_two_own_clauses_have_two_ids(reopened):
    session = reopened()
    names = [session.clauses.write("two", both("A"), words("A")) for _each in range(2)]
    assert len(set(names)) == 2
    assert [clause.id for clause in session.answers.own.values()] == names


def test_a_file_open_to_look_at_changes_nothing(reopened, small):
    reopened()
    session = reopened(with_clause(small, "two.where", body=words("New")), writable=False)
    failed = []
    session.failed.connect(failed.append)
    before = state(session)
    assert not session.clauses.include("two.where", False)
    assert not session.clauses.edit("two.where", both("Mine"), words("Mine"))
    assert session.clauses.write("two", both("Mine"), words("Mine")) == ""
    assert not session.clauses.agree(session.clauses.updates[0])
    assert not session.clauses.decline(session.clauses.updates[0])
    assert not session.clauses.agree_to_all()
    assert [type(error) for error in failed] == [CannotWrite] * 6
    assert state(session) == before


def test_a_file_open_to_look_at_that_keeps_nothing_has_no_updates(reopened, small):
    session = reopened(writable=False)
    assert (session.clauses.updates, session.library) == ((), small)


def test_a_file_begins_with_the_library_of_its_first_opening(reopened, small):
    session = reopened()
    assert list(session.clauses.kept) == sorted(small.clause)
    assert (session.clauses.updates, session.library, session.file.undo_label) == ((), small, None)
    assert reopened().clauses.updates == ()


def test_beginning_on_a_full_disk_opens_all_the_same(reopened, monkeypatch):
    def full(*_arguments):
        raise DiskFull(message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(BusinessFile, "begin_keeping", full)
        session = reopened()
        assert (session.clauses.kept, session.clauses.updates) == ({}, ())
    assert reopened().clauses.kept
