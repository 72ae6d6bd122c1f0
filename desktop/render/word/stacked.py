"""Two languages in one place: the words of the second below or behind those of the first."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.core.document import Runs
from desktop.render.word.pen import Pen, said


def second_lines(pens: Sequence[Pen], cells: Sequence[Runs]) -> list[str]:
    """The words of the languages after the first, without those that are the same, and what is filled in only once."""
    seen = {said(cells[0])}
    written: list[str] = []
    for pen, runs in zip(pens[1:], cells[1:], strict=True):
        words = said(runs)
        if words and words not in seen:
            seen.add(words)
            written.append(pen.runs(_differing(_printed(runs), cells[0])))
    return written


def _differing(runs: Runs, first: Runs) -> Runs:
    """Runs without the bold one at their end that the first language has too, such as the name of an account."""
    if len(runs) > 1 and runs[-1].bold and runs[-1] == first[-1]:
        *others, last = runs[:-1]
        return (*others, replace(last, text=last.text.rstrip(": ")))
    return runs


def _printed(runs: Runs) -> Runs:
    """Runs without the places to fill in, and without the space after the first of them."""
    first, *others = (run for run in runs if not run.fill)
    return (replace(first, text=first.text.lstrip(" ")), *others)
