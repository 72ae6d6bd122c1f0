"""Lets Apple look through what is to be given out, and puts its answer in: a Mac without internet then believes it."""

import json
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from macos.steps import StepError, run

_NAMES = ("DASARKITA_NOTARY_KEY", "DASARKITA_NOTARY_KEY_ID", "DASARKITA_NOTARY_ISSUER")
_PATIENCE = "45m"


@dataclass(frozen=True)
class Credentials:
    """A key of App Store Connect. It stays in its file; no command line carries it."""

    key: Path
    key_id: str
    issuer: str

    @classmethod
    def given(cls, environment: Mapping[str, str]) -> "Credentials | None":
        """Those in the environment; None where there are none. Raises `StepError` where only some are there."""
        values = [environment.get(name, "") for name in _NAMES]
        if not any(values):
            return None
        if missing := [name for name, value in zip(_NAMES, values, strict=True) if not value]:
            raise StepError(f"to have Apple look through it, these must be set too: {', '.join(missing)}")
        key = Path(values[0])
        if not key.is_file():
            raise StepError(f"{_NAMES[0]}: there is no file {key}")
        return cls(key, values[1], values[2])

    def words(self) -> list[str | Path]:
        """As the command wants them."""
        return ["--key", self.key, "--key-id", self.key_id, "--issuer", self.issuer]


def notarise(packed: Path, credentials: Credentials, *, staple: Path) -> None:
    """Hand a file in, wait for the answer, and put it into what is given out. Raises `StepError`."""
    notary: list[str | Path] = ["xcrun", "notarytool"]
    submit = [
        *notary,
        "submit",
        packed,
        *credentials.words(),
        "--wait",
        "--timeout",
        _PATIENCE,
        "--output-format",
        "json",
    ]
    # its progress goes to the other channel; the answer comes as JSON even where it is no
    done = subprocess.run([str(word) for word in submit], check=False, capture_output=True, text=True)
    verdict = answer(done.stdout)
    if verdict["status"] != "Accepted":
        reasons = run([*notary, "log", verdict["id"], *credentials.words()]) if verdict["id"] else done.stderr
        raise StepError(f"{packed.name}: Apple says {verdict['status'] or 'nothing'}:\n{reasons}")
    run(["xcrun", "stapler", "staple", staple])
    run(["xcrun", "stapler", "validate", staple])


def answer(said: str) -> dict[str, str]:
    """What Apple's command answered: `id` of what was handed in and `status`, empty where it did not get that far."""
    with suppress(ValueError):
        known: object = json.loads(said)
        if isinstance(known, dict):
            told = cast("dict[str, object]", known)
            return {key: str(told.get(key, "")) for key in ("id", "status")}
    return {"id": "", "status": ""}
