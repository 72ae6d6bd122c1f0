"""The content folder into a `Library`."""

import hashlib
from pathlib import Path
from typing import Any, TypeVar, cast

from desktop.content.faults import ContentError, Fault
from desktop.content.toml import read_toml, typed
from desktop.core.library import Clause, Library, Question, Step
from desktop.core.reference import (
    Avoid,
    ChartNode,
    Contradiction,
    DocumentKind,
    LanguageInfo,
    Law,
    Overbroad,
    Part,
    ReplyPattern,
    Sample,
    Scenario,
    Task,
    Term,
)
from desktop.core.text import Text
from desktop.core.watch.kinds import IncidentKind, RunKind, SearchPlace, Tool
from desktop.i18n import message

T = TypeVar("T")


class _Reader:
    """Reads file after file and gathers the faults of all, so that an editor sees them at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def table(self, path: Path) -> dict[str, Any] | None:
        """The tables of a file; None where it cannot be read, which is noted."""
        try:
            return read_toml(path, self.name(path))
        except ContentError as error:
            self.faults += error.faults
            return None

    def one(self, table: dict[str, Any] | None, kind: type[T], name: str, place: str = "") -> list[T]:
        if table is None:
            return []
        try:
            return [typed(table, kind, name, place)]
        except ContentError as error:
            self.faults += error.faults
            return []

    def many(
        self, path: Path, key: str, kind: type[T], extra: dict[str, str] | None = None, beside: tuple[str, ...] = ()
    ) -> tuple[T, ...]:
        """The `[[key]]` tables of a file. Others than those `beside` it are noted: a slip of the pen loses nothing."""
        name = self.name(path)
        tables = self.table(path) or {}
        unknown = [other for other in tables if other not in (key, *beside)]
        self.faults += [Fault(name, other, message("this key is not known")) for other in unknown]
        rows: Any = tables.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in cast("list[Any]", rows)):
            self.faults.append(Fault(name, key, message("this must be a list of tables: [[{key}]]", key=key)))
            return ()
        made: list[T] = []
        for index, row in enumerate(cast("list[dict[str, Any]]", rows), start=1):
            place = f"[[{key}]] {row.get('id', row.get('word', row.get('phrase', index)))}"
            # `except` is a word of Python, so the object calls it `exceptions`
            fields = {("exceptions" if field == "except" else field): value for field, value in row.items()}
            made += self.one({**fields, **(extra or {})}, kind, name, place)
        return tuple(made)


def read_library(folder: Path) -> Library:
    """All content of a folder in the format of `docs/editing-content.md`. Raises `ContentError`."""
    if not folder.is_dir():
        raise ContentError([Fault(str(folder), "", message("there is no such folder"))])
    reader = _Reader(folder)
    steps, questions, clauses = _steps(reader)
    glossary, parts = folder / "glossary.toml", ("term", "avoid", "overbroad")
    chart, watch = folder / "training" / "response-chart.toml", folder / "monitoring"
    library = Library(
        version=_version(folder),
        languages=reader.many(folder / "languages.toml", "language", LanguageInfo),
        words=_words(reader),
        documents=reader.many(folder / "documents.toml", "document", DocumentKind),
        steps=steps,
        questions=questions,
        clauses=clauses,
        laws=reader.many(folder / "law" / "malaysia.toml", "law", Law),
        terms=reader.many(glossary, "term", Term, beside=parts),
        avoid=reader.many(glossary, "avoid", Avoid, beside=parts),
        overbroad=reader.many(glossary, "overbroad", Overbroad, beside=parts),
        contradictions=reader.many(folder / "contradictions.toml", "contradiction", Contradiction),
        parts=_parts(reader),
        samples=_samples(reader),
        scenarios=reader.many(folder / "training" / "scenarios.toml", "scenario", Scenario),
        chart=reader.many(chart, "node", ChartNode, beside=("pattern",)),
        patterns=reader.many(chart, "pattern", ReplyPattern, beside=("node",)),
        tasks=reader.many(watch / "tasks.toml", "task", Task),
        incident_kinds=reader.many(watch / "incidents.toml", "kind", IncidentKind),
        runs=reader.many(watch / "runs.toml", "run", RunKind),
        search_places=reader.many(watch / "search.toml", "place", SearchPlace),
        tools=reader.many(watch / "tools.toml", "tool", Tool),
    )
    if reader.faults:
        raise ContentError(list(dict.fromkeys(reader.faults)))  # the glossary is looked at once for each of its parts
    return library


def _steps(reader: _Reader) -> tuple[tuple[Step, ...], tuple[Question, ...], tuple[Clause, ...]]:
    steps: list[Step] = []
    questions: list[Question] = []
    clauses: list[Clause] = []
    for path in sorted(reader.folder.glob("*/step.toml")):
        folder, name = path.parent, reader.name(path)
        number = folder.name.partition("-")[0]
        if not number.isdecimal():
            reader.faults.append(Fault(name, "", message("the name of the folder must begin with a number: 01-stance")))
            continue
        table = reader.table(path)
        found = reader.one(table and {**table, "number": int(number)}, Step, name)
        if not found:
            continue
        steps += found
        step = {"step": found[0].id}
        questions += reader.many(folder / "questions.toml", "question", Question, step)
        for file in sorted((folder / "clauses").glob("*.toml")):
            table = reader.table(file)
            clauses += reader.one(table and {**table, **step, "file": reader.name(file)}, Clause, reader.name(file))
    return tuple(steps), tuple(questions), tuple(clauses)


def _words(reader: _Reader) -> dict[str, Text]:
    path = reader.folder / "words.toml"
    found = reader.one(reader.table(path), dict[str, dict[str, str]], reader.name(path))
    return dict(found[0]) if found else {}


def _samples(reader: _Reader) -> tuple[Sample, ...]:
    made: list[Sample] = []
    for path in sorted((reader.folder / "samples").glob("*.toml")):
        if (table := reader.table(path)) is None:
            continue
        head: Any = table.get("sample")
        fields = {"id": path.stem, "source": path.read_text(encoding="utf-8-sig")}
        made += reader.one(fields | head if isinstance(head, dict) else fields, Sample, reader.name(path), "[sample]")
    return tuple(made)


def _parts(reader: _Reader) -> tuple[Part, ...]:
    """The documents other than the policy: an optional introduction, which is a part without a heading, and parts."""
    made: list[Part] = []
    for path in sorted((reader.folder / "documents").glob("*.toml")):
        made += reader.many(path, "part", Part, {"document": path.stem})
    return tuple(made)


def _version(folder: Path) -> str:
    """A short fingerprint of all content: issued versions record which wording they were made from."""
    digest = hashlib.blake2s(digest_size=6)
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
