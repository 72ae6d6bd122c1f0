"""What the owner should know about a file that was just opened, in the banner of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop import settings
from desktop.i18n import Message, message
from desktop.ui.faults import Severity
from desktop.ui.protection.copy_offer import begin_counting, note_declined, offer_is_due
from desktop.ui.whole_pages import CLAUSES
from desktop.ui.work_page import WorkPage

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def greet(window: "MainWindow", page: WorkPage) -> None:
    """Say one thing at most, the weightiest."""
    session, banner = page.session, window.banner
    if session.is_sample:
        words = message("This is a sample of an invented business, to look round and practise. It is not your policy.")
        banner.say(words, Severity.INFO, _way_to_own(window))
    elif session.file.read_only:
        words = message("You can look at this policy and make documents of it, but not change it here.")
        banner.say(words, Severity.WARNING)
    elif changed := session.clauses.updates:
        words = message(
            "This version of DasarKita brings changed clauses: {count}. Your policy stays as it is until you decide.",
            count=len(changed),
        )
        banner.say(words, Severity.INFO, (message("Look at the changes…"), window.dialogs.updates))
        # the page of clauses says it itself, and needs the room
        page.step_list.page_chosen.connect(lambda shown: banner.clear() if shown == CLAUSES else None)
    else:
        _offer_copy(window, page)


def _way_to_own(window: "MainWindow") -> tuple[Message, Callable[[], None]]:
    """From a sample back to the policy of one's own, where there is one."""
    own = window.files.own or window.start_page.own_recent
    if own is None:
        return message("Start our policy"), window.files.start_policy
    return message("Back to {name}", name=own.stem), lambda: window.open_file(own)


def _offer_copy(window: "MainWindow", page: WorkPage) -> None:
    """Once a month: a disk that breaks takes the policy and its daily copies with it."""
    session, saved, today = page.session, window.saved, page.session.today
    business = session.file.business
    begin_counting(saved, business, today)
    if offer_is_due(saved, business, today, session.file.changed.date()):
        note_declined(saved, business, today)  # asked today, whatever becomes of it
        words = message("Keep a copy of this policy outside this computer, for example on a USB stick.")
        window.banner.say(words, Severity.INFO, (message("Make a copy now…"), window.dialogs.copy_elsewhere))
    settings.save(saved)
