"""How much room words take in print: letter widths of Calibri, and the lines they fill.

The widths are the advances of Carlito, which has the metrics of Calibri, in thousandths of the size of the letters and
rounded up. Kerning, which only saves room, is left out.
"""

from unicodedata import combining, east_asian_width

from desktop.core.document import Runs

POINT = 25.4 / 72
"""A point, in millimetres."""

_WIDTHS = {
    230: " 'il",
    255: "I,.’‘j·",
    275: ":;",
    310: "()-[]`f{}",
    330: "J!",
    350: "rt",
    390: "/\\zs",
    425: '“”c"L',
    460: "xyvkFSZ?|",
    490: "eaTYgE_^+<=>*#",
    510: "0123456789$–~",
    530: "KPXbdhnopqu",
    550: "BRCV",
    580: "A",
    620: "DHG",
    650: "NU",
    690: "OQ&…",
    725: "%w",
    800: "m",
    860: "M",
    900: "W@—→",
}
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER = 640
"""Of letters that are not in the table, such as accented ones."""
_SQUARE = 1000
"""Of Chinese characters, emoji and the like."""
_BOLD = 1.04


def width(words: str, points: float, *, bold: bool = False) -> float:
    """The width of words on one line, in millimetres."""
    return sum(map(_letter, words)) / 1000 * points * POINT * (_BOLD if bold else 1)


def line_count(runs: Runs, room: float, points: float) -> int:
    """How many lines words fill in `room` millimetres. A word that is longer than a line is broken."""
    lines, used = 0, room + 1  # the first word begins the first line
    space = width(" ", points)
    for word in _words(runs):
        long = sum(width(text, points, bold=bold) for text, bold in word)
        if lines and used + space + long <= room:
            used += space + long
        elif long <= room:
            lines, used = lines + 1, long
        else:
            more, used = _broken(word, room, points)
            lines += more
    return lines


def _letter(letter: str) -> int:
    if (known := _WIDTH.get(letter)) is not None:
        return known
    if combining(letter):
        return 0
    return _SQUARE if east_asian_width(letter) in "WF" or ord(letter) >= 0x2600 else _OTHER


def _words(runs: Runs) -> list[list[tuple[str, bool]]]:
    """Words with their weight; one may be made of several runs: "**Aminah**," is one word."""
    words: list[list[tuple[str, bool]]] = [[]]
    for run in runs:
        first, *others = run.text.replace("\u00a0", "_").split(" ")
        words[-1].append((first, run.bold))
        words += [[(text, run.bold)] for text in others]
    return [word for word in words if any(text for text, _ in word)]


def _broken(word: list[tuple[str, bool]], room: float, points: float) -> tuple[int, float]:
    """The lines a long word fills, and how much of the last one."""
    lines, used = 1, 0.0
    for text, bold in word:
        for letter in text:
            wide = width(letter, points, bold=bold)
            if used + wide > room and used:
                lines, used = lines + 1, 0.0
            used += wide
    return lines, used
