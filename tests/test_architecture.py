"""Who may import whom, what runs without Qt and without a network, and how long files and functions may be."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ROOMS = {
    "ui": {"ui", "render", "store", "content", "core", "export", "business_files", "settings", "autostart",
           "paths", "i18n"},
    "render": {"render", "core", "paths", "i18n"},
    "store": {"store", "core", "paths", "i18n"},
    "content": {"content", "core", "paths", "i18n"},
    "core": {"core", "i18n"},
    "export": {"render", "content", "core", "paths", "i18n"},
    "business_files": {"export", "store", "content", "core", "paths", "i18n"},
    "command_input": {"store", "content", "core", "paths", "i18n"},
    "commands": {"command_input", "settings", "render", "store", "content", "core", "paths", "i18n"},
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


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file; `from a import b` counts as `a.b`, which may be a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


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


def run_python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    ours = {module.split(".")[1] for module in imports(path) if module.startswith("desktop.")}
    if room(path) in {"cli", "app", "__main__"}:
        assert room(path) == "app" or "ui" not in ours
    else:
        wrong = ours - ROOMS.get(room(path), BASE) - {"__version__"}
        assert not wrong, f"{dotted(path)} must not import {sorted(wrong)}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_only_the_window_imports_qt(path: Path) -> None:
    if room(path) not in {"ui", "app"}:
        assert not [module for module in imports(path) if is_within(module, QT)]


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_module_imports_network_code(path: Path) -> None:
    assert not [module for module in imports(path) if is_within(module, NETWORK)]


WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
for module in sys.argv[1:]:
    importlib.import_module(module)

from desktop.cli import main
sys.argv = ["dasarkita", "self-test"]
sys.exit(main())
"""


def test_everything_but_the_window_works_without_qt() -> None:
    modules = [dotted(path) for path in MODULES if room(path) not in {"ui", "app", "__main__"}]
    done = run_python(WITHOUT_QT, *modules)
    assert done.returncode == 0, done.stderr


WITHOUT_NETWORK = """
import sys

def watch(event, arguments):
    # a child process could speak for us, so there must be none
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec")):
        sys.stderr.write(f"{event} {arguments}\\n")
        import os
        os._exit(9)

sys.addaudithook(watch)
from desktop.cli import main
sys.argv = ["dasarkita", "self-test"]
sys.exit(main())
"""


def test_nothing_opens_a_connection() -> None:
    done = run_python(WITHOUT_NETWORK)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=dotted)
def test_files_and_functions_stay_short(path: Path) -> None:
    text = words_of(path)
    assert text.count("\n") <= 350, "a file has at most 350 lines: split it by what it is about"
    for node in ast.walk(ast.parse(text)):
        # a test's sample data may be a long list, code may not
        if isinstance(node, ast.FunctionDef) and not path.is_relative_to(ROOT / "tests"):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 60, f"{node.name} has {lines} lines, at most 60"


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
