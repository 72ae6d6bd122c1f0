"""What the start page says about a file that was opened before."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.i18n import _, format_date

_DAYS_COUNTED = 7


@dataclass(frozen=True, slots=True)
class Recent:
    """What is known about a file that was opened before."""

    changed: date | None
    """The day it was last changed; None where there is no such file, or it cannot be reached."""
    is_sample: bool = False


def seen(name: str, now: datetime) -> Recent:
    """Look at a file. A drive that is gone may take its time."""
    path = Path(name)
    changed = _changed_on(path)
    return Recent(changed, changed is not None and _is_sample(path, now))


def _changed_on(path: Path) -> date | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    except (OSError, OverflowError, ValueError):
        return None


def changed_words(day: date, today: date) -> str:
    """When a file was last changed, as one says it."""
    days = (today - day).days
    if days == 0:
        return _("Changed today")
    if days == 1:
        return _("Changed yesterday")
    if 1 < days < _DAYS_COUNTED:
        return _("Changed {count} days ago", count=days)
    return _("Changed on {date}", date=format_date(day))


def _is_sample(path: Path, now: datetime) -> bool:
    """Whether a file is a copy of a sample. One that does not open, as it is protected or damaged, is none."""
    from desktop.business_files import SAMPLE  # not before the window is in sight
    from desktop.store.business_file import BusinessFile
    from desktop.store.errors import StoreError

    try:
        with BusinessFile.open(path, now=now, writable=False) as file:
            return bool(file.setting(SAMPLE))
    except (StoreError, OSError):
        return False
