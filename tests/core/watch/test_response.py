"""Going through the response chart: every way ends, danger and rights are known, replies carry the firm's answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.load import load_library
from desktop.core.answers import Answers, Person
from desktop.core.assemble import settle
from desktop.core.chart import chart_of
from desktop.core.watch.post_words import language_of, speaks_of_work
from desktop.core.watch.response import LEAVE, NO, YES, ResponseWords, Walk, begin, boxes_of, has_gap, resumed

AMINAH = {"aminah": Person("aminah", "Aminah Yusof", {"ms": "Pemilik", "en": "Owner"})}


@pytest.fixture(scope="module")
def library():
    return load_library()


def settled_for(library, **values):
    return settle(library, Answers({"business_name": "Kedai Roti", "policy_owner": "aminah", **values}, people=AMINAH))


def after(library, *answers, **values):
    walk = begin(settled_for(library, **values))
    for answer in answers:
        walk = walk.answered(answer)
    return walk


def test_the_safety_gate_is_the_first_question_and_stops_everything(library):
    walk = after(library)
    assert walk.question.tone == "danger"
    assert (walk.end, walk.is_danger) == (None, False)
    stopped = walk.answered(YES)
    assert stopped.is_danger
    assert stopped.question is None
    assert stopped.path == (("safety", YES), ("stop", ""))
    with pytest.raises(ValueError, match="yes"):
        stopped.answered(YES)


def test_outside_malaysia_other_boxes_stand_and_are_danger_too(library):
    stopped = after(library, YES, state="outside_malaysia")
    assert stopped.is_danger
    assert stopped.path == (("safety-outside", YES), ("stop-outside", ""))


def test_talk_of_pay_and_conditions_leaves_nothing(library):
    walk = after(library, NO, NO)
    assert walk.end.id == LEAVE
    assert walk.keeps_nothing
    assert not after(library, NO, YES, NO, YES).keeps_nothing


def test_what_the_answers_say_about_the_truth(library):
    assert after(library, NO, YES).truth == ""
    assert after(library, NO, YES, YES).truth == "true"
    assert after(library, NO, YES, NO, NO, NO, YES).truth == "false"
    assert after(library, NO, YES, NO, NO, NO, NO, YES).truth == ""


@given(answers=st.lists(st.sampled_from((YES, NO)), max_size=30), posture=st.sampled_from(("open", "strict")))
def test_every_way_ends_and_its_path_leads_there_again(answers, posture):
    library = load_library()
    walk = begin(settled_for(library, posture=posture))
    for answer in answers:
        if walk.question is None:
            break
        assert walk.end is None
        walk = walk.answered(answer)
    while walk.question is not None:
        walk = walk.answered(NO)
    assert walk.end is not None
    assert len(walk.path) <= len(walk.chart.rows) + 1
    assert walk.path[-1] == (walk.end.id, "")
    assert resumed(Walk(walk.chart), walk.path) == walk
    assert [node.id for node, _answer in boxes_of(library.chart, walk.path)] == [box for box, _answer in walk.path]


def test_back_to_an_earlier_question(library):
    walk = after(library, NO, YES, NO)
    assert walk.back_to(1).path == (("safety", NO),)
    assert walk.back_to(1).question == walk.passed[1][0]
    assert walk.back_to(-3).path == ()


def test_a_path_of_an_older_chart_is_read_as_far_as_it_goes(library):
    path = (("safety", NO), ("gone", YES), ("about", YES), ("fair", "perhaps"), ("stop", ""))
    read = boxes_of(library.chart, path)
    assert [(node.id if node else None, answer) for node, answer in read] == [
        ("safety", NO),
        (None, YES),
        ("about", YES),
        ("fair", "perhaps"),
        ("stop", ""),
    ]
    walk = resumed(after(library), path)
    assert (walk.answers, walk.question.id) == ((NO, YES), "fair")


def test_a_box_that_takes_the_place_of_another_has_its_replies(library):
    for values in ({}, {"complaint_handler": "aminah"}, {"posture": "strict"}):
        settled = settled_for(library, **values)
        end = after(library, NO, YES, YES, **values).end
        replies = ResponseWords(settled, "en").replies(end)
        assert "sorry-checking" in [reply.id for reply in replies], end.id
        assert all(reply.id.startswith("sorry-") for reply in replies)
    strict = settled_for(library, posture="strict")
    assert "sorry-slip" not in [each.id for each in ResponseWords(strict, "en").replies(end)], "its condition fails"
    assert ResponseWords(strict, "en").replies(after(library, YES).end) == ()


def test_replies_carry_the_answers_and_the_name_and_keep_what_is_to_be_filled_in(library):
    settled = settled_for(library)
    end = after(library, NO, YES, NO, NO, NO, NO, YES).end
    english = {reply.id: reply.text for reply in ResponseWords(settled, "en").replies(end, " Siti  Aminah ")}
    malay = {reply.id: reply.text for reply in ResponseWords(settled, "ms").replies(end, "Siti")}
    assert english["restore-private"].startswith("Hello, [name]. I am Siti Aminah from Kedai Roti.")
    assert malay["restore-private"].startswith("Salam sejahtera, [nama]. Saya Siti dari Kedai Roti.")
    unsigned = {reply.id: reply.text for reply in ResponseWords(settled, "en").replies(end)}
    assert "I am [your name] from" in unsigned["restore-private"]


def test_boxes_name_the_people_of_the_firm(library):
    settled = settled_for(library)
    stop = after(library, YES).end
    words = ResponseWords(settled, "en")
    assert words.text(stop) == "No reply: tell at once"
    assert "Aminah Yusof decides on a report" in words.note(stop)
    assert "{" not in "".join(words.text(node) + words.note(node) for node in library.chart)


def test_the_chart_is_the_one_that_documents_print(library):
    settled = settled_for(library)
    assert begin(settled).chart == chart_of(library.chart, settled.all_facts.holds)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Roti di kedai ini sangat sedap, terima kasih", "ms"),
        ("The bread was cold and the service very slow", "en"),
        ("10/10 👍👍", ""),
        ("", ""),
        ("Best gila! Nak datang lagi", "ms"),
    ],
)
def test_the_language_of_a_post(text, language):
    assert language_of(text) == language


def test_talk_of_work_is_noticed_and_little_else():
    assert speaks_of_work("Gaji di sini lambat dibayar")
    assert speaks_of_work("We should join a union")
    assert not speaks_of_work("The bread was stale and I want my money back")


def test_what_was_done_is_offered_where_a_way_ends_and_names_people(library):
    settled = settled_for(library)
    english, malay = ResponseWords(settled, "en"), ResponseWords(settled, "ms")
    thank = after(library, NO, YES, NO, YES).end
    assert english.done(thank) == ("Thanked the writer", "Left standing, no answer")
    assert "Told Aminah Yusof, no reply" in english.done(after(library, YES).end)
    for node in library.chart:
        assert len(english.done(node)) == len(malay.done(node))
        assert bool(node.done) == (node.kind in ("action", "end") and node.id != LEAVE), node.id


def test_what_is_left_to_be_filled_in():
    assert has_gap("Sorry, [name].")
    assert not has_gap("Sorry, Mei [].")
    assert not has_gap("Open 9] to 5[")
