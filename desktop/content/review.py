"""Which English a Malay text was last checked against.

A clause keeps `review.ms = { of = "3f9c1a" }`: a short hash of its English. When the English changes, the hash no
longer fits and the checker asks for the Malay to be looked at. `python -m desktop.content.review` writes the present
hashes.
"""

import hashlib
import re
import sys

from desktop import paths
from desktop.content.read import read_library
from desktop.core.library import Clause
from desktop.core.text import Language, side

_REVIEW = re.compile(r"^review\.(\w+) *=.*\n", re.MULTILINE)
_ID = re.compile(r"^id *=.*\n", re.MULTILINE)


def fingerprint(clause: Clause, language: Language) -> str:
    """A short hash of all words of a clause in one language."""
    words = [side(clause.title, language), side(clause.why, language), side(clause.body, language)]
    words += [f"{name} {side(variant.body, language)}" for name, variant in clause.variants.items()]
    return hashlib.blake2s("\n".join(words).encode(), digest_size=3).hexdigest()


def stamp(text: str, clause: Clause, base: Language, others: list[Language]) -> str:
    """The text of a clause file with its reviews set to the present wording."""
    lines = "".join(f'review.{other} = {{ of = "{fingerprint(clause, base)}" }}\n' for other in others)
    without = _REVIEW.sub("", text)
    return _ID.sub(lambda match: match[0] + lines, without, count=1)


def main() -> None:
    """Stamp every clause of the source tree: only after its Malay was read beside its English."""
    folder = paths.content()
    library = read_library(folder)
    others = [language.id for language in library.languages if language.id != "en"]
    for clause in library.clauses:
        path = folder / clause.file
        text = path.read_text(encoding="utf-8")
        if (stamped := stamp(text, clause, "en", others)) != text:
            path.write_text(stamped, encoding="utf-8")
            sys.stdout.write(f"{clause.file}\n")


if __name__ == "__main__":
    main()
