"""Qt's own words in the language of the interface: buttons, edit menus, the file dialog.

Qt ships no Malay catalogue. The words below are the ones it asks for in the widgets we use, found by a translator
that wrote down every question. They are marked for extraction here and translated in our own catalogue; `&` marks the
key that chooses a button or menu entry, and stands before a letter of the translated word.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

from desktop import i18n
from desktop.i18n import message
from desktop.ui.print_words import PRINT_WORDS

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

_BUTTONS = (
    message("OK"),
    message("Save"),
    message("Save All"),
    message("Open"),
    message("&Yes"),
    message("Yes to &All"),
    message("&No"),
    message("N&o to All"),
    message("Abort"),
    message("Retry"),
    message("Ignore"),
    message("Close"),
    message("Cancel"),
    message("Discard"),
    message("Help"),
    message("Apply"),
    message("Reset"),
    message("Restore Defaults"),
    # as desktops by GNOME's rules have them: Ubuntu, Debian, Mint
    message("&OK"),
    message("&Save"),
    message("&Cancel"),
    message("&Close"),
    message("Close without Saving"),
    message("Show Details..."),
    message("Hide Details..."),
)
_EDITING = (
    message("&Undo"),
    message("&Redo"),
    message("Cu&t"),
    message("&Copy"),
    message("Copy &Link Location"),
    message("&Paste"),
    message("Delete"),
    message("Select All"),
    message("&Select All"),
    message("&Step up"),
    message("Step &down"),
)
_SCROLLING = (
    message("Scroll here"),
    message("Top"),
    message("Bottom"),
    message("Page up"),
    message("Page down"),
    message("Scroll up"),
    message("Scroll down"),
    message("Left edge"),
    message("Right edge"),
    message("Page left"),
    message("Page right"),
    message("Scroll left"),
    message("Scroll right"),
    message("Scroll Left"),
    message("Scroll Right"),
    message("Close Tab"),
)
_FILES = (
    message("&Look in:"),
    message("Back"),
    message("Go back"),
    message("Forward"),
    message("Go forward"),
    message("Parent Directory"),
    message("Go to the parent directory"),
    message("Create New Folder"),
    message("Create a New Folder"),
    message("List View"),
    message("Change to list view mode"),
    message("Detail View"),
    message("Change to detail view mode"),
    message("Sidebar"),
    message("List of places and bookmarks"),
    message("Files"),
    message("Files of &type:"),
    message("Computer"),
    message("Drive"),
    message("Folder"),
    message("File &name:"),
    message("&Open"),
    message("Name"),
    message("Size"),
    message("Type"),
    message("Date Modified"),
    message("All Files (*)"),
    message("Show "),
    message("&Rename"),
    message("&Delete"),
    message("Show &hidden files"),
    message("&New Folder"),
    message("New Folder"),
    message("Find Directory"),
    message("Directories"),
    message("Directory:"),
    message("&Choose"),
    message("&Save"),
    message("Save As"),
    message("Remove"),
    message("Recent Places"),
    message("%1 already exists.\nDo you want to replace it?"),
    message("%1\nFile not found.\nPlease verify the correct file name was given."),
    message("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
    message("'%1' is write protected.\nDo you want to delete it anyway?"),
    message("Are you sure you want to delete '%1'?"),
    message("Could not delete directory."),
)
_COLOURS = (
    message("Select Color"),
    message("&Basic colors"),
    message("&Custom colors"),
    message("&Add to Custom Colors"),
    message("&Pick Screen Color"),
    message("Cursor at %1, %2\nPress ESC to cancel"),
    message("Hu&e:"),
    message("&Sat:"),
    message("&Val:"),
    message("&Red:"),
    message("&Green:"),
    message("Bl&ue:"),
    message("A&lpha channel:"),
    message("&HTML:"),
)
_MAC_MENU = (
    message("About %1"),
    message("Hide %1"),
    message("Hide Others"),
    message("Show All"),
    message("Preferences…"),
    message("Quit %1"),
    message("Services"),
)
_SPOKEN = (
    message("Press"),
    message("Check"),
    message("Uncheck"),
    message("Toggle"),
    message("Increase"),
    message("Decrease"),
    message("Show Menu"),
    message("Set Focus"),
    message("Open the combo box selection popup"),
)

_ALL = (*_BUTTONS, *_EDITING, *_SCROLLING, *_FILES, *_COLOURS, *_MAC_MENU, *_SPOKEN, *PRINT_WORDS)
QT_WORDS = {each.text: each for each in _ALL}
"""The words by Qt's source text."""


class QtWords(QTranslator):
    """Answers Qt's questions from our catalogue. It stays installed while languages change."""

    def isEmpty(self) -> bool:  # noqa: N802
        """Never: Qt ignores an empty translator."""
        return False

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        known = QT_WORDS.get(text)
        if known is None:
            return None  # an empty string would blank the label
        words = str(known)
        return None if words == text else words


def install(app: QCoreApplication) -> None:
    """Answer Qt's questions from now on."""
    app.installTranslator(QtWords(app))


def switch(app: QCoreApplication, language: str) -> None:
    """Change the language of the interface. Every widget is told through a LanguageChange event."""
    i18n.use(language)
    use_locale()
    announce(app)


def announce(app: QCoreApplication) -> None:
    """Tell every widget that the language has changed."""
    app.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def locale() -> "QLocale":
    """How Qt writes dates and numbers in the language of the interface, in Malaysia."""
    # names the languages and countries of the world when it is first used, 5 ms: not before the window is in sight
    from PySide6.QtCore import QLocale

    return QLocale(f"{i18n.current()}_MY")


def use_locale() -> None:
    """Write dates and numbers as the language of the interface does, in windows that are made from now on."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(locale())
