"""Checks of contradictions, and of the papers beside the policy: parts, situations, the response chart, tasks."""

from collections.abc import Iterator

from desktop.content.check_chart import chart_faults
from desktop.content.faults import Fault
from desktop.content.passages import paper_passages
from desktop.content.reach import possible
from desktop.core.library import Clause, Kind, Library
from desktop.core.reference import EVERY, GROUPS, SHAPES, Part, Point, Task
from desktop.core.selection import applies_when
from desktop.core.sources import SOURCES
from desktop.core.template import Hole, Inline, Pointer, TemplateError, inlines
from desktop.core.text import Text
from desktop.i18n import Message, message

_SCENARIOS, _CHART, _TASKS = "training/scenarios.toml", "training/response-chart.toml", "monitoring/tasks.toml"


def paper_ids(library: Library) -> Iterator[list[tuple[str, str]]]:
    """Ids that must differ from each other, with their files."""
    for kind in library.documents:
        yield [(part.id, _file(part)) for part in library.parts_of(kind.id)]
    yield [(each.id, _SCENARIOS) for each in library.scenarios]
    yield [*((node.id, _CHART) for node in library.chart), *((each.id, _CHART) for each in library.patterns)]
    yield [(task.id, _TASKS) for task in library.tasks]


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
    for task in library.tasks:
        yield _TASKS, f"{task.id} when", task.when


def paper_faults(library: Library) -> Iterator[Fault]:
    """Faults in contradictions and papers. Conditions are known to be sound."""
    for each in library.contradictions:
        if each.question not in library.question:
            yield Fault("contradictions.toml", f"{each.id} question", _no_question(each.question))
        if not possible(library, [each.when]):
            yield Fault("contradictions.toml", f"{each.id} when", message("no answers contradict each other so"))
    for kind in library.documents:
        if kind.group not in GROUPS:
            yield Fault("documents.toml", f"{kind.id} group", _not_one_of(kind.group, GROUPS))
    yield from _placeholder_faults(library)
    for part in library.parts:
        yield from _part_faults(library, part)
    for scenario in library.scenarios:
        yield from _clause_faults(library, _SCENARIOS, f"{scenario.id} clauses", scenario.clauses)
    yield from chart_faults(library)
    leaves = {node.id for node in library.chart}
    for pattern in library.patterns:
        if pattern.node not in leaves:
            yield Fault(_CHART, f"{pattern.id} node", message("there is no box called “{name}”", name=pattern.node))
    for task in library.tasks:
        yield from _task_faults(library, task)


def _placeholder_faults(library: Library) -> Iterator[Fault]:
    """Placeholders name questions; references in parts name clauses that are there whenever the part is."""
    parts = {f"{_file(part)} {part.id}": part for part in library.parts}
    for passage in paper_passages(library):
        part = parts.get(f"{passage.file} {passage.place.partition(' ')[0]}")
        for piece in _pieces(passage.text):
            match piece:
                case Hole(name) if name not in library.question:
                    yield Fault(passage.file, passage.place, _no_question(name))
                case Pointer(kind="ref", target=target) if target in library.clause:
                    named = part is not None and target in (*part.clauses, part.quotes)
                    if not named and not _always_in(library.clause[target]):
                        cause = message("clause “{name}” may be missing here: name it in `clauses`", name=target)
                        yield Fault(passage.file, passage.place, cause)
                case Pointer(target=target) if target not in library.step:
                    yield Fault(passage.file, passage.place, _no_clause(target))
                case _:
                    pass


def _part_faults(library: Library, part: Part) -> Iterator[Fault]:
    file = _file(part)
    if library.document(part.document) is None:
        yield Fault(file, "", message("documents.toml has no document “{name}”", name=part.document))
    for language in part.columns_in:
        if language not in library.language:
            yield Fault(file, f"{part.id} columns_in", _not_one_of(language, tuple(library.language)))
    if part.shape not in SHAPES:
        yield Fault(file, f"{part.id} shape", _not_one_of(part.shape, SHAPES))
    if part.made_from and part.made_from not in SOURCES:
        yield Fault(file, f"{part.id} made_from", _not_one_of(part.made_from, tuple(SOURCES)))
    wanted = (*part.clauses, part.quotes) if part.quotes else part.clauses
    yield from _clause_faults(library, file, f"{part.id} clauses", wanted)
    if not (part.title or part.body or part.points or part.made_from or part.quotes or part.blank_rows):
        yield Fault(file, part.id, message("this part says nothing"))
    for index, point in enumerate(part.points, start=1):
        place = f"{part.id} point {index}"
        if point.clause:
            yield from _clause_faults(library, file, f"{place} clause", (point.clause,))
        yield from _point_faults(part, point, file, place)


def _point_faults(part: Part, point: Point, file: str, place: str) -> Iterator[Fault]:
    cells, heads = len(part.columns_in) or len(point.more) + 1, len(part.heads)
    if part.shape == "table" and heads and cells != heads:
        cause = message("this row has {cells} cells, and the table {heads} columns", cells=cells, heads=heads)
        yield Fault(file, place, cause)
    if point.more and part.shape != "table":
        yield Fault(file, place, message("further cells are for tables"))
    if point.fill not in ("", "text", "date", "signature"):
        yield Fault(file, f"{place} fill", _not_one_of(point.fill, ("text", "date", "signature")))


def _task_faults(library: Library, task: Task) -> Iterator[Fault]:
    if task.every not in EVERY:
        yield Fault(_TASKS, f"{task.id} every", _not_one_of(task.every, EVERY))
    person = library.question.get(task.who)
    if person is None:
        yield Fault(_TASKS, f"{task.id} who", _no_question(task.who))
    elif person.kind is not Kind.PERSON:
        yield Fault(_TASKS, f"{task.id} who", message("this must be a question that asks for one person"))
    elif person.when and possible(library, [task.when, f"not ({person.when})"]):
        cause = message("“{name}” may not be asked when this task applies", name=task.who)
        yield Fault(_TASKS, f"{task.id} who", cause)
    yield from _clause_faults(library, _TASKS, f"{task.id} serves", task.serves)


def _clause_faults(library: Library, file: str, place: str, names: tuple[str, ...]) -> Iterator[Fault]:
    for name in names:
        if name not in library.clause:
            yield Fault(file, place, _no_clause(name))


def _always_in(clause: Clause) -> bool:
    return clause.locked and not applies_when(clause)


def _file(part: Part) -> str:
    return f"documents/{part.document}.toml"


def _no_question(name: str) -> Message:
    return message("there is no question called “{name}”", name=name)


def _no_clause(name: str) -> Message:
    return message("there is no clause called “{name}”", name=name)


def _not_one_of(name: str, known: tuple[str, ...]) -> Message:
    return message("“{name}” is not one of {known}", name=name, known=", ".join(known))


def _pieces(text: Text) -> Iterator[Inline]:
    for words in text.values():
        yield from readable(words)


def readable(body: str) -> tuple[Inline, ...]:
    """The pieces of a body; none where it cannot be read."""
    try:
        return tuple(inlines(body))
    except TemplateError:  # the check of words has said so
        return ()
