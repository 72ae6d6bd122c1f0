"""A view of pieces: in sight all is right at once, and in the end all is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.forms import make
from desktop.render.html import pieces
from desktop.ui.preview.paper import Paper
from tests.strategies import decided_answers_to, value_of
from tests.ui.previews import dump

LIBRARY = load_library()
BAKERY = sample_answers(next(sample for sample in LIBRARY.samples if sample.id == "bakery"), LIBRARY)
FULL = BAKERY.answered("detail", "full")
ONE_ANSWER = st.sampled_from(LIBRARY.questions).flatmap(lambda q: st.tuples(st.just(q.id), value_of(q)))


@pytest.fixture
def paper_of(dressed, qtbot):
    """Makes papers that show a document."""

    def make_paper(shown):
        paper = Paper()
        qtbot.addWidget(paper)
        paper.resize(460, 640)
        paper.show()
        qtbot.waitExposed(paper)
        paper.show_pieces(shown)
        return paper

    return make_paper


def in_sight(paper):
    first, last = paper._in_sight()
    return [paper.held.piece(index) for index in range(first, last + 1)]


def is_right(paper):
    """Whether what is in sight is what should be there, without a gap."""
    seen = in_sight(paper)
    place = [piece.key for piece in paper.pieces].index(seen[0].key)
    wanted = paper.pieces[place : place + len(seen)]
    return all(one is other for one, other in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("form", ["ms", "both"])
def test_any_answers_end_where_a_new_view_begins(dressed, form):
    paper = Paper()
    paper.resize(460, 640)
    paper.show()

    @settings(max_examples=5, deadline=None)
    @given(
        st.lists(st.tuples(ONE_ANSWER, st.floats(0, 1)), min_size=1, max_size=4),
        st.one_of(st.none(), decided_answers_to(LIBRARY)),
    )
    def hold(changes, others):
        answers = FULL
        paper.show_pieces(pieces(make(LIBRARY, answers, form)))
        assert is_right(paper)
        for (question_id, value), place in changes:
            answers = answers.answered(question_id, value)
            paper.update_pieces(pieces(make(LIBRARY, answers, form)))
            assert is_right(paper)
            paper.verticalScrollBar().setValue(int(place * paper.verticalScrollBar().maximum()))
            assert is_right(paper)
        if others is not None:
            answers = others
            paper.update_pieces(pieces(make(LIBRARY, answers, form)))
            assert is_right(paper)
        fresh = Paper()
        fresh.show_pieces(pieces(make(LIBRARY, answers, form)))
        assert dump(paper) == dump(fresh)

    hold()
    paper.close()


def test_a_document_is_there_before_all_of_it_is_drawn(paper_of, qtbot):
    shown = pieces(make(LIBRARY, FULL, "both"))
    paper = paper_of(shown)
    assert paper.pieces == shown
    assert is_right(paper)
    assert not paper.held.is_whole
    with qtbot.waitSignal(paper.words_changed):
        pass
    assert paper.held.is_whole
    assert dump(paper) == dump(paper_of(shown))


def test_the_way_back_up_loses_nothing(paper_of):
    shown = pieces(make(LIBRARY, FULL, "ms"))
    paper = paper_of(shown)
    paper.scroll_to("taboo")
    paper.show_pieces(pieces(make(LIBRARY, FULL, "en")))
    assert paper.shows("taboo")
    assert not paper.held.is_whole
    while paper.verticalScrollBar().value():
        before = in_sight(paper)[0].key
        paper.verticalScrollBar().setValue(paper.verticalScrollBar().value() - 300)
        keys = [piece.key for piece in paper.pieces]
        assert keys.index(in_sight(paper)[0].key) <= keys.index(before)
        assert is_right(paper)
    assert in_sight(paper)[0].key == "title"


def test_what_is_out_of_sight_leaves_the_view_where_it_is(paper_of):
    paper = paper_of(pieces(make(LIBRARY, FULL, "ms")))
    paper.finish()
    paper.scroll_to("taboo")
    other = pieces(make(LIBRARY, FULL.answered("posture", "strict"), "ms"))
    paper.come_to(other)
    assert paper.shows("taboo")
    assert not paper.held.is_whole
    paper.finish()
    assert paper.shows("taboo")
    assert is_right(paper)


def test_where_all_in_sight_goes_the_next_clause_takes_its_place(paper_of):
    shown = pieces(make(LIBRARY, FULL, "ms"))
    paper = paper_of(shown)
    paper.finish()
    paper.scroll_to(shown[40].key)
    seen = {piece.key for piece in in_sight(paper)}
    paper.update_pieces(tuple(piece for piece in shown if piece.key not in seen))
    last = max(index for index, piece in enumerate(shown) if piece.key in seen)
    assert paper.shows(shown[last + 1].key)


def test_another_order_is_loaded_anew(paper_of):
    shown = pieces(make(LIBRARY, FULL, "ms"))
    turned = (shown[0], *reversed(shown[1:]))
    paper = paper_of(shown)
    paper.update_pieces(turned)
    assert is_right(paper)
    assert dump(paper) == dump(paper_of(turned))
