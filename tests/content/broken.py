"""Copies of the shipped content with things wrong in them, and what the checker says of those."""

import shutil

from desktop import paths
from desktop.content.check import check_library
from desktop.content.faults import ContentError
from desktop.content.read import read_library


def copied(folder):
    """A copy of the shipped content in a folder."""
    return shutil.copytree(paths.content(), folder / "content")


def faults(content):
    """What the checker says of a folder of content, line by line."""
    try:
        return [str(fault) for fault in check_library(read_library(content))]
    except ContentError as error:
        return str(error).splitlines()


def edit(path, old, new):
    """Put other words in the place of the first of these."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def missed_and_unasked(folder, cases, *, beside=()):
    """Make the edits (file, old, new, how its line begins) of all cases in one copy of the content, and check it.

    Gives the lines of cases that are not said, and what is said that none of the edits leads to (`beside`).
    """
    content = copied(folder)
    for file, old, new, _line in cases:
        edit(content / file, old, new)
    found = faults(content)
    expected = [f"{file}: {line}" for file, _old, _new, line in cases]
    allowed = tuple(f"{file}: {line}" for file, *_edit in cases for line in beside)
    missed = [line for line in expected if not any(each.startswith(line) for each in found)]
    return missed, [each for each in found if not each.startswith((*expected, *allowed))]
