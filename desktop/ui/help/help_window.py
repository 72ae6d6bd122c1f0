"""The window of Help. It stays beside the main window and remembers nothing."""

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QCursor,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop import paths
from desktop.content.glossary import WORD
from desktop.content.guide import load_guide
from desktop.content.load import load_library
from desktop.i18n import _
from desktop.ui import qt_words, theme
from desktop.ui.help.book import Book, Place, place_of
from desktop.ui.help.glossary_popover import show_term
from desktop.ui.help.page_view import PageView
from desktop.ui.help.place_list import PlaceList
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button

_WIDE = 700
"""Width from which list and page stand side by side, in pixels."""
_SIDE = 270
_REST = 150
"""Milliseconds after which all pages are read for the search."""


class HelpWindow(Retranslated, QWidget):
    """Topics and search on one side, the page on the other; in a narrow window one of the two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._place: Place = ("", "")
        self._wants_list = False
        self.back_button, self.forward_button, self.list_button = (_button(name) for name in ("back", "next", "list"))
        self.smaller_button, self.larger_button = _button(""), _button("")
        self.search_field = QLineEdit()
        self.search_field.setClearButtonEnabled(True)
        self.search_field.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = PlaceList()
        self.nothing_label = QLabel()
        self.nothing_label.setWordWrap(True)
        theme.look(self.nothing_label, "muted")
        self.page = PageView(paths.guide())
        self._get_ready = QTimer(self)  # to search: the first letter typed should not wait
        self._get_ready.setSingleShot(True)
        self._get_ready.setInterval(_REST)
        self._get_ready.timeout.connect(self._make_index)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def shown(self) -> str:
        """The id of the page that is shown."""
        return self._place[0]

    def show_topic(self, topic: str = "") -> None:
        """Open Help at a topic, or at the one that explains a page of the program; the window comes to the front."""
        if not self.isVisible():
            self._stand_beside()
        self.search_field.clear()
        self._wants_list = False
        self._arrange()
        self.show()  # before the page is laid out, so that it is laid out once, in the right width
        self._go((self._book.page_of(topic), ""))
        if self.isMinimized():
            self.showNormal()
        self.activateWindow()
        self.page.setFocus()
        self._get_ready.start()

    def go_back(self) -> None:
        """Show the page that was shown before."""
        if self._past:
            self._future.append(self._place)
            self._show(self._past.pop())

    def go_forward(self) -> None:
        """Show the page that was left with `go_back`."""
        if self._future:
            self._past.append(self._place)
            self._show(self._future.pop())

    def retranslate(self) -> None:
        """Set the words, and show the same page in the language of the interface."""
        self.setLocale(qt_words.locale())
        self.setWindowTitle(_("DasarKita Help"))
        for button, told, keys in (
            (self.back_button, _("Back"), "Alt+Left"),
            (self.forward_button, _("Forward"), "Alt+Right"),
            (self.list_button, _("Topics and what was found"), ""),
            (self.smaller_button, _("Smaller letters"), "Ctrl+-"),
            (self.larger_button, _("Larger letters"), "Ctrl++"),
        ):
            shown_keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{told} ({shown_keys})" if keys else told)
            button.setAccessibleName(told)
        self.search_field.setPlaceholderText(_("Search"))
        self.search_field.setAccessibleName(_("Search in Help"))
        self.search_field.setToolTip(QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText))
        self.nothing_label.setText(_("Nothing found. Try another word, or look through all topics."))
        self._book = Book(load_guide(), load_library())
        self._list_places()
        if self.shown:
            self._show(self._place)
            self._get_ready.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window list and page take turns."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Forget where the reader was."""
        super().closeEvent(event)
        self._past.clear()
        self._future.clear()
        self._place = ("", "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape empties the search, then closes; the arrow down and Return lead from the search to what was found."""
        searching = self.search_field.hasFocus()
        if event.key() == Qt.Key.Key_Escape:
            self.search_field.clear() if self.search_field.text() else self.close()
        elif searching and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
        elif searching and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.choose_first()
        elif not presses_button(event):
            super().keyPressEvent(event)

    def _go(self, place: Place) -> None:
        """Show a page, and remember the one before."""
        if place == self._place:
            return
        if self.shown:
            self._past.append(self._place)
            self._future.clear()
        self._show(place)

    def _show(self, place: Place) -> None:
        page, where = place
        self._place = place
        self.page.show_page(self._book, page)
        title = self._book.title(page)
        self.page.setAccessibleName(title)
        self.page.mark(self.search_field.text())
        self.page.go_to(where)
        self.back_button.setEnabled(bool(self._past))
        self.forward_button.setEnabled(bool(self._future))
        if not self.search_field.text():
            self.list.mark(page)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.page, title))

    def _open(self, target: str) -> None:
        """Show what was chosen in the list."""
        page, _mark, where = target.partition("#")
        self._wants_list = False
        self._go((page, "" if where == "s0" else where))
        self._arrange()
        self.page.setFocus()

    def _follow(self, address: QUrl) -> None:
        href = address.toString()
        place = place_of(href)
        if place is None:
            show_term(self.page, href.removeprefix(WORD), self._below_link())
        else:
            self._go((self._book.page_of(place[0]), place[1]))

    def _below_link(self) -> QPoint:
        """Below the mouse where it pressed the link, else below the link that has the focus."""
        view = self.page.viewport()
        mouse = QCursor.pos()
        if self.page.underMouse() and view.rect().contains(view.mapFromGlobal(mouse)):
            return mouse + QPoint(0, theme.LARGE)
        return view.mapToGlobal(self.page.cursorRect().bottomLeft() + QPoint(0, theme.TINY))

    def _search(self) -> None:
        self._wants_list = bool(self.search_field.text())
        self._list_places()
        self._arrange()
        if self.search_field.text().strip():
            count = self.list.count()
            told = _("Places found: {count}", count=count) if count else self.nothing_label.text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, told))

    def _list_places(self) -> None:
        """All topics, or what was found."""
        typed = self.search_field.text().strip()
        if typed:
            hits = self._book.find(typed)
            found = [
                (hit.entry.target, " · ".join(filter(None, (hit.entry.title, hit.entry.heading))), hit.context)
                for hit in hits
            ]
            self.list.show_places(found)
            self.list.setAccessibleName(_("What was found"))
        else:
            self.list.show_places([(page, title, "") for page, title in self._book.pages], self.shown)
            self.list.setAccessibleName(_("All topics"))
        self.nothing_label.setVisible(bool(typed) and not self.list.count())
        self.list.setVisible(bool(self.list.count()))

    @Slot()
    def _make_index(self) -> None:
        self._book.get_ready()

    def _toggle_list(self) -> None:
        self._wants_list = not self._wants_list
        self._arrange()
        (self.list if self._wants_list else self.page).setFocus()

    def _arrange(self) -> None:
        wide = self.width() >= theme.scaled(_WIDE)
        self._side.setVisible(wide or self._wants_list)
        self.page.setVisible(wide or not self._wants_list)
        self._side.setMaximumWidth(theme.scaled(_SIDE) if wide else 16_777_215)
        self.list_button.setVisible(not wide)

    def _stand_beside(self) -> None:
        """On a wide screen large enough for list and page, else a strip at the right edge of the screen."""
        screen = (self.parentWidget() or self).screen().availableGeometry()
        height = min(screen.height() - 3 * theme.GIANT, theme.scaled(860))
        width = theme.scaled(860 if screen.width() >= 1800 else 440)
        self.resize(min(width, screen.width()), height)
        self.move(screen.right() - self.width() - theme.SMALL, screen.top() + theme.GIANT)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.go_back)
        self.forward_button.clicked.connect(self.go_forward)
        self.list_button.clicked.connect(self._toggle_list)
        self.smaller_button.clicked.connect(lambda: self.page.larger(-1))
        self.larger_button.clicked.connect(lambda: self.page.larger(1))
        self.search_field.textChanged.connect(lambda _words: self._search())
        self.list.chosen.connect(self._open)
        self.page.anchorClicked.connect(self._follow)
        for keys, action in (
            ("Ctrl+F", self._start_search),
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl++", lambda: self.page.larger(1)),
            ("Ctrl+=", lambda: self.page.larger(1)),
            ("Ctrl+-", lambda: self.page.larger(-1)),
            ("Ctrl+0", lambda: self.page.larger(0)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    def _start_search(self) -> None:
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def _lay_out(self) -> None:
        self.smaller_button.setText("A−")
        self.larger_button.setText("A+")
        bar = QFrame()
        theme.look(bar, "bar")
        top = QHBoxLayout(bar)
        top.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        top.setSpacing(theme.TINY)
        for button in (self.back_button, self.forward_button, self.list_button):
            top.addWidget(button)
        self.search_field.setMinimumWidth(theme.scaled(150))
        top.addWidget(self.search_field, 1)
        for button in (self.smaller_button, self.larger_button):
            top.addWidget(button)
        self._side = QWidget()
        theme.look(self._side, "page")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, theme.SMALL, 0, theme.SMALL)
        self.nothing_label.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        side.addWidget(self.nothing_label, 0, Qt.AlignmentFlag.AlignTop)
        side.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setSpacing(1)
        below.addWidget(self._side, 1)
        below.addWidget(self.page, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(below, 1)
        self.setMinimumSize(max(320, bar.minimumSizeHint().width()), 300)


def _button(icon: str) -> QToolButton:
    button = QToolButton()
    if icon:
        button.setIcon(theme.icon(icon))
    return button
