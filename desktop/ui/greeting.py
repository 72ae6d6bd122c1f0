"""What the owner should know about a file that was just opened, in the banner of the window."""

from typing import TYPE_CHECKING

from desktop.business_files import SAMPLE
from desktop.i18n import message
from desktop.ui.faults import Severity
from desktop.ui.whole_pages import CLAUSES
from desktop.ui.work_page import WorkPage

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def greet(window: "MainWindow", page: WorkPage) -> None:
    """Say one thing at most, the weightiest."""
    session, banner = page.session, window.banner
    if session.file.setting(SAMPLE):
        words = message("This is a sample of an invented business, to look round and practise. It is not your policy.")
        banner.say(words, Severity.INFO, (message("Start our policy"), window.files.start_policy))
    elif session.file.read_only:
        words = message("You can look at this policy and make documents of it, but not change it here.")
        banner.say(words, Severity.WARNING)
    elif changed := session.clauses.updates:
        words = message(
            "This version of DasarKita brings changed clauses: {count}. Your policy stays as it is until you decide.",
            count=len(changed),
        )
        banner.say(words, Severity.INFO, (message("Look at the changes…"), lambda: _show_updates(window)))
        # the page of clauses says it itself, and needs the room
        page.step_list.page_chosen.connect(lambda shown: banner.clear() if shown == CLAUSES else None)


def _show_updates(window: "MainWindow") -> None:
    from PySide6.QtCore import Qt

    from desktop.ui.clauses.updates_dialog import UpdatesDialog

    if window.session is None:
        return
    window.banner.clear()
    dialog = UpdatesDialog(window.session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
