"""Decisions about changes of the library in a real file, through undo and closing."""

from dataclasses import replace

from desktop.core.answers import ClauseChoice, ClauseEdit, OwnClause
from desktop.core.library import Variant
from desktop.i18n import message
from desktop.store.business_file import BusinessFile
from desktop.store.errors import DiskFull
from tests.ui import small_files
from tests.ui.small_files import FIRM, both, edit_where, read, state, with_clause, without, words

reopened, small, updated = small_files.reopened, small_files.small, small_files.updated


def decide(session, decision, update=None):
    """Take a decision, and show that it can be taken back and made again."""
    update = update or session.clauses.updates[0]
    before = state(session)
    assert getattr(session.clauses, decision)(update)
    after = state(session)
    assert session.undo().startswith("update:")
    assert state(session) == before
    assert session.redo() == f"update:{update.clause_id}"
    assert state(session) == after


def test_taking_another_wording(updated, reopened, small):
    new = with_clause(small, "two.where", title=both("Places"), body=words("New"))
    session, was = updated(new)
    assert read(session) == was
    decide(session, "agree")
    assert "New (en)" in read(session)["two.where"]
    assert (session.clauses.updates, session.library) == ((), new)
    assert (session.answers, reopened(new).clauses.updates) == (FIRM, ())


def test_keeping_the_wording(updated, reopened, small):
    new = with_clause(small, "two.where", body=words("New"))
    session, was = updated(new)
    decide(session, "decline")
    where = small.clause["two.where"]
    assert session.answers.edits == {"two.where": ClauseEdit(where.title, where.body, "body")}
    assert session.answers.choices == {}
    session = reopened(new)
    assert (read(session), session.clauses.updates) == (was, ())
    session.clauses.restore("two.where")
    assert "New (en)" in read(session)["two.where"], "the library's wording is now the new one"


def test_keeping_goes_on_following_the_answers(updated, small):
    new = with_clause(small, "one.agency", body=words("New"))
    session, _was = updated(new, prepare=lambda session: session.answer("uses_agency", True))
    decide(session, "decline")
    assert "one.agency" in read(session)
    session.answer("uses_agency", False)
    assert "one.agency" not in read(session)


def test_an_edit_survives_until_the_owner_takes_the_new_wording(updated, reopened, small):
    new = with_clause(small, "two.where", body=words("New"))
    session, was = updated(new, prepare=edit_where)
    assert read(session) == was
    edit = session.answers.edits["two.where"]
    decide(session, "decline")
    assert (session.answers.edits, read(session)) == ({"two.where": edit}, was)
    newer = with_clause(small, "two.where", body=words("Newer"))
    session = reopened(newer)
    assert read(session) == was
    decide(session, "agree")
    assert session.answers.edits == {}
    assert "Newer (en)" in read(session)["two.where"]


def test_an_edit_survives_a_change_that_leaves_the_words_alone(updated, small):
    new = with_clause(small, "two.where", when="hours > 1", detail="short")
    session, was = updated(new, prepare=edit_where)
    edits = session.answers.edits
    decide(session, "agree")
    assert (session.answers.edits, read(session)) == (edits, was)


def test_an_edit_survives_a_change_of_another_wording(updated, small):
    new = with_clause(small, "two.words", variants={"strict": Variant(words("New"))})
    session, was = updated(new, prepare=lambda session: session.clauses.edit("two.words", both("Mine"), words("Mine")))
    decide(session, "agree")
    assert (list(session.answers.edits), read(session)) == (["two.words"], was)


def test_own_clauses_do_not_mind(updated, small):
    session, was = updated(
        with_clause(small, "two.where", body=words("New")),
        prepare=lambda session: session.clauses.write("two", both("Mine"), words("Mine"), after="two.where"),
    )
    assert read(session) == was
    session.clauses.agree_to_all()
    assert list(read(session)) == list(was)


def test_an_own_clause_beside_one_that_went(updated, small):
    session, was = updated(
        without(small, "two.where"),
        prepare=lambda session: session.clauses.write("two", both("Mine"), words("Mine"), after="two.where"),
    )
    assert read(session) == was
    decide(session, "agree")
    assert list(read(session))[-1].startswith("own.")


