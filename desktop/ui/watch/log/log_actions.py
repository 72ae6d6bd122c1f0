"""What is done with the log as a whole: a table of it, and clearing what is old."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.core.watch.evidence import Entry
from desktop.i18n import _, message
from desktop.ui.days import date_words
from desktop.ui.faults import Banner, Severity
from desktop.ui.session import Session

_CSV = ".csv"
_BACK = timedelta(days=2 * 366)
"""How far back places are looked for that are no platforms."""


def places_of(session: Session) -> tuple[str, ...]:
    """The places to choose from: those of the firm, then others that stand in the log."""
    answered = session.settled.all_facts.values.get("platforms") or ()
    question = session.library.question.get("platforms")
    known = {choice.code for choice in question.choices} if question else set()
    found = {where for _month, _tone, where in session.watch.evidence.mentions(session.today - _BACK, session.today)}
    return tuple(dict.fromkeys((*(code for code in answered if code in known), *sorted(found))))


def say_logged(banner: Banner, entry: Entry, go: Callable[[int], None]) -> None:
    """Say that an entry is kept; an incident that belongs to it, with the way there."""
    if entry.incident:
        number = entry.incident
        banner.say(
            message("The entry is noted, and an incident is open. Do first what stands there."),
            Severity.WARNING,
            (message("Show the incident"), lambda: go(number)),
        )
    elif entry.is_open:
        banner.say(message("The entry is noted. It stays open until you settle it."), Severity.SUCCESS)
    else:
        banner.say(message("The entry is noted and settled."), Severity.SUCCESS)


def save_table(session: Session, banner: Banner, parent: QWidget) -> None:
    """Ask for a file and write the whole log there."""
    from desktop.export import write_reason
    from desktop.render.files import write_file
    from desktop.render.log_table import log_table
    from desktop.ui.copies.places import remember_folder, usual_folder
    from desktop.ui.files.folders import nearest

    name = "{} {}{}".format(_("Log of posts"), session.today.isoformat(), _CSV)
    kinds = "{} (*.csv)".format(_("Tables (CSV)"))
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the log as a table"), str(nearest(usual_folder(session)) / name), kinds
    )
    if not chosen:
        return
    target = Path(chosen) if chosen.lower().endswith(_CSV) else Path(chosen + _CSV)
    try:
        written = write_file(target, log_table(session.library, session.watch.evidence.entries()))
    except OSError as error:
        banner.say(write_reason(error, target.parent), Severity.ERROR)
        return
    remember_folder(session, target.parent)
    banner.say(
        message("The log is saved as a table: {file}. It holds what people wrote: share it with care.", file=written),
        Severity.SUCCESS,
    )


def old_entries(session: Session) -> tuple[date, int]:
    """The day before which settled entries have been kept long enough, and how many those are."""
    months = session.settled.all_facts.values.get("log_months")
    before = session.today - relativedelta(months=months if isinstance(months, int) else 24)
    return before, session.watch.evidence.old_entries(before)


def ask_clearing(session: Session, banner: Banner, parent: QWidget) -> None:
    """Say how many entries are old; where the owner agrees, delete them."""
    before, count = old_entries(session)
    months = session.settled.all_facts.values.get("log_months")
    banner.clear()
    if not count:
        banner.say(
            message(
                "Nothing to clear: no settled entry is older than {months} months, the time you chose to keep the log.",
                months=months,
            )
        )
        return
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Clear old entries"))
    box.setText(
        _("One settled entry ended before {day}.", day=date_words(before))
        if count == 1
        else _("{count} settled entries ended before {day}.", count=count, day=date_words(before))
    )
    box.setInformativeText(
        _(
            "Your policy keeps the log for {months} months. Cleared entries are gone for good; only their number is "
            "kept. Open entries and those that belong to an incident stay.",
            months=months,
        )
    )
    clear = box.addButton(_("&Clear them"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_("&Keep them"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    clear.clicked.connect(lambda: _clear(session, banner, before))
    box.open()


def _clear(session: Session, banner: Banner, before: date) -> None:
    cleared = session.watch.clear_entries(before, session.watch.me)
    if cleared is not None:
        told = (
            message("One old entry is cleared.")
            if cleared.count == 1
            else message("{count} old entries are cleared.", count=cleared.count)
        )
        banner.say(told, Severity.SUCCESS)
