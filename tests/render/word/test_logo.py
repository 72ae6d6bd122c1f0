"""The logo stands in the title block, within its room, with its name for those who cannot see it."""

from dataclasses import replace

import pytest
from hand_made import LIBRARY, document, side_by_side
from reading import opened, parts_read
from test_soundness import findings

from desktop.core.look import Attached, Look
from desktop.render.word import write_word
from tests.letterheads import jpeg, png

WORDS = {"contents": "Contents", "page_of": "Page {page} of {pages}", "logo_of": "Logo of {business_name}"}


def with_words(made):
    return replace(made, words=made.words | WORDS)


def look(data):
    return Look(logo=Attached("logo", data))


def size(data):
    (picture,) = opened(data).inline_shapes
    return round(picture.width.mm, 1), round(picture.height.mm, 1)


@pytest.mark.parametrize(
    ("picture", "expected"),
    [(png(300, 120), (40.0, 16.0)), (png(100, 100), (18.0, 18.0)), (png(40, 400), (1.8, 18.0)), (jpeg(), (36.0, 18.0))],
)
def test_it_fills_its_room_and_keeps_its_shape(picture, expected):
    assert size(write_word(document(), LIBRARY, look(picture))) == expected


def test_it_is_small_on_a_handout():
    sheet = document(sections=0)
    assert size(write_word(sheet, LIBRARY, look(png(300, 120)))) == (27.5, 11.0)
    first = opened(write_word(sheet, LIBRARY, look(png()))).paragraphs[0]
    assert first.text.startswith("Kedai Roti Seri Murni\t")


def test_its_name_is_said():
    (picture,) = opened(write_word(with_words(document()), LIBRARY, look(png()))).inline_shapes
    assert picture._inline.docPr.get("descr") == "Logo of Kedai Roti Seri Murni"


def test_a_very_long_name_is_said_in_part():
    (picture,) = opened(write_word(with_words(document(name="N" * 10_000)), LIBRARY, look(png()))).inline_shapes
    assert len(picture._inline.docPr.get("descr")) <= 255


@pytest.mark.parametrize("made", [document(), side_by_side(), document(sections=0)], ids=["one", "both", "sheet"])
@pytest.mark.parametrize("picture", [png(), jpeg()], ids=["png", "jpeg"])
def test_the_file_is_sound_and_always_the_same(made, picture, tmp_path):
    data = write_word(made, LIBRARY, look(picture))
    assert data == write_word(made, LIBRARY, look(picture))
    assert findings(data, tmp_path / "made.docx") == []
    assert picture in parts_read(data).values()


def test_what_is_no_picture_is_left_out():
    assert write_word(document(), LIBRARY, look(b"no picture")) == write_word(document(), LIBRARY)
