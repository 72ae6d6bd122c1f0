"""A letterhead is looked at before it is taken; what cannot serve is refused in plain words."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.letterhead import LARGEST, checked_letterhead, letterhead_of
from desktop.core.look import Attached, AttachedError
from tests.letterheads import (
    BY_LIBREOFFICE,
    even_differs,
    first_page_differs,
    lying,
    with_picture,
    without_header,
)


def changed(data, name, change):
    """The file with one of its parts changed, or left out where the change gives nothing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            part = old.read(entry)
            part = change(part) if entry == name else part
            if part is not None:
                new.writestr(entry, part)
    return out.getvalue()


def replaced(name, old, new):
    def change(part):
        assert old in part
        return part.replace(old, new)

    return changed(with_picture(), name, change)


def locked(data):
    """A zip file whose entries say that they are encrypted."""
    made = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + place] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def test_page_and_margins_are_read():
    found = letterhead_of(Attached("a.docx", with_picture()))
    assert (found.width, found.height) == (11906, 16838)
    assert found.margins["left"] == 1701
    assert set(found.references) == {("header", "default"), ("footer", "default")}
    assert (found.first_differs, found.even_differs) == (False, False)


def test_other_first_and_even_pages_are_seen():
    found = letterhead_of(Attached("a.docx", first_page_differs()))
    assert found.first_differs
    assert ("header", "first") in found.references
    assert letterhead_of(Attached("a.docx", even_differs())).even_differs


@pytest.mark.parametrize("data", [with_picture(), first_page_differs(), even_differs(), lying()])
def test_a_letterhead_is_taken_as_it_is(data):
    assert checked_letterhead("kepala.docx", data) == Attached("kepala.docx", data)


def test_one_of_another_program_is_taken():
    data = BY_LIBREOFFICE.read_bytes()
    assert checked_letterhead("kepala.docx", data).data == data


TYPES = "[Content_Types].xml"
MAIN = b"wordprocessingml.document.main+xml"
WITH_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
RELATION = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = with_picture()
REFUSED = {
    "empty": (b"", "no Word file"),
    "text": (b"Kedai Roti", "no Word file"),
    "old": (OLD + b"\0" * 600, "an old Word"),
    "password": (OLD + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "cut": (GOOD[:-200], "damaged"),
    "locked": (locked(GOOD), "damaged"),
    "zip": (changed(GOOD, TYPES, lambda _: None), "no Word file"),
    "sheet": (replaced(TYPES, MAIN, b"spreadsheetml.sheet.main+xml"), "no Word file"),
    "macros": (replaced(TYPES, b"application/vnd.openxmlformats-officedocument." + MAIN, WITH_MACROS), "macros"),
    "strict": (replaced("_rels/.rels", RELATION, b"http://purl.oclc.org/ooxml/x"), "Strict Open XML"),
    "no text": (changed(GOOD, "word/document.xml", lambda _: None), "no Word file"),
    "no header part": (changed(GOOD, "word/header1.xml", lambda _: None), "damaged"),
    "broken header": (changed(GOOD, "word/header1.xml", lambda part: part[:-20]), "damaged"),
    "entities": (
        changed(GOOD, "word/header1.xml", lambda part: b'<!DOCTYPE x [<!ENTITY a "b">]>' + part[56:]),
        "damaged",
    ),
    "nothing in it": (without_header(), "neither a header nor a footer"),
    "narrow": (replaced("word/document.xml", b'w:left="1701"', b'w:left="8000"'), "too little room"),
    "not a number": (replaced("word/document.xml", b'w:left="1701"', b'w:left="wide"'), "damaged"),
    "heavy": (b"PK" + b"\0" * LARGEST, "more than 5 MB"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_wrong_is_said(data, said):
    with pytest.raises(AttachedError, match=r"“kepala\.docx”.*" + said):
        checked_letterhead("kepala.docx", data)
    assert letterhead_of(Attached("kepala.docx", data)) is None


def test_a_file_that_claims_to_be_huge_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr(TYPES, b"<Types/>")
        bomb.writestr("word/document.xml", b" " * 70_000_000)
    with pytest.raises(AttachedError, match="damaged"):
        checked_letterhead("x.docx", out.getvalue())


@given(st.data())
def test_any_damage_is_taken_or_refused(data):
    made = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        made[data.draw(st.integers(0, len(made) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        checked_letterhead("x.docx", bytes(made))
    except AttachedError as error:
        assert "“x.docx”" in str(error)
