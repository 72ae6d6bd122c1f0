"""Making business files: a new one, a copy of a sample to practise on, copies brought back or put elsewhere. No Qt."""

import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import count
from pathlib import Path

from desktop.content.answers_file import sample_answers
from desktop.core.answers import Answers
from desktop.core.library import Library
from desktop.core.reference import Sample
from desktop.export import business_name, safe_name
from desktop.i18n import _
from desktop.store import copying, elsewhere, restoring
from desktop.store.business_file import BusinessFile
from desktop.store.errors import AlreadyThere, StoreError
from desktop.store.restoring import Restored

SUFFIX = ".dasar"

SAMPLE = "sample"
"""The file's setting that holds the id of the sample it was copied from; it marks a file as nobody's own."""


def new_path(folder: Path, business: str) -> Path:
    """Where the file of a business would go: its name, with a number where there is one already."""
    # a folder one may not look into says no rather than raise
    return next(path for path in _names(folder, _file_stem(business)) if not os.path.exists(path))  # noqa: PTH110


def existing_path(folder: Path, business: str) -> Path | None:
    """The file a business of this name has in the folder already; None where there is none."""
    path = next(_names(folder, _file_stem(business)))
    return path if os.path.exists(path) else None  # noqa: PTH110


def create_policy(folder: Path, business: str, library: Library, now: datetime) -> BusinessFile:
    """A new business file that knows the name of the business. Raises `StoreError`."""
    return _create(folder, _file_stem(business), Answers({"business_name": business}), library, now)


def open_sample(sample: Sample, folder: Path, library: Library, now: datetime) -> BusinessFile:
    """A copy of a sample to practise on. A copy in which nothing was changed is used again. Raises `StoreError`."""
    answers = sample_answers(sample, library)
    name = _("Sample - {name}", name=safe_name(business_name(answers)) or sample.id)
    for path in _names(folder, name):
        if not os.path.exists(path):  # noqa: PTH110 - see `new_path`
            break
        if file := _unchanged(path, sample, answers, now):
            return file
    return _create(folder, name, answers, library, now, {SAMPLE: sample.id})


def restore(
    file: Path,
    copy: Path,
    *,
    now: datetime,
    password: str | None = None,
    copy_password: str | None = None,
    folder: Path | None = None,
) -> Restored:
    """Put the state of a copy in place of a closed file, which is kept as a copy. Raises `StoreError`: nothing changed.

    `password` is that of the file, which it keeps. A copy under another raises `CopyNeedsPassword`: ask for it, and
    give it as `copy_password`. A file that cannot be read is moved aside. `folder` is where copies lie.
    """
    return restoring.restore(
        file,
        copy,
        now=now,
        aside=lambda: _free(file.parent, _("{name} - damaged", name=file.stem)),
        password=password,
        copy_password=copy_password,
        folder=folder,
    )


def copy_elsewhere(file: BusinessFile, folder: Path, day: date) -> Path:
    """A whole copy of an open file in a folder, under a name with the date; never over another. Raises `StoreError`."""
    name = f"{safe_name(file.path.stem) or _('Our policy')} {day.isoformat()}"
    return elsewhere.copy_into(folder, (path.name for path in _names(folder, name)), file)


def bring_back(damaged: Path, copy: Path) -> Path:
    """Put a daily copy beside the file it was made from, under a name of its own. Raises `OSError`."""
    name = _("{name} - brought back", name=damaged.stem)
    path = _free(damaged.parent, name)
    unfinished = copying.unfinished(path)
    try:
        shutil.copyfile(copy, unfinished)
        copying.give_name(unfinished, path)
    finally:
        copying.remove(unfinished)
    return path


def _free(folder: Path, name: str) -> Path:
    return next(path for path in _names(folder, name) if not path.exists())


def _file_stem(business: str) -> str:
    return safe_name(business) or _("Our policy")


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}{SUFFIX}"
    yield from (folder / f"{name} ({number}){SUFFIX}" for number in count(2))


def _create(
    folder: Path,
    name: str,
    answers: Answers,
    library: Library,
    now: datetime,
    settings: Mapping[str, str] | None = None,
) -> BusinessFile:
    for path in _names(folder, name):
        try:
            return BusinessFile.create(path, answers, content_version=library.version, now=now, settings=settings)
        except AlreadyThere:
            continue
    raise AssertionError  # the names never end


def _unchanged(path: Path, sample: Sample, answers: Answers, now: datetime) -> BusinessFile | None:
    try:
        file = BusinessFile.open(path, now=now)
    except StoreError:
        return None
    if file.setting(SAMPLE) == sample.id and file.answers == answers and file.evidence.is_empty():
        return file
    file.close()
    return None
