"""A text document that shows pieces, one table each, and comes to other pieces bit by bit: what is in sight first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFrame
from PySide6.QtWidgets import QTextEdit

from desktop.render.html import Piece

_FEW, _MANY = 2, 8
"""Pieces that are put in as one edit while the owner waits, and at leisure: each edit moves all that is below it."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """Neighbouring pieces that give way to others."""

    place: int
    """How many pieces stand before them."""
    gone: int
    come: tuple[Piece, ...]


class PieceDocument:
    """Brings a document from the pieces it shows to the pieces wanted, in edits that keep all else in its place."""

    def __init__(self, view: QTextEdit) -> None:
        # made here: one that Qt makes may lie where an older one lay, be taken for it, and fall with it
        self.document = QTextDocument(view)
        self.document.setDefaultFont(view.font())
        view.setDocument(self.document)
        self._view = view
        self.wanted: tuple[Piece, ...] = ()
        """The pieces as they should be."""
        self._shown: list[Piece] = []
        self._frames: list[QTextFrame] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all that is wanted is shown."""
        return len(self._shown) == len(self.wanted) and all(map(_is, self._shown, self.wanted))

    @property
    def has_beginning(self) -> bool:
        """Whether the first piece that is shown is the first one wanted."""
        return not self._shown or not self.wanted or self._shown[0].key == self.wanted[0].key

    @property
    def length(self) -> int:
        """How many pieces are shown."""
        return len(self._shown)

    def want(self, pieces: tuple[Piece, ...]) -> None:
        """Set what should be shown; nothing is drawn yet. A piece that looks the same counts as the same."""
        known = {piece.key: piece for piece in self._shown}
        self.wanted = tuple(_same(known.get(piece.key), piece) for piece in pieces)

    def begin(self, pieces: tuple[Piece, ...], first: int, last: int) -> None:
        """Start anew with the pieces from `first` to `last`; the others are wanted."""
        self.wanted = pieces
        self._shown = list(pieces[first : last + 1])
        self._view.setHtml(_html(self._shown))  # the document's own would pull the ground from below the view
        self._frames = None

    def is_in_order(self) -> bool:
        """Whether edits lead to what is wanted: what stays comes in the same order."""
        shown, wanted = {piece.key for piece in self._shown}, {piece.key for piece in self.wanted}
        return [p.key for p in self._shown if p.key in wanted] == [p.key for p in self.wanted if p.key in shown]

    def mend(self, first: int, last: int) -> bool:
        """Make the edits that touch the shown pieces from `first` to `last`. Returns whether there were any.

        Of many pieces that come above or below these, only the nearest come: the others may not be in sight then.
        """
        edits = list(self._edits(_FEW))
        inside = [edit for edit in edits if edit.place <= last and edit.place + max(edit.gone, 1) > first]
        above = [edit for edit in edits if edit.place == first and not edit.gone]
        below = [edit for edit in edits if edit.place == last + 1 and not edit.gone]
        inside = [edit for edit in inside if edit not in above] + above[-1:] + below[:1]
        for edit in sorted(inside, key=edits.index, reverse=True):  # from the end, so that places before stay true
            self._make(edit)
        return bool(inside)

    def mend_piece(self, key: str) -> bool:
        """Make the edit that a piece comes with. Returns whether there was any."""
        edit = next((edit for edit in self._edits(_FEW) if any(piece.key == key for piece in edit.come)), None)
        if edit is not None:
            self._make(edit)
        return edit is not None

    def mend_next(self, after: int) -> bool:
        """Make one edit, the next one after a place or else the first. Returns whether there was any."""
        edits = list(self._edits(_MANY))
        if edits:
            self._make(next((edit for edit in edits if edit.place >= after), edits[0]))
        return bool(edits)

    def mend_all(self) -> None:
        """Show all that is wanted."""
        for edit in reversed(list(self._edits(_MANY))):
            self._make(edit)

    def frames(self) -> list[QTextFrame]:
        """One table a piece, in order."""
        if self._frames is None:  # asked for many times between two edits
            self._frames = self.document.rootFrame().childFrames()
        return self._frames

    def index(self, key: str) -> int | None:
        """The place of a piece that is shown; None where it is not."""
        return next((index for index, piece in enumerate(self._shown) if piece.key == key), None)

    def piece(self, index: int) -> Piece:
        """The piece that is shown in a place."""
        return self._shown[index]

    def rect(self, index: int) -> QRectF:
        """Where a piece lies, in pixels of the document."""
        return self._rect(self.frames()[index])

    def between(self, top: float, bottom: float) -> tuple[int, int]:
        """The first piece that ends below `top` and the last one that begins above `bottom`, in pixels."""
        frames = self.frames()
        first = bisect_right(frames, top, key=lambda frame: self._rect(frame).bottom())
        last = bisect_left(frames, bottom, lo=min(first, len(frames)), key=lambda frame: self._rect(frame).top()) - 1
        return first, last

    def at_position(self, position: int) -> int | None:
        """The piece in which a place of the text lies; None between pieces."""
        frames = self.frames()
        index = bisect_right(frames, position, key=QTextFrame.firstPosition) - 1
        return index if index >= 0 and position <= frames[index].lastPosition() else None

    def _rect(self, frame: QTextFrame) -> QRectF:
        return self.document.documentLayout().frameBoundingRect(frame)

    def _edits(self, most: int) -> Iterator[_Edit]:
        """What leads from the pieces shown to those wanted, in order, each small enough for one edit."""
        wanted, shown = {piece.key for piece in self.wanted}, {piece.key for piece in self._shown}
        come: list[Piece] = []
        gone = place = 0
        news = iter(self.wanted)
        new = next(news, None)
        for index, old in enumerate([*self._shown, None]):
            while new is not None and new.key not in shown:
                come.append(new)
                new = next(news, None)
            stays = old is not None and old is new
            if stays or old is None or len(come) >= most or gone >= most:
                yield from _small(place, gone, come, most)
                come, gone, place = [], 0, index
            if old is None:
                return
            if stays:
                place = index + 1
                new = next(news, None)
                continue
            gone += 1
            if old.key in wanted and new is not None:
                come.append(new)
                new = next(news, None)

    def _make(self, edit: _Edit) -> None:
        frames = self.frames()
        end = self.document.characterCount() - 1
        place = frames[edit.place].firstPosition() - 1 if edit.place < len(frames) else end
        cursor = QTextCursor(self.document)
        # one edit: all that lies between the first and the last place of an edit is laid out anew
        cursor.beginEditBlock()
        if edit.come:
            cursor.setPosition(place)
            cursor.insertHtml(_html(edit.come))
        if edit.gone:
            cursor.setPosition(frames[edit.place].firstPosition() - 1)
            last = frames[edit.place + edit.gone - 1].lastPosition() + 1
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.endEditBlock()
        self._frames = None
        self._shown[edit.place : edit.place + edit.gone] = edit.come


def _small(place: int, gone: int, come: list[Piece], most: int) -> Iterator[_Edit]:
    """An edit, in several where many pieces come."""
    while come or gone:
        yield _Edit(place, gone, tuple(come[:most]))
        place, gone, come = place + gone, 0, come[most:]


def _same(known: Piece | None, piece: Piece) -> Piece:
    """The piece that is known where it looks the same: it has its HTML already."""
    if known is None or known is piece:
        return piece
    return known if known.parts == piece.parts or known.cells == piece.cells else piece


def _is(one: Piece, other: Piece) -> bool:
    return one is other


def _html(pieces: "list[Piece] | tuple[Piece, ...]") -> str:
    return "".join(piece.html for piece in pieces)
