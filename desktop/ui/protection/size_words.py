"""Sizes of files and drives in words."""

from desktop import i18n
from desktop.i18n import _


def size_words(size: int) -> str:
    """A size in bytes, rounded up, such as "312 KB" or "1.4 GB"."""
    if size < 1_000_000:
        return _("{number} KB", number=i18n.format_number(-(-size // 1000)))
    if size < 1_000_000_000:
        return _("{number} MB", number=i18n.format_number(round(size / 1_000_000, 1)))
    return _("{number} GB", number=i18n.format_number(round(size / 1_000_000_000, 1)))
