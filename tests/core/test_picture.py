"""A logo is looked at before it is taken: kind, size, whole or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.look import Attached, AttachedError
from desktop.core.picture import LARGEST, Picture, checked_logo, picture_of
from tests.letterheads import jpeg, png


def test_size_and_kind_are_read_from_the_picture():
    assert picture_of(png(300, 120)) == Picture("png", 300, 120)
    assert picture_of(jpeg(64, 32)) == Picture("jpeg", 64, 32)


@pytest.mark.parametrize("picture", [png(), jpeg()], ids=["png", "jpeg"])
def test_a_whole_picture_is_taken_as_it_is(picture):
    assert checked_logo("logo kedai.PNG", picture) == Attached("logo kedai.PNG", picture)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "neither a PNG nor a JPEG"),
        (b"<svg/>", "neither a PNG nor a JPEG"),
        (b"GIF89a", "neither a PNG nor a JPEG"),
        (png()[:-5], "damaged"),
        (png().replace(b"IDAT", b"IDAX"), "damaged"),
        (png()[:8], "damaged"),
        (jpeg()[:-2], "damaged"),
        (jpeg()[:30], "damaged"),
        (png(10_001, 1), "too large to be shown"),
        (png() + b"\0" * LARGEST, "3 MB"),
    ],
    ids=["empty", "svg", "gif", "cut", "changed", "head", "no end", "cut jpeg", "wide", "heavy"],
)
def test_what_is_wrong_is_said(data, said):
    with pytest.raises(AttachedError, match=r"“logo\.png”.*" + said):
        checked_logo("logo.png", data)


@given(st.binary(max_size=200), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", png()[:40], jpeg()[:40]]))
def test_any_bytes_are_taken_or_refused(data, start):
    try:
        checked_logo("x", start + data)
    except AttachedError as error:
        assert "“x”" in str(error)
    else:
        assert picture_of(start + data)
