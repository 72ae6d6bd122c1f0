"""Brings the gettext catalogues up to date with the code: `python -m desktop.catalogue` (source tree only).

Line numbers and dates are left out so that a difference shows words only. Babel's plural header for Malay is wrong
and is set right here.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from desktop import i18n, paths

KEYWORDS = {"_": None, "message": None}


def extracted() -> Catalog:
    """Every string of the code that is marked for translation."""
    catalogue = Catalog(project="DasarKita", charset="utf-8", fuzzy=False)
    found = extract_from_dir(paths.bundled() / "desktop", keywords=KEYWORDS, comment_tags=["i18n:"])
    for _file, _line, text, comments, context in sorted(found, key=lambda row: str(row[2])):
        catalogue.add(text, auto_comments=comments, context=context)
    return catalogue


def rendered(catalogue: Catalog) -> str:
    """A catalogue as the text of its file, without what changes by itself."""
    target = io.BytesIO()
    write_po(target, catalogue, width=0, no_location=True, omit_header=False, sort_output=True)
    volatile = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
    )
    lines = target.getvalue().decode().splitlines(keepends=True)
    head, _, body = "".join(line for line in lines if not line.startswith("#") or line.startswith("#.")).partition(
        "\n\n"
    )
    kept = [
        line for line in head.splitlines(keepends=True) if not line.startswith(tuple(f'"{word}' for word in volatile))
    ]
    text = "".join(kept) + "\n\n" + body
    return text.replace("nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;")


def update(path: Path, template: Catalog, language: str) -> Catalog:
    """The catalogue of a language with the strings of the template: new ones empty, gone ones dropped, none guessed."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main() -> None:
    """Write the template and every catalogue anew."""
    template = extracted()
    (paths.locales() / f"{i18n.DOMAIN}.pot").write_text(rendered(template), encoding="utf-8")
    for path in sorted(paths.locales().glob(f"*/LC_MESSAGES/{i18n.DOMAIN}.po")):
        catalogue = update(path, template, path.parent.parent.name)
        path.write_text(rendered(catalogue), encoding="utf-8")
        empty = [entry.id for entry in catalogue if entry.id and not entry.string]
        sys.stdout.write(f"{path.parent.parent.name}: {len(empty)} to translate\n")


if __name__ == "__main__":
    main()
