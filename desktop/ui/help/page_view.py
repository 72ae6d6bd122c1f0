"""The page of Help: text that wraps, with links, pictures as wide as there is room, and letters of any size."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QColor, QImageReader, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from desktop.content.guide_search import words_of
from desktop.ui import theme
from desktop.ui.help.book import Book

_SIZES = (85, 100, 115, 130, 150, 175, 200)
"""Sizes of the letters, in percent of the program's."""
_MOST_MARKED = 200
_STYLE = """
h1 {{ font-size: x-large; font-weight: 600; margin-top: 0; margin-bottom: 10px; }}
h2 {{ font-size: large; font-weight: 600; margin-top: 20px; margin-bottom: 6px; }}
h3 {{ font-size: medium; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
p {{ margin-top: 0; margin-bottom: 10px; line-height: 135%; }}
li {{ margin-bottom: 6px; line-height: 135%; }}
a {{ color: {accent}; }}
.word {{ margin-top: 14px; margin-bottom: 2px; }}
.side, .caption {{ color: {muted}; }}
.picture {{ margin-top: 6px; margin-bottom: 2px; line-height: 100%; }}
.caption {{ font-size: small; }}
.key {{ background-color: {raised}; font-weight: 600; }}
"""


class PageView(QTextBrowser):
    """Shows one page of a book; links are told by `anchorClicked`."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` holds the pictures."""
        super().__init__(parent)
        self._folder = folder
        self._shown: tuple[Book, str] | None = None
        self._looked_for: list[str] = []
        self._size = _SIZES.index(100)
        self._width = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep_place)
        theme.look(self, "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        # a bar that comes and goes would change the width, and with it the pictures
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(theme.HUGE)
        self.document().setIndentWidth(24)

    @property
    def percent(self) -> int:
        """The size of the letters."""
        return _SIZES[self._size]

    def show_page(self, book: Book, page: str) -> None:
        """Show a page from its beginning."""
        self._shown = book, page
        self._looked_for = []
        self._render()
        self.verticalScrollBar().setValue(0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, typed: str) -> None:
        """Mark the words that were looked for."""
        self._looked_for = words_of(typed)
        self._show_marks()

    def go_to(self, place: str) -> None:
        """Bring a named place to the top."""
        if place:
            self.scrollToAnchor(place)

    def larger(self, steps: int) -> None:
        """Change the size of the letters by so many steps; 0 is back to the usual size."""
        usual = _SIZES.index(100)
        self._size = max(0, min(self._size + steps, len(_SIZES) - 1)) if steps else usual
        self._keep_place()

    def loadResource(self, kind: int, name: QUrl) -> object:  # noqa: N802
        """Read a picture of the guide, at the width it is shown."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        reader = QImageReader(str(self._folder / name.path()))
        size = reader.size()
        dots = self.devicePixelRatioF()
        if (width := round(self._picture_width(name.path()) * dots)) and width < size.width():
            reader.setScaledSize(QSize(width, round(size.height() * width / size.width())))
        return reader.read()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has room for larger or smaller pictures."""
        super().resizeEvent(event)
        if self._shown is not None and self.viewport().width() != self._width and "<img" in self._html():
            self._keep_place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Other colours or another font of the system."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange) and self._shown is not None:
            self._later.start()  # once, and not while Qt goes from widget to widget: the fonts are in pieces then

    def _render(self) -> None:
        self._width = self.viewport().width()
        colours = theme.colours()
        document = self.document()
        document.setDefaultStyleSheet(_STYLE.format(accent=colours.accent, muted=colours.muted, raised=colours.raised))
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * self.percent / 100)
        document.setDefaultFont(font)
        document.clear()
        self.setHtml(self._html())
        self._show_marks()

    def _html(self) -> str:
        if self._shown is None:
            return ""
        book, page = self._shown
        return book.html(page, self._picture_width)

    def _picture_width(self, path: str) -> int:
        """How wide a picture is shown: half its dots, as pictures are taken at 200 %, and never wider than the page."""
        room = max(self._width - 2 * theme.HUGE, 1)
        return min(QImageReader(str(self._folder / path)).size().width() // 2, room)

    @Slot()
    def _keep_place(self) -> None:
        """Lay the page out anew, and come back to the same part of it."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self._render()
        bar.setValue(round(part * bar.maximum()))

    def _show_marks(self) -> None:
        colours = theme.colours()
        look = QTextCharFormat()
        look.setBackground(QColor(colours.warning_soft))
        marked: list[QTextEdit.ExtraSelection] = []
        for word in self._looked_for:
            cursor = self.document().find(word)
            while not cursor.isNull() and len(marked) < _MOST_MARKED:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, look  # type: ignore[misc]
                marked.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marked)
