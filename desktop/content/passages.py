"""Every text of the content that somebody reads, with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.library import Example, Kind, Library, Question, Quiz
from desktop.core.text import Text
from desktop.core.watch.kinds import Step

_GAP_KINDS = {Kind.NAME, Kind.TEXT, Kind.LONG_TEXT, Kind.LIST, Kind.DATE, Kind.PERSON, Kind.PEOPLE, Kind.ACCOUNT}

_HEADING, _LABEL = 45, 22
"""Letters of a step's heading in the policy, and of its label in the list of steps."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the content, with where it stands."""

    file: str
    place: str
    text: Text
    is_body: bool = False
    """Whether it has places for answers, which both languages must share."""
    longest: int | None = None
    """Letters that fit where it is shown."""


def passages(library: Library) -> Iterator[Passage]:
    """Every text that someone reads."""
    yield from (Passage("words.toml", key, text) for key, text in library.words.items())
    for kind in library.documents:
        yield from _fields("documents.toml", kind.id, title=kind.title, purpose=kind.purpose, audience=kind.audience)
    for step in library.steps:
        file = f"{step.folder}/step.toml"
        yield Passage(file, "title", step.title, longest=_HEADING)
        yield Passage(file, "short", step.short, longest=_LABEL)
        yield from _fields(file, "", intro=step.intro)
        for question in library.questions_of(step.id):
            yield from _question(f"{step.folder}/questions.toml", question)
    for clause in library.clauses:
        yield Passage(clause.file, "title", clause.title, is_body=True)
        yield from _fields(clause.file, "", why=clause.why)
        yield Passage(clause.file, "body", clause.body, is_body=True)
        yield from _example_and_quiz(clause.file, "", clause.example, clause.quiz)
        for name, variant in clause.variants.items():
            yield Passage(clause.file, f"variants.{name}.body", variant.body, is_body=True)
            yield from _example_and_quiz(clause.file, f"variants.{name}.", variant.example, variant.quiz)
    for law in library.laws:
        yield from _fields("law/malaysia.toml", law.id, title=law.title, means=law.means)
    for term in library.terms:
        yield from _fields("glossary.toml", term.id, term=term.term)
        if term.definition:
            yield Passage("glossary.toml", f"{term.id} definition", term.definition, is_body=True)
    for wording in library.overbroad:
        yield from _fields("glossary.toml", wording.phrase, why=wording.why)
    for contradiction in library.contradictions:
        yield from _fields("contradictions.toml", contradiction.id, what=contradiction.what, why=contradiction.why)
    yield from paper_passages(library)
    for sample in library.samples:
        yield from _fields(f"samples/{sample.id}.toml", "[sample]", title=sample.title, summary=sample.summary)


def _example_and_quiz(file: str, prefix: str, example: Example | None, quiz: Quiz | None) -> Iterator[Passage]:
    """Both may hold answers, so they are read like a body."""
    if example is not None:
        yield Passage(file, f"{prefix}example.fine", example.fine, is_body=True)
        yield Passage(file, f"{prefix}example.not_fine", example.not_fine, is_body=True)
    if quiz is not None:
        yield Passage(file, f"{prefix}quiz.question", quiz.question, is_body=True)
        yield Passage(file, f"{prefix}quiz.right", quiz.right, is_body=True)
        for index, wrong in enumerate(quiz.wrong, start=1):
            yield Passage(file, f"{prefix}quiz.wrong {index}", wrong, is_body=True)
        yield Passage(file, f"{prefix}quiz.because", quiz.because, is_body=True)


def _question(file: str, question: Question) -> Iterator[Passage]:
    yield from _fields(file, question.id, prompt=question.prompt, why=question.why, example=question.example)
    if question.kind in _GAP_KINDS:
        yield from _fields(file, question.id, gap=question.gap)
    for choice in question.choices:
        yield from _fields(file, f"{question.id} {choice.code}", label=choice.label)
        if choice.phrase:
            yield from _fields(file, f"{question.id} {choice.code}", phrase=choice.phrase)


def _fields(file: str, place: str, **texts: Text) -> Iterator[Passage]:
    for key, text in texts.items():
        yield Passage(file, f"{place} {key}".strip(), text)


def paper_passages(library: Library) -> Iterator[Passage]:
    """Every text of the papers beside the policy: parts, situations, chart, replies, and of watching."""
    for part in library.parts:
        file = f"documents/{part.document}.toml"
        yield from _bodies(file, part.id, title=part.title, body=part.body)
        for index, head in enumerate(part.heads, start=1):
            yield Passage(file, f"{part.id} heads {index}", head, is_body=True)
        for index, point in enumerate(part.points, start=1):
            yield Passage(file, f"{part.id} point {index}", point.text, is_body=True)
            for cell in point.more:
                yield from _bodies(file, f"{part.id} point {index}", more=cell)
    for each in library.scenarios:
        texts = {"title": each.title, "story": each.story, "ask": each.ask, "answer": each.answer}
        yield from _bodies("training/scenarios.toml", each.id, **texts, bring_out=each.bring_out)
    for node in library.chart:
        done = {f"done {number}": said for number, said in enumerate(node.done, start=1)}
        yield from _bodies("training/response-chart.toml", node.id, text=node.text, note=node.note, **done)
    for pattern in library.patterns:
        yield from _bodies("training/response-chart.toml", pattern.id, title=pattern.title, body=pattern.body)
    yield from _watch_passages(library)


def _watch_passages(library: Library) -> Iterator[Passage]:
    """Every text of watching: tasks, incidents, runs, places to search, tools."""
    for task in library.tasks:
        steps = {f"step {number}": step for number, step in enumerate(task.steps, start=1)}
        said = {"title": task.title, **steps, "why": task.why, "keep": task.keep}
        yield from _bodies("monitoring/tasks.toml", task.id, **said)
    for kind in library.incident_kinds:
        yield from _bodies("monitoring/incidents.toml", kind.id, title=kind.title, means=kind.means)
        yield from _steps("monitoring/incidents.toml", f"{kind.id} first", kind.first)
        yield from _steps("monitoring/incidents.toml", f"{kind.id} keep", kind.keep)
    for run in library.runs:
        yield from _bodies("monitoring/runs.toml", run.id, title=run.title, access=run.access)
        yield from _steps("monitoring/runs.toml", run.id, run.steps)
    for place in library.search_places:
        yield from _bodies("monitoring/search.toml", place.id, title=place.title, how=place.how)
    for tool in library.tools:
        yield from _bodies("monitoring/tools.toml", tool.id, good_for=tool.good_for, limits=tool.limits)


def _steps(file: str, place: str, steps: tuple[Step, ...]) -> Iterator[Passage]:
    for step in steps:
        yield from _bodies(file, f"{place} {step.id}", title=step.title, more=step.more)


def _bodies(file: str, place: str, **texts: Text) -> Iterator[Passage]:
    """Texts that may hold answers; one that stands in no language is left out on purpose."""
    for key, text in texts.items():
        if any(text.values()):
            yield Passage(file, f"{place} {key}", text, is_body=True)
