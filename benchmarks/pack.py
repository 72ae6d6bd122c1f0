"""The whole training pack: one business, a hundred businesses on all cores, and the cost as a policy grows."""

import io
import os
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.export import by_template, context, floor, template
from benchmarks.timing import in_turn, line, seconds
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.answers import Answers, ClauseChoice
from desktop.core.assemble import settle
from desktop.core.bilingual import SideBySide
from desktop.core.forms import applying, make, make_settled
from desktop.core.library import Library
from desktop.render.word import write_word

ROUNDS = 5
BUSINESSES = 100
SIZES = (20, 50, 100, 200, 400)
_LEFT_OUT = ClauseChoice(included=False)


def whole_pack(library: Library, answers: Answers) -> list[bytes]:
    """Every document that applies, in every form it has."""
    settled = settle(library, answers)
    return [
        write_word(make_settled(settled, form, document=kind.id), library, answers.look)
        for kind in applying(settled)
        for form in kind.languages
    ]


def of_sample(name: str) -> int:
    """The whole pack of a sample; how many documents it is. For a process of its own."""
    library = load_library()
    return len(whole_pack(library, sample_answers(next(s for s in library.samples if s.id == name), library)))


def _one_business(library: Library, answers: Answers, folder: Path) -> None:
    """The pack against docxtpl and against plain XML plus zip, with the same text."""
    peers: list[tuple[Path, dict[str, object], dict[str, bytes]]] = []
    for kind in applying(settle(library, answers)):
        for form in kind.languages:
            path = folder / f"{kind.id}-{form}.docx"
            made = make(library, answers, form, document=kind.id)
            template(path, paired=isinstance(made, SideBySide))
            written = zipfile.ZipFile(io.BytesIO(write_word(made, library)))
            parts = {name: written.read(name) for name in written.namelist() if name != "word/document.xml"}
            peers.append((path, context(made), parts))

    def ours() -> object:
        return whole_pack(library, answers)

    result = in_turn(ours, lambda: [by_template(path, data) for path, data, _ in peers], ROUNDS)
    line(f"whole pack ({len(peers)} documents) / docxtpl", *result, "aim 1.0 or less")
    result = in_turn(ours, lambda: [floor(data, parts) for _, data, parts in peers], ROUNDS)
    line(f"whole pack ({len(peers)} documents) / plain XML plus zip", *result, "aim 3.0 or less")


def _many_businesses(library: Library) -> None:
    """A hundred businesses on all cores, against the same work on one."""
    names = [library.samples[index % len(library.samples)].id for index in range(BUSINESSES)]
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        list(pool.map(of_sample, names[: 2 * cores]))  # the workers are up and have read the library
        all_cores = seconds(lambda: list(pool.map(of_sample, names)))
    tenth = seconds(lambda: [of_sample(name) for name in names[: BUSINESSES // 10]])
    one_core = tenth * 10
    line(f"{BUSINESSES} businesses on {cores} cores / on one", all_cores, one_core, all_cores / one_core, "aim 1/cores")


def _growth(library: Library, answers: Answers) -> None:
    """Milliseconds a clause as the policy grows: a straight line has the same everywhere."""
    rules = [clause for clause in library.clauses if not clause.when]
    costs: list[float] = []
    for size in SIZES:
        copies = [replace(rules[i % len(rules)], id=f"{rules[i % len(rules)].step}.copy-{i}") for i in range(size)]
        known = {clause.id for clause in library.clauses}
        grown = replace(library, clauses=(*(replace(clause, needs=()) for clause in copies), *library.clauses))
        chosen = answers.answered("detail", "full")
        without = replace(chosen, choices=dict.fromkeys(known, _LEFT_OUT))
        spent = median(
            seconds(lambda lib=grown, all_=without: write_word(make(lib, all_, "ms"), lib)) for _ in range(ROUNDS)
        )
        costs.append(spent)
    slope = (costs[-1] - costs[0]) / (SIZES[-1] - SIZES[0])
    for size, spent in zip(SIZES, costs, strict=True):
        straight = costs[0] + slope * (size - SIZES[0])
        line(f"policy of {size} clauses / on the straight line", spent, straight, spent / straight, "aim 1.0")


def _policy(library: Library, answers: Answers) -> bytes:
    return write_word(make(library, answers, "ms"), library)


def run() -> None:
    library = load_library()
    answers = sample_answers(next(sample for sample in library.samples if sample.id == "clinic"), library)
    with TemporaryDirectory() as folder:
        _one_business(library, answers, Path(folder))
    _many_businesses(library)
    _growth(library, answers)
