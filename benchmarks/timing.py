"""Timing two things in turn, so that a machine that slows down slows both."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def in_turn(first: Callable[[], object], second: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Median seconds of both and the median ratio first / second, after one round that is not counted."""
    return told_in_turn(lambda: seconds(first), lambda: seconds(second), rounds)


def told_in_turn(first: Callable[[], float], second: Callable[[], float], rounds: int) -> tuple[float, float, float]:
    """The same of two that say themselves how many seconds they took, as they have something to clear away."""
    first()
    second()
    pairs = [(first(), second()) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def line(name: str, ours: float, theirs: float, ratio: float, aim: str) -> None:
    print(f"{name:<58} {ours * 1000:>9.2f} ms {theirs * 1000:>9.2f} ms {ratio:>7.2f}   {aim}")
