"""Says of a built program whose work every file in it is, and under which licences.

    python packaging/notices.py TREE    writes TREE/THIRD-PARTY-NOTICES.txt and, for the page of licences, carried.json

`faults` and `write` are for `build.spec`: a build with a file of nobody's must not be shipped. Versions are those of
the Python and the libraries this runs with, which must be the ones the program was built from.
"""

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop import paths  # noqa: E402
from desktop.content import lgpl  # noqa: E402
from desktop.content.licences import Component, Part, component, shipped, table, version_of  # noqa: E402
from desktop.i18n import worded  # noqa: E402

NOTICES = "THIRD-PARTY-NOTICES.txt"
CARRIED = "resources/licences/carried.json"
_ABOUT = (
    "DasarKita itself is under the licence in the file LICENSE. It is built on the work of others, which is listed "
    "here with the files it is in. The numbers are those of the licences at the end."
)
_WIDTH = 78

_FOLDERS = re.compile(r"(?:_internal|Contents/(?:Frameworks|Resources|MacOS))/")
"""What stands before the places of the table on each system."""

_OWN = re.compile(
    r"LICENSE|THIRD-PARTY-NOTICES\.txt|(?:resources|locales|docs/guide|requirements)/.*"
    r"|Contents/(?:Info\.plist|PkgInfo|_CodeSignature/.*)|dasarkita\.icns|\w+\.lproj/.*"
)
_OWN_MODULES = {"desktop", "__main__", "__mp_main__", "quick_start"}
_PYTHON_MODULES = re.compile(r"_sysconfigdata\w*")
_NAMES = re.compile(r"[-_.]+")


def attributed(tree: Path) -> dict[str, list[str]]:
    """Every file of a built program and every module inside it, by what it is listed as; "" what is nobody's.

    A file is listed with each part that is inside it. The program's own are listed as the program.
    """
    parts = [part for part in table() if part.is_of(system_of(tree))]
    found: dict[str, list[str]] = {}
    for file in files_of(tree):
        for title in _owners(_FOLDERS.sub("", file, count=1), parts):
            found.setdefault(title, []).append(file)
    for program in files_of(tree):
        if Path(program).name in ("dasarkita", "dasarkita.exe"):
            for module in modules_in(tree / program):
                found.setdefault(_owner_of_module(module, parts), []).append(f"{program}: {module}")
    return {title: sorted(files) for title, files in sorted(found.items(), key=lambda item: item[0].casefold())}


def faults(tree: Path) -> list[str]:
    """Why a built program cannot be shipped with a clear conscience, a line each."""
    found = attributed(tree)
    wrong = [f"{file}: nobody knows whose work this is (resources/licences/parts.toml)" for file in found.get("", ())]
    for part in table():
        if part.library and not any("dist-info/" not in file for file in found.get(part.title, ())):
            wrong.append(f"{part.title}: listed, though nothing of it is in the program")
    listed = {part.library for part in table()}
    wrong += [f"{library}: is not in resources/licences/parts.toml" for library in shipped() if library not in listed]
    wrong += [f"{each.name}: its licence is missing" for each in _components(found) if not (each.licence and each.text)]
    return sorted(wrong)


def components_of(tree: Path) -> tuple[Component, ...]:
    """What a built program is made of, with licences; without the program itself."""
    return tuple(_components(attributed(tree)))