def test_a_locked_clause_is_there_at_once(updated, reopened, small):
    new = with_clause(small, "one.locked", body=words("New rights"))
    session, _was = updated(new)
    update = session.clauses.updates[0]
    assert (update.at_once, session.clauses.can_decline(update)) == (True, False)
    assert "New rights" in read(session)["one.locked"]
    decide(session, "decline", update)
    assert (session.answers, reopened(new).clauses.updates) == (FIRM, ())


def test_a_clause_that_becomes_locked_gives_up_what_was_decided(updated, small):
    new = with_clause(small, "two.where", locked=True)

    def prepare(session):
        edit_where(session)
        session.clauses.include("two.where", False, "why not")

    session, was = updated(new, prepare=prepare)
    assert "two.where" not in was
    assert "On " in read(session)["two.where"]
    assert not session.clauses.can_decline(session.clauses.updates[0])
    decide(session, "agree")
    assert (session.answers.edits, session.answers.choices) == ({}, {})


def test_taking_in_a_new_clause(updated, small):
    session, was = updated(small, before=without(small, "two.where"))
    assert read(session) == was
    decide(session, "agree")
    assert "two.where" in read(session)
    assert session.answers == FIRM


def test_leaving_out_a_new_clause(updated, reopened, small):
    session, was = updated(small, before=without(small, "two.where"))
    decide(session, "decline")
    assert session.answers.choices == {"two.where": ClauseChoice(included=False)}
    assert read(reopened(small)) == was


def test_a_new_clause_put_in_before_it_was_decided(updated, reopened, small):
    old = without(small, "two.where")
    session, was = updated(small, before=old)
    session.clauses.include("two.where", True)
    assert "two.where" in read(session)
    decide(session, "decline")
    assert read(session) == was
    reopened(old).clauses.agree_to_all()
    session = reopened(small)
    assert len(session.clauses.updates) == 1
    decide(session, "agree")
    assert "two.where" in read(session), "taking it in takes back that it was left out"


def test_letting_a_clause_go(updated, reopened, small):
    def prepare(session):
        edit_where(session)
        session.clauses.include("two.where", True, "needed")

    new = without(small, "two.where")
    session, was = updated(new, prepare=prepare)
    assert read(session) == was
    decide(session, "agree")
    assert "two.where" not in read(session)
    assert session.answers == FIRM, "nothing is left of what was decided about it"
    assert reopened(new).clauses.updates == ()


def test_keeping_a_clause_that_went_as_our_own(updated, reopened, small):
    session, was = updated(without(small, "two.where"))
    decide(session, "decline")
    own = next(iter(session.answers.own.values()))
    where = small.clause["two.where"]
    assert own == OwnClause(own.id, "two", where.title, where.body)
    session = reopened(without(small, "two.where"))
    assert list(read(session).values()) == list(was.values())


def test_keeping_an_edited_clause_that_went(updated, small):
    session, was = updated(without(small, "two.where"), prepare=edit_where)
    session.clauses.include("two.where", True, "needed")
    decide(session, "decline")
    own = next(iter(session.answers.own.values()))
    assert (own.body["ms"], own.unchecked) == ("Milik kami.", ())
    assert (session.answers.edits, session.answers.choices) == ({}, {})
    assert list(read(session).values()) == list(was.values())


def test_a_clause_that_went_and_is_not_in_has_nothing_to_keep(updated, small):
    session, was = updated(without(small, "one.agency"))
    update = session.clauses.updates[0]
    assert not session.clauses.can_decline(update)
    decide(session, "decline")
    assert (session.answers.own, read(session)) == ({}, was)


def test_a_clause_that_went_with_its_question(updated, small):
    """It cannot be printed as it was, but its words are not lost."""
    new = without(small, "two.where")
    new = replace(new, questions=tuple(question for question in new.questions if question.id != "platforms"))
    session, _was = updated(new)
    assert "two.where" not in read(session)
    decide(session, "decline")
    own = next(iter(session.answers.own.values()))
    assert "[platforms]" in read(session)[own.id]


def test_a_clause_that_went_with_its_step(updated, small):
    new = replace(without(small, "two.words", "two.full", "two.where"), steps=small.steps[:1])
    session, _was = updated(new)
    for update in session.clauses.updates:
        decide(session, "decline", update)
    assert {own.step for own in session.answers.own.values()} == {"one"}
    assert session.clauses.updates == ()


