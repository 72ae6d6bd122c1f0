"""The content folder into a `Library`."""

import hashlib
from pathlib import Path
from typing import Any, TypeVar

from desktop.content.faults import ContentError, Fault
from desktop.content.toml import read_toml, typed
from desktop.core.library import (
    Avoid,
    Clause,
    DocumentKind,
    LanguageInfo,
    Law,
    Library,
    Overbroad,
    Question,
    Sample,
    Step,
    Term,
)
from desktop.core.text import Text
from desktop.i18n import message

T = TypeVar("T")


class _Reader:
    """Reads file after file and gathers the faults of all, so that an editor sees them at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def table(self, path: Path) -> dict[str, Any]:
        try:
            return read_toml(path, self.name(path))
        except ContentError as error:
            self.faults += error.faults
            return {}

    def one(self, table: dict[str, Any], kind: type[T], name: str, place: str = "") -> list[T]:
        try:
            return [typed(table, kind, name, place)]
        except ContentError as error:
            self.faults += error.faults
            return []

    def many(self, path: Path, key: str, kind: type[T], extra: dict[str, Any] | None = None) -> tuple[T, ...]:
        """The `[[key]]` tables of a file."""
        made: list[T] = []
        for index, row in enumerate(self.table(path).get(key, [])):
            place = f"[[{key}]] {row.get('id', row.get('word', row.get('phrase', index + 1)))}"
            made += self.one({**row, **(extra or {})}, kind, self.name(path), place)
        return tuple(made)


def read_library(folder: Path) -> Library:
    """All content of a folder in the format of `docs/editing-content.md`. Raises `ContentError`."""
    if not folder.is_dir():
        raise ContentError([Fault(str(folder), "", message("there is no such folder"))])
    reader = _Reader(folder)
    steps, questions, clauses = _steps(reader)
    glossary = folder / "glossary.toml"
    library = Library(
        version=_version(folder),
        languages=reader.many(folder / "languages.toml", "language", LanguageInfo),
        words=_words(reader),
        documents=reader.many(folder / "documents.toml", "document", DocumentKind),
        steps=steps,
        questions=questions,
        clauses=clauses,
        laws=reader.many(folder / "law" / "malaysia.toml", "law", Law),
        terms=reader.many(glossary, "term", Term),
        avoid=_avoid(reader, glossary),
        overbroad=reader.many(glossary, "overbroad", Overbroad),
        samples=_samples(reader),
    )
    if reader.faults:
        raise ContentError(reader.faults)
    return library


def _steps(reader: _Reader) -> tuple[tuple[Step, ...], tuple[Question, ...], tuple[Clause, ...]]:
    steps: list[Step] = []
    questions: list[Question] = []
    clauses: list[Clause] = []
    for folder in sorted(path.parent for path in reader.folder.glob("*/step.toml")):
        number = int(folder.name.partition("-")[0])
        found = reader.one({**reader.table(folder / "step.toml"), "number": number}, Step, f"{folder.name}/step.toml")
        if not found:
            continue
        steps += found
        step = {"step": found[0].id}
        questions += reader.many(folder / "questions.toml", "question", Question, step)
        for path in sorted((folder / "clauses").glob("*.toml")):
            fields = {**reader.table(path), **step, "file": reader.name(path)}
            clauses += reader.one(fields, Clause, reader.name(path))
    return tuple(steps), tuple(questions), tuple(clauses)


def _words(reader: _Reader) -> dict[str, Text]:
    path = reader.folder / "words.toml"
    found = reader.one(reader.table(path), dict[str, dict[str, str]], reader.name(path))
    return dict(found[0]) if found else {}


def _avoid(reader: _Reader, path: Path) -> tuple[Avoid, ...]:
    """`except` is a word of Python, so the object calls it `exceptions`."""
    made: list[Avoid] = []
    for row in reader.table(path).get("avoid", []):
        renamed = {("exceptions" if key == "except" else key): value for key, value in row.items()}
        made += reader.one(renamed, Avoid, reader.name(path), f"[[avoid]] {row.get('word', '')}")
    return tuple(made)


def _samples(reader: _Reader) -> tuple[Sample, ...]:
    made: list[Sample] = []
    for path in sorted((reader.folder / "samples").glob("*.toml")):
        head = reader.table(path).get("sample", {})
        fields = {"id": path.stem, "source": path.read_text(encoding="utf-8"), **head}
        made += reader.one(fields, Sample, reader.name(path), "[sample]")
    return tuple(made)


def _version(folder: Path) -> str:
    """A short fingerprint of all content: issued versions record which wording they were made from."""
    digest = hashlib.blake2s(digest_size=6)
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
