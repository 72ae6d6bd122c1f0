"""Who may import whom, and how long files and functions may be. What runs without Qt and network: see `test_wheel`."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ROOMS = {
    "ui": {
        "ui",
        "render",
        "store",
        "content",
        "core",
        "export",
        "business_files",
        "settings",
        "autostart",
        "paths",
        "i18n",
    },
    "render": {"render", "core", "paths", "i18n"},
    "store": {"store", "core", "paths", "i18n"},
    "content": {"content", "core", "paths", "i18n"},
    "core": {"core", "i18n"},
    "export": {"render", "content", "core", "paths", "i18n"},
    "business_files": {"export", "store", "content", "core", "paths", "i18n"},
    "command_input": {"store", "content", "core", "paths", "i18n"},
    "commands": {"command_input", "export", "settings", "render", "store", "content", "core", "paths", "i18n"},
    "export_command": {"command_input", "export", "store", "core", "i18n"},
    "watch_commands": {"command_input", "export", "render", "store", "content", "core", "paths", "i18n"},
    "command_parser": {"command_input", "commands", "export_command", "watch_commands", "i18n"},
    "i18n": {"paths"},
    "paths": set[str](),
    "__init__": set[str](),
}
"""Room of `desktop` -> the rooms it may import; other modules beside them, as `settings`, may import `BASE`.
`cli`, `app` and `__main__` see all, only `ui` is for `app` alone."""

BASE = {"paths", "i18n"}

QT = {"PySide6", "shiboken6"}
NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib.request", "urllib3", "ftplib", "smtplib", "imaplib", "poplib",
    "xmlrpc", "asyncio", "requests", "httpx", "aiohttp",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtHttpServer",
}  # fmt: skip

MODULES = sorted((ROOT / "desktop").rglob("*.py"))
SOURCES = [
    *(
        path
        for folder in ("desktop", "tests", "benchmarks", "packaging")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ),
    ROOT / "run.py",
    ROOT / "hatch_build.py",
]


def room(path: Path) -> str:
    return path.relative_to(ROOT / "desktop").parts[0].removesuffix(".py")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All that a file says, as Python reads it; read once."""
    return tuple(ast.walk(ast.parse(words_of(path))))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module a file imports, wherever in the file; `from a import b` counts as `a.b`, which may be a module."""
    found: list[str] = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            found += [f"{node.module}.{name.name}" for name in node.names]
    return tuple(found)


def is_within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@cache
def words_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def repository() -> Iterator[Path]:
    """Every text file of the repository: no folder of tools, builds or caches."""
    passed_over = {"build", "dist", "node_modules", "__pycache__"}
    for top in sorted(ROOT.iterdir()):
        if top.name in passed_over or (top.name.startswith(".") and top.name not in {".ci", ".gitignore"}):
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if (
                path.is_file()
                and not passed_over & set(path.parts)
                and path.suffix not in {".png", ".mo", ".docx", ".dasar"}
            ):
                yield path


def wrong_imports(path: Path) -> list[str]:
    """What a module may not import of ours."""
    ours = {module.split(".")[1] for module in imports(path) if module.startswith("desktop.")}
    if room(path) in {"cli", "app", "__main__"}:
        return [] if room(path) == "app" else sorted(ours & {"ui"})
    return sorted(ours - ROOMS.get(room(path), BASE) - {"__version__"})


def importing(packages: set[str], paths: list[Path]) -> dict[str, list[str]]:
    """Those modules that import any of these packages, with what they import."""
    found = {dotted(path): [module for module in imports(path) if is_within(module, packages)] for path in paths}
    return {name: modules for name, modules in found.items() if modules}


def test_a_room_imports_only_what_it_may() -> None:
    assert len(MODULES) > 100
    assert {dotted(path): wrong for path in MODULES if (wrong := wrong_imports(path))} == {}


def test_only_the_window_imports_qt() -> None:
    assert importing(QT, [path for path in MODULES if room(path) not in {"ui", "app"}]) == {}
    assert importing(QT, MODULES)


def test_no_module_imports_network_code() -> None:
    assert importing(NETWORK, MODULES) == {}


def too_long(path: Path) -> Iterator[str]:
    """What is longer than anybody reads at one go; a file, or a function in it."""
    if words_of(path).count("\n") > 350:
        yield "a file has at most 350 lines: split it by what it is about"
    for node in nodes(path):
        # a test's sample data may be a long list, code may not
        if isinstance(node, ast.FunctionDef) and not path.is_relative_to(ROOT / "tests"):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > 60:
                yield f"{node.name} has {lines} lines, at most 60"


def test_files_and_functions_stay_short() -> None:
    assert {dotted(path): found for path in SOURCES if (found := list(too_long(path)))} == {}


def found(pattern: str, *, beside: str = "") -> list[str]:
    expression = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in repository()
        if path.name != beside
        for number, line in enumerate(words_of(path).splitlines(), 1)
        if (match := expression.search(line))
    ]


def test_nothing_is_left_to_do() -> None:
    assert not found(r"\b(TO[D]O|FIX[M]E)\b")


def test_no_paths_of_one_machine() -> None:
    assert not found(r"(?<![\w.])/(work|root|home)/\w|(?i:c:\\+users\\+\w)")


def test_no_addresses_of_registries() -> None:
    registries = r"pypi\.org|pythonhosted\.|registry\.npmjs\.|deb\.debian\.|archive\.ubuntu\."
    assert not found(registries + r"|--(extra-)?index[-]url|--find[-]links|--trusted[-]host")