def test_an_edit_of_what_can_no_longer_be_printed(updated, small):
    """The old wording gives way at once; the owner's own stays until it is decided."""

    def edit(session):
        session.clauses.edit("two.where", both("Mine"), words("Mine"))

    new = with_clause(small, "two.where", body=words("New"))
    new = replace(new, questions=tuple(question for question in new.questions if question.id != "platforms"))
    session, was = updated(new, prepare=edit)
    update = session.clauses.updates[0]
    assert (update.at_once, session.clauses.can_decline(update)) == (True, True)
    assert read(session) == was
    decide(session, "decline", update)
    assert read(session) == was


def test_variants(updated, small):
    new = with_clause(small, "two.words", variants={"strict": Variant(words("New")), "open": Variant(words("Open"))})
    session, was = updated(new)
    decide(session, "decline")
    assert (session.answers, read(session)) == (FIRM, was), "what is printed did not change, so nothing is held fast"
    session.answer("posture", "strict")
    assert "New (en)" in read(session)["two.words"]


def test_a_wording_that_went_while_it_was_swapped_in(updated, small):
    new = with_clause(small, "two.words", variants={})
    session, was = updated(new, prepare=lambda session: session.clauses.swap("two.words", "strict"))
    assert read(session) == was
    decide(session, "decline")
    assert read(session) == was
    session.undo()
    decide(session, "agree")
    assert "secret" in read(session)["two.words"]


def test_conditions(updated, small):
    new = with_clause(with_clause(small, "two.where", when="uses_agency"), "one.agency", when="")
    session, was = updated(new)
    assert read(session) == was
    agency, where = session.clauses.updates
    decide(session, "decline", where)
    decide(session, "decline", agency)
    assert read(session) == was
    assert session.answers.choices == {
        "two.where": ClauseChoice(included=True),
        "one.agency": ClauseChoice(included=False),
    }
    assert session.answers.edits == {}
    session.undo()
    session.undo()
    decide(session, "agree", where)
    decide(session, "agree", agency)
    assert set(was) - set(read(session)) == {"two.where"}
    assert set(read(session)) - set(was) == {"one.agency"}


def test_all_at_once(updated, reopened, small):
    new = with_clause(without(small, "two.where"), "one.first", body=words("New"))
    new = with_clause(new, "one.locked", body=words("Rights"))
    session, _was = updated(new, before=without(small, "two.full"), prepare=edit_where)
    assert [update.clause_id for update in session.clauses.updates] == [
        *("one.first", "one.locked", "two.full", "two.where")
    ]
    before = state(session)
    assert session.clauses.agree_to_all()
    assert (session.clauses.updates, session.library, session.answers) == ((), new, FIRM)
    assert session.undo() == "update:"
    assert state(session) == before
    session.redo()
    assert reopened(new).clauses.updates == ()


def test_the_way_back_survives_closing(updated, reopened, small):
    new = with_clause(small, "two.where", body=words("New"))
    session, was = updated(new)
    session.clauses.agree(session.clauses.updates[0])
    session = reopened(new)
    assert session.undo() == "update:two.where"
    assert (len(session.clauses.updates), read(session)) == (1, was)
    session = reopened(small)
    assert (session.clauses.updates, session.redo()) == ((), "update:two.where")
    assert len(session.clauses.updates) == 1, "the file agreed to words that this older library does not have"


def test_each_decision_is_announced_once_everything_is_known(updated, small):
    session, _was = updated(with_clause(small, "two.where", body=words("New")))
    seen = []
    session.answers_changed.connect(lambda _name: seen.append((session.clauses.updates, "New" in str(read(session)))))
    session.clauses.agree(session.clauses.updates[0])
    session.undo()
    assert [(len(updates), new) for updates, new in seen] == [(0, True), (1, False)]


def test_a_decision_that_cannot_be_stored_changes_nothing(updated, small, monkeypatch):
    session, was = updated(with_clause(small, "two.where", body=words("New")))
    failed = []
    session.failed.connect(failed.append)

    def full(*_arguments, **_more):
        raise DiskFull(message("The disk is full."))

    with monkeypatch.context() as patch:
        patch.setattr(BusinessFile, "keep_clauses", full)
        assert not session.clauses.decline(session.clauses.updates[0])
    assert (len(failed), len(session.clauses.updates), session.answers, read(session)) == (1, 1, FIRM, was)
    decide(session, "decline")