def write(tree: Path) -> list[tuple[str, str, str]]:
    """Write the notices into a built program; returns what was written as the freezer names files.

    A Mac's bundle is signed when it is made, so it must be given what is returned, and not be written into.
    """
    found = attributed(tree)
    notices, carried = places(tree)
    carried.write_text(json.dumps(_versions(found), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    notices.write_text(text(found), encoding="utf-8")
    return [(NOTICES, str(notices), "DATA"), (CARRIED, str(carried), "DATA")]


def places(tree: Path) -> tuple[Path, Path]:
    """Where the notices and the list for the page of licences lie in a built program."""
    if (tree / "Contents").is_dir():
        return tree / "Contents" / "Resources" / NOTICES, tree / "Contents" / "Resources" / CARRIED
    return tree / NOTICES, tree / "_internal" / CARRIED


def text(found: dict[str, list[str]]) -> str:
    """The notices: a list, what the LGPL asks to be said in both languages, and each licence once."""
    numbers: dict[str, int] = {}
    named: dict[str, str] = {}
    lines: list[str] = []
    for each in _components(found):
        for said in each.texts:
            numbers.setdefault(said.content, len(numbers) + 1)
            named.setdefault(said.content, said.name)
        references = ", ".join(f"[{numbers[said.content]}]" for said in each.texts)
        lines += ["", f"{each.name} {each.version}".strip(), *_hung(f"Licence: {each.licence} {references}")]
        lines += _hung(f"In: {', '.join(_shortened(found[each.name]))}")
    head = [
        "DasarKita: THIRD-PARTY NOTICES",
        "",
        *_filled(_ABOUT),
    ]
    contents = [f"[{number}] {named[said]}" for said, number in numbers.items()]
    texts = [line for said, number in numbers.items() for line in ("", *_heading(f"[{number}] {named[said]}"), said)]
    parts = [
        *head,
        "",
        *_heading("Contents"),
        "1. What is carried",
        "2. Qt and libiconv under the LGPL (English, Bahasa Melayu)",
    ]
    parts += ["3. Licences:", *(f"   {line}" for line in contents), "", *_heading("1. What is carried"), *lines, ""]
    parts += [*_heading("2. Qt and libiconv under the LGPL"), *_lgpl(found), "", *_heading("3. Licences"), *texts]
    return "\n".join(parts) + "\n"


def files_of(tree: Path) -> list[str]:
    """The files of a built program; links are left out, what they lead to is listed where it lies."""
    return sorted(
        path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file() and not path.is_symlink()
    )


def modules_in(program: Path) -> set[str]:
    """The Python modules inside a built program, by the first part of their names, and what starts them."""
    readers: Any = import_module("PyInstaller.archive.readers")
    archive = readers.CArchiveReader(str(program))
    inside: set[str] = set(archive.toc)
    for name in [name for name in inside if name.endswith(".pyz")]:
        inside.remove(name)
        inside.update(archive.open_embedded_archive(name).toc)
    return {name.partition(".")[0] for name in inside}


def system_of(tree: Path) -> str:
    """Which system a built program is for, as `sys.platform` calls it."""
    if list(tree.rglob("*.dll")):
        return "win32"
    return "darwin" if list(tree.rglob("*.dylib")) or tree.suffix == ".app" else "linux"


def _owners(place: str, parts: Iterable[Part]) -> list[str]:
    """Whose work a file is; several are, if one is inside another."""
    if _OWN.fullmatch(place):
        return [paths.APP]
    titles = [part.title for part in parts if any(_pattern(glob).fullmatch(place) for glob in part.files)]
    top, _, rest = place.partition("/")
    if top == "PySide6" or any(":" not in title for title in titles):
        return titles or [""]
    if match := re.fullmatch(r"(.+?)-[\d.]+(?:\w+)?\.dist-info", top):
        names = {_plain(part.library): part.title for part in parts if part.library}
        return [names.get(_plain(match[1]), "")]
    is_module = bool(rest) or top.endswith((".pyd", ".so"))
    return [*titles, _owner_of_module(top.partition(".")[0], parts) if is_module else ""]


def _owner_of_module(module: str, parts: Iterable[Part]) -> str:
    if module in _OWN_MODULES:
        return paths.APP
    if module in sys.stdlib_module_names or _PYTHON_MODULES.fullmatch(module.replace("-", "_")):
        return "Python"
    if module.startswith("pyi_rth_"):
        return "PyInstaller's loader"
    return next((part.title for part in parts if module in part.modules), "")


def _pattern(glob: str) -> re.Pattern[str]:
    return re.compile(re.escape(glob).replace(r"\*\*", ".*").replace(r"\*", "[^/]*"), re.IGNORECASE)


def _plain(name: str) -> str:
    return _NAMES.sub("-", name).lower()


def _components(found: dict[str, list[str]]) -> Iterator[Component]:
    versions = _versions(found)
    for part in table():
        if part.title in versions:
            yield component(part, versions[part.title])


def _versions(found: dict[str, list[str]]) -> dict[str, str]:
    return {part.title: _version(part) for part in table() if part.title in found}


def _version(part: Part) -> str:
    if part.frozen and part.name.startswith("PyInstaller"):
        return version("pyinstaller")
    if part.debian and sys.platform == "linux":
        asked = ["dpkg-query", "--show", "--showformat=${source:Upstream-Version}", part.debian]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else ""
    return version_of(part)


def _lgpl(found: dict[str, list[str]]) -> Iterator[str]:
    folders = "\n".join(f"{system}: {folder}" for system, folder in lgpl.FOLDERS.items())
    for language in ("en", "ms"):
        for part in table():
            if part.title in found and (
                part.title == "Qt" or (lgpl.applies_to(part.title) and part.title not in lgpl.QT)
            ):
                yield ""
                for said in lgpl.notice(part.title, version_of(part), folders, mac=True):
                    yield from said.split("\n") if isinstance(said, str) else _filled(worded(said, language))


def _shortened(files: list[str]) -> list[str]:
    """At most a few names; of more, their folders. What a library says of itself is left out."""
    files = [file for file in files if ".dist-info/" not in file] or files
    if len(files) <= 6:
        return files
    folders = sorted({file if ": " in file or "/" not in file else f"{file.rpartition('/')[0]}/…" for file in files})
    return folders[:6] + (["…"] if len(folders) > 6 else [])


def _heading(words: str) -> list[str]:
    return [words, "-" * len(words)]


def _filled(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _hung(words: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def main(arguments: list[str]) -> int:
    """Write the notices of the program in the folder that is named."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    start = monotonic()
    tree = Path(arguments[0])
    if wrong := faults(tree):
        print("\n".join(wrong), file=sys.stderr)
        return 1
    written = write(tree)
    print(f"notices: {', '.join(path for _name, path, _kind in written)} ({monotonic() - start:.1f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
