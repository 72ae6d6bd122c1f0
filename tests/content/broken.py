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


def faults_of_all(folder, cases):
    """What the checker says when the edits (file, old, new, …) of all cases are made in one copy."""
    content = copied(folder)
    for file, old, new, *_expected in cases:
        edit(content / file, old, new)
    return faults(content)


def strangers(found, cases):
    """The lines that no case accounts for. Each case ends with the beginnings of the lines it leads to."""
    expected = [f"{file}: {line}" for file, _old, _new, *lines in cases for line in lines]
    return [line for line in found if not line.startswith(tuple(expected))]
