"""The detectors of `forbidden.toml`: what a policy must not say to staff, sentence by sentence."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_ITEM = re.compile(r"(?:[-*]|\d+\.|\([a-z]\))\s+")
_NAME = re.compile(r"<([A-Z]+)>")
_CONTENT = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Detector:
    """One of the forbidden contents, in one language."""

    name: str
    language: str
    wording: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None
    caught: tuple[str, ...]
    lawful: tuple[str, ...]

    def finds(self, sentence: str) -> bool:
        """Whether a sentence holds it."""
        excused = self.unless is not None and self.unless.search(sentence)
        return not excused and any(wording.search(sentence) for wording in self.wording)


def _pattern(*groups: str) -> re.Pattern[str]:
    """Groups that follow each other."""
    spelt_out = groups
    while any(_NAME.search(group) for group in spelt_out):
        spelt_out = tuple(_NAME.sub(lambda name: f"(?:{_CONTENT['words'][name[1]]})", group) for group in spelt_out)
    return re.compile(".*".join(rf"\b(?:{group})\b" for group in spelt_out), re.IGNORECASE)


def _detectors() -> Iterator[Detector]:
    for each in _CONTENT["detector"]:
        for language in ("en", "ms"):
            of = each[language]
            wording = tuple(_pattern(*row) for row in of["wording"])
            unless = _pattern(of["unless"]) if "unless" in of else None
            yield Detector(each["name"], language, wording, unless, tuple(of["caught"]), tuple(of["lawful"]))


DETECTORS = tuple(_detectors())


def sentences(text: str) -> Iterator[str]:
    """The sentences of a body or an outline. List items stand behind the sentence that leads into them."""
    lead = ""
    for line in filter(None, (line.strip() for line in text.replace("*", "").splitlines())):
        item = _ITEM.match(line)
        if item:
            yield from (f"{lead} {sentence}".strip() for sentence in _SENTENCES.split(line[item.end() :]))
            continue
        parts = _SENTENCES.split(line)
        lead = parts[-1] if parts[-1].endswith(":") else ""
        yield from parts


@lru_cache(maxsize=200_000)
def names_held(sentence: str, language: str) -> tuple[str, ...]:
    """The forbidden contents of a sentence; documents repeat the same sentences."""
    return tuple(each.name for each in DETECTORS if each.language == language and each.finds(sentence))


def held(text: str, language: str) -> list[tuple[str, str]]:
    """Every forbidden content of a text, with the sentence that holds it."""
    return [(name, sentence) for sentence in sentences(text) for name in names_held(sentence, language)]
