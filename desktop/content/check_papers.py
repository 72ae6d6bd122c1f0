"""Checks of contradictions, and of the papers beside the policy: parts, situations, the response chart, watching."""

from collections.abc import Iterator

from desktop.content.check_chart import chart_faults
from desktop.content.check_watch import clause_faults, watch_conditions, watch_faults, watch_holes, watch_ids
from desktop.content.faults import Fault, no_clause, no_question, not_one_of
from desktop.content.passages import paper_passages
from desktop.content.reach import possible
from desktop.core.library import Clause, Library
from desktop.core.reference import GROUPS, SHAPES, Part, Point
from desktop.core.selection import applies_when
from desktop.core.sources import SOURCES
from desktop.core.template import Hole, Inline, Pointer, TemplateError, inlines
from desktop.core.text import Text
from desktop.i18n import message

_SCENARIOS, _CHART = "training/scenarios.toml", "training/response-chart.toml"


def paper_ids(library: Library) -> Iterator[list[tuple[str, str]]]:
    """Ids that must differ from each other, with their files."""
    for kind in library.documents:
        yield [(part.id, _file(part)) for part in library.parts_of(kind.id)]
    yield [(each.id, _SCENARIOS) for each in library.scenarios]
    yield [*((node.id, _CHART) for node in library.chart), *((each.id, _CHART) for each in library.patterns)]
    yield from watch_ids(library)


def paper_conditions(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every condition of the papers: file, key, source."""
    for kind in library.documents:
        yield "documents.toml", f"{kind.id} when", kind.when
    for part in library.parts:
        yield _file(part), f"{part.id} when", part.when
        for index, point in enumerate(part.points, start=1):
            yield _file(part), f"{part.id} point {index} when", point.when
    for each in library.scenarios:
        yield _SCENARIOS, f"{each.id} when", each.when
    for node in library.chart:
        yield _CHART, f"{node.id} when", node.when
    for pattern in library.patterns:
        yield _CHART, f"{pattern.id} when", pattern.when
    yield from watch_conditions(library)


def paper_faults(library: Library) -> Iterator[Fault]:
    """Faults in contradictions and papers. Conditions are known to be sound."""
    for each in library.contradictions:
        if each.question not in library.question:
            yield Fault("contradictions.toml", f"{each.id} question", no_question(each.question))
        if not possible(library, [each.when]):
            yield Fault("contradictions.toml", f"{each.id} when", message("no answers contradict each other so"))
    for kind in library.documents:
        if kind.group not in GROUPS:
            yield Fault("documents.toml", f"{kind.id} group", not_one_of(kind.group, GROUPS))
    yield from _placeholder_faults(library)
    for part in library.parts:
        yield from _part_faults(library, part)
    for scenario in library.scenarios:
        yield from clause_faults(library, _SCENARIOS, f"{scenario.id} clauses", scenario.clauses)
    yield from chart_faults(library)
    leaves = {node.id for node in library.chart}
    for pattern in library.patterns:
        if pattern.node not in leaves:
            yield Fault(_CHART, f"{pattern.id} node", message("there is no box called “{name}”", name=pattern.node))
    yield from watch_faults(library)


def _placeholder_faults(library: Library) -> Iterator[Fault]:
    """Placeholders name questions; references in parts name clauses that are there whenever the part is."""
    parts = {f"{_file(part)} {part.id}": part for part in library.parts}
    for passage in paper_passages(library):
        part = parts.get(f"{passage.file} {passage.place.partition(' ')[0]}")
        for piece in _pieces(passage.text):
            match piece:
                case Hole(name) if name not in library.question and name not in watch_holes(passage):
                    yield Fault(passage.file, passage.place, no_question(name))
                case Pointer(kind="ref", target=target) if target in library.clause:
                    named = part is not None and target in (*part.clauses, part.quotes)
                    if not named and not _always_in(library.clause[target]):
                        cause = message("clause “{name}” may be missing here: name it in `clauses`", name=target)
                        yield Fault(passage.file, passage.place, cause)
                case Pointer(target=target) if target not in library.step:
                    yield Fault(passage.file, passage.place, no_clause(target))
                case _:
                    pass


def _part_faults(library: Library, part: Part) -> Iterator[Fault]:
    file = _file(part)
    if library.document(part.document) is None:
        yield Fault(file, "", message("documents.toml has no document “{name}”", name=part.document))
    for language in part.columns_in:
        if language not in library.language:
            yield Fault(file, f"{part.id} columns_in", not_one_of(language, tuple(library.language)))
    if part.shape not in SHAPES:
        yield Fault(file, f"{part.id} shape", not_one_of(part.shape, SHAPES))
    if part.made_from and part.made_from not in SOURCES:
        yield Fault(file, f"{part.id} made_from", not_one_of(part.made_from, tuple(SOURCES)))
    wanted = (*part.clauses, part.quotes) if part.quotes else part.clauses
    yield from clause_faults(library, file, f"{part.id} clauses", wanted)
    if not (part.title or part.body or part.points or part.made_from or part.quotes or part.blank_rows):
        yield Fault(file, part.id, message("this part says nothing"))
    for index, point in enumerate(part.points, start=1):
        place = f"{part.id} point {index}"
        if point.clause:
            yield from clause_faults(library, file, f"{place} clause", (point.clause,))
        yield from _point_faults(part, point, file, place)


def _point_faults(part: Part, point: Point, file: str, place: str) -> Iterator[Fault]:
    cells, heads = len(part.columns_in) or len(point.more) + 1, len(part.heads)
    if part.shape == "table" and heads and cells != heads:
        cause = message("this row has {cells} cells, and the table {heads} columns", cells=cells, heads=heads)
        yield Fault(file, place, cause)
    if point.more and part.shape != "table":
        yield Fault(file, place, message("further cells are for tables"))
    if point.fill not in ("", "text", "date", "signature"):
        yield Fault(file, f"{place} fill", not_one_of(point.fill, ("text", "date", "signature")))


def _always_in(clause: Clause) -> bool:
    return clause.locked and not applies_when(clause)


def _file(part: Part) -> str:
    return f"documents/{part.document}.toml"


def _pieces(text: Text) -> Iterator[Inline]:
    for words in text.values():
        yield from readable(words)


def readable(body: str) -> tuple[Inline, ...]:
    """The pieces of a body; none where it cannot be read."""
    try:
        return tuple(inlines(body))
    except TemplateError:  # the check of words has said so
        return ()
