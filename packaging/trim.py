"""What of all that the freezer collects the program carries: the tables, and the questions `build.spec` asks of them.

Nothing but the standard library, so that tests need no freezer.
"""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

UNUSED_MODULES = (
    # of Python: other windows, tests, and everything that could speak to a network
    "tkinter", "turtle", "unittest", "pydoc", "pydoc_data", "doctest", "pdb", "lib2to3", "distutils", "setuptools",
    "pip", "ensurepip", "venv", "curses", "readline", "sqlite3", "asyncio", "multiprocessing", "concurrent",
    "bz2", "_bz2", "lzma", "_lzma", "_uuid", "ssl", "_ssl", "_hashlib", "http", "urllib.request", "ftplib",
    "smtplib", "imaplib", "poplib", "xmlrpc", "cgi", "webbrowser", "_pydecimal",
    # of libraries
    "babel.messages", "lxml.html", "lxml.objectify", "lxml.isoschematron", "lxml.sax", "lxml.ElementInclude",
    "lxml.builder", "xml.sax", "pytz", "numpy", "PIL", "pytest", "hypothesis", "yaml", "attr", "attrs",
    # of Qt: no network, no web, no database, no QML
    "PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtDesigner",
    "PySide6.QtUiTools", "PySide6.QtHelp", "PySide6.QtConcurrent",
)  # fmt: skip
"""Modules nothing of ours runs, though something that does may name them."""

QT = {
    "Core", "Gui", "Widgets", "Svg", "PrintSupport",
    "DBus", "XcbQpa", "OpenGL", "WaylandClient", "WlShellIntegration",
}  # fmt: skip
"""The libraries of Qt that are carried. Those of the second line are there on Linux, where windows stand on them."""

PLUGINS = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "iconengines": {"svgicon"},
    "imageformats": {"svg", "jpeg"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"xdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
}
"""The plug-ins of Qt that are carried: folder -> names without what systems put before and after."""

_DOS_AND_MAINFRAMES = (
    *("037", "273", "424", "500", "720", "737", "775", "852", "855", "856", "857", "858", "860", "861", "862", "863"),
    *("864", "865", "866", "869", "874", "875", "1006", "1026", "1125", "1140"),
)
_MACS = ("arabic", "croatian", "cyrillic", "farsi", "greek", "iceland", "latin2", "roman", "romanian", "turkish")

UNUSED_ON_LINUX = (
    *("ctypes", "_ctypes"),  # other systems are asked through these for what Linux has files for
    # and no Linux writes its texts as these did: 0.4 MB
    *(f"encodings.cp{page}" for page in _DOS_AND_MAINFRAMES),
    *(f"encodings.mac_{letters}" for letters in _MACS),
)

UNUSED_HOOKS = ("pyi_rth_inspect", "pyi_rth_pkgutil")
"""What the freezer lets a program run first: nothing of ours looks at its own sources or searches for modules."""

LANGUAGES = {"root", "global", "en", "ms"}
"""The languages whose names and formats of dates and numbers are carried, of Babel's several hundred."""

OFTEN_ABSENT = (
    "libpython3", "libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-render-util",
    "libxcb-util", "libxcb-xkb", "libxkbcommon",
)  # fmt: skip
"""What is carried of the libraries of the Linux system that builds: a desktop may lack them, or has them in another
version. All others must be the system's own, or drivers, fonts and the C library fall out with one another."""

HOLIDAYS = "holidays.countries"
"""A package that brings in the public holidays of all countries; only `OUR_HOLIDAYS` are asked for."""

OUR_HOLIDAYS = "holidays.countries.malaysia"

_EAST_ASIAN = re.compile(r"python3\.\d+/lib-dynload/_(codecs_|multibytecodec)")
"""Encodings of text a Linux system of today is never set to; Windows may be."""

SOFTWARE_OPENGL = {"opengl32sw.dll", "d3dcompiler_47.dll"}
"""Drawing in three dimensions on Windows without a driver: 25 MB nothing of ours asks for."""

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(?P<name>[A-Z]\w*?)(?:\.abi3)?(?:\.so.*|\.dll|\.pyd|\.dylib)?")
_FRAMEWORK = re.compile(r"PySide6/Qt/lib/Qt(?P<name>\w+)\.framework/")
"""How Qt's libraries lie on a Mac: a folder each, with links in it."""

_PLUGIN = re.compile(r"(?:^|/)plugins/(?P<folder>[^/]+)/(?:lib)?q?(?P<name>[^/.]+)\.\w+$")
_UNUSED_FILE = re.compile(
    r"PySide6/(Qt/)?(translations|qml|metatypes)/|^dateutil/zoneinfo/|^lxml/(includes|isoschematron)/"
    r"|^docx/templates/|\.(pxd|pyi|h|pyx)$"
    r"|dist-info/(sboms/.*|.*LicenseRef-Qt-Commercial\.txt|RECORD|INSTALLER|WHEEL|REQUESTED|direct_url\.json|top_level\.txt)$"
)


def is_carried(name: str, source: str = "", *, linux: bool = False) -> bool:
    """Whether a collected file goes into the program: `name` is its place there, `source` where it was found."""
    name, source = name.replace("\\", "/"), source.replace("\\", "/")
    file = PurePosixPath(name).name
    if plugin := _PLUGIN.search(name):
        return plugin["name"] in PLUGINS.get(plugin["folder"], ())
    if framework := _FRAMEWORK.match(name):
        return framework["name"] in QT
    # at the top there are links to them, which the freezer makes on Linux and on a Mac
    if (name.startswith("PySide6/") or name == file) and (library := _QT_LIBRARY.fullmatch(file)):
        return library["name"] in QT
    if locale := re.match(r"babel/locale-data/([a-z]+)", name):
        return locale[1] in LANGUAGES
    if name.startswith("tzdata/"):
        return name == "tzdata/zoneinfo/UTC"
    if linux and "/" not in name and is_of_the_system(source):
        return file.startswith(OFTEN_ABSENT)
    if linux and _EAST_ASIAN.match(name):
        return False
    return file not in SOFTWARE_OPENGL and not _UNUSED_FILE.search(name)


def is_carried_module(name: str) -> bool:
    """Whether a Python module goes into the program."""
    return name == OUR_HOLIDAYS or not name.startswith(f"{HOLIDAYS}.")


def is_of_the_system(source: str) -> bool:
    """Whether a library lies where a Linux system keeps its own."""
    return re.match(r"/(usr/)?lib(64)?/", source) is not None


def unresolved(log: Iterable[str]) -> list[str]:
    """The lines of the freezer's log that say that a library a window needs was not there to be carried along."""
    return [line for line in log if "could not resolve 'libxcb" in line or "could not resolve 'libxkb" in line]
