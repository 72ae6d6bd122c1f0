"""A small frame that explains one word, near where the word stands."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QCursor, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import i18n
from desktop.content.glossary import WORD, Word, linked, load_glossary, month_of
from desktop.content.load import load_library
from desktop.core.library import Library
from desktop.core.text import side
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button

_LETTERS = 50
"""About how many stand in a line."""


class GlossaryPopover(Retranslated, QFrame):
    """Goes away with Escape, its button, or a click elsewhere; the focus goes back to where it was."""

    def __init__(self, word: Word, library: Library, anchor: QWidget) -> None:
        super().__init__(anchor, Qt.WindowType.Popup)
        self._word, self._library = word, library
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        theme.look(self, "card")
        self.term_label, self.sides_label = _label("heading"), _label("strong")
        self.means_label, self.more_label = _label(""), _label("small")
        self.close_button = QToolButton()
        self.close_button.setIcon(theme.icon("close"))
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.retranslate()

    @property
    def text(self) -> str:
        """All words of the pop-over, as they are announced."""
        labels = (self.term_label, self.sides_label, self.means_label, self.more_label)
        return " ".join(label.text() for label in labels if label.text())

    def show_at(self, place: QPoint, above: int) -> None:
        """Show it below a place on the screen; where there is no room, above it by so many pixels."""
        self._fit()
        edge = theme.SMALL
        screen = self.parentWidget().screen().availableGeometry().adjusted(edge, edge, -edge, -edge)
        corner = QRect(place, self.size())
        if corner.bottom() > screen.bottom():
            corner.moveBottom(place.y() - above)
        corner.moveLeft(max(screen.left(), min(corner.left(), screen.right() - corner.width())))
        corner.moveTop(max(screen.top(), min(corner.top(), screen.bottom() - corner.height())))
        self.move(corner.topLeft())
        self.show()
        self.close_button.setFocus(Qt.FocusReason.PopupFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def retranslate(self) -> None:
        """Set the words."""
        term = words(self._word.term)
        self.term_label.setText(term)
        others = (info for info in self._library.languages if info.id != i18n.current())
        sides = (f"{info.name}: {told}" for info in others if (told := side(self._word.term, info.id)))
        self.sides_label.setText("\n".join(sides))
        self.means_label.setText(words(self._word.means))
        self.more_label.setText(self._more())
        for label in (self.sides_label, self.means_label, self.more_label):
            label.setVisible(bool(label.text()))
        self.close_button.setToolTip(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self.setAccessibleName(term)
        self.setAccessibleDescription(words(self._word.means))
        if self.isVisible():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes; Return presses the button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not presses_button(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Give the focus back."""
        super().closeEvent(event)
        if anchor := self.parentWidget():
            anchor.activateWindow()

    def _more(self) -> str:
        if self._word.evidence:
            return _("As far as known in {month}.", month=i18n.format_month(month_of(self._word.evidence)))
        everyday = side(self._word.everyday, i18n.current())
        return _("Often called: {word}", word=everyday) if everyday else ""

    def _fit(self) -> None:
        self.ensurePolished()
        room = self.parentWidget().screen().availableGeometry().width() - theme.HUGE
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS + 2 * theme.LARGE, room)
        self.setFixedWidth(width)
        self.setFixedHeight(self.layout().heightForWidth(width))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.term_label, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.LARGE)
        column.setSpacing(theme.SMALL)
        column.addLayout(head)
        for label in (self.sides_label, self.means_label, self.more_label):
            row = QHBoxLayout()
            row.addWidget(label)
            row.addSpacing(theme.SMALL)
            column.addLayout(row)


def show_term(anchor: QWidget, term_id: str, place: QPoint | None = None) -> GlossaryPopover | None:
    """Explain a word of the glossary, or a law, near a widget or at a place on the screen; None for an unknown one."""
    library = load_library()
    word = load_glossary(library).words.get(term_id)
    if word is None:
        return None
    popover = GlossaryPopover(word, library, anchor)
    popover.show_at(place or _near(anchor), anchor.fontMetrics().height() + theme.SMALL)
    return popover


def tell_linked(label: QLabel, text: str, library: Library) -> None:
    """Show a text in a label; the words of it that the glossary explains become links, which open the pop-over."""
    rich = linked(text, library, i18n.current())
    has_links = f'href="{WORD}' in rich
    label.setTextFormat(Qt.TextFormat.RichText if has_links else Qt.TextFormat.PlainText)
    label.setText(rich if has_links else text)
    flags = Qt.TextInteractionFlag
    # a label that can have the focus but leads nowhere would only be in the way
    label.setTextInteractionFlags(
        flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard if has_links else flags.NoTextInteraction
    )
    if not label.property("explains"):
        label.setProperty("explains", True)
        label.linkActivated.connect(lambda href: show_term(label, href.removeprefix(WORD)))


def _near(anchor: QWidget) -> QPoint:
    """Below the mouse where it is on the widget, else below the widget."""
    mouse = QCursor.pos()
    if anchor.rect().contains(anchor.mapFromGlobal(mouse)) and anchor.underMouse():
        return mouse + QPoint(0, theme.LARGE)
    return anchor.mapToGlobal(QPoint(0, anchor.height() + theme.TINY))


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        theme.look(label, look)
    return label
