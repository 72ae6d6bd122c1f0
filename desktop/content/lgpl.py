"""What the LGPL asks to be said of the libraries under it: that they may be changed, how, and where their source is."""

from desktop.i18n import Message, message

QT = ("Qt", "PySide6", "shiboken6")
"""What stands under version 3 of the licence, as the page of licences lists it."""

MODULES = ("Core", "GUI", "Widgets", "SVG", "Print Support", "D-Bus", "OpenGL", "Wayland Client")
"""The parts of Qt that are carried, though not all of them on every system."""

FOLDERS = {
    "Windows": r"%LOCALAPPDATA%\Programs\DasarKita\_internal\PySide6",
    "Debian, Ubuntu": "/usr/lib/dasarkita/_internal/PySide6",
    "Linux, .tar.xz": "DasarKita/_internal/PySide6",
    "macOS": "/Applications/DasarKita.app/Contents/Frameworks/PySide6",
}
"""Where the installers put the libraries. shiboken6 lies beside PySide6, in a folder of its own."""

RESIGN = "codesign --force --deep --sign - /Applications/DasarKita.app"
"""How a Mac is told that its owner has changed a program."""

_QT_SOURCES = (
    "https://download.qt.io/official_releases/qt/{series}/{version}/submodules/",
    "https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{version}-src/",
)
_ICONV_SOURCES = (
    "https://ftp.gnu.org/pub/gnu/libiconv/",
    "https://github.com/winlibs/libiconv/",
    "https://github.com/lxml/lxml/",
)


def applies_to(title: str) -> bool:
    """Whether something that is listed as `title` needs a notice."""
    return title in QT or _is_iconv(title)


def notice(title: str, version: str, folders: str, *, mac: bool) -> tuple[Message | str, ...]:
    """The notice for what is listed as `title`, a paragraph each; `folders` says where the libraries lie."""
    said = _iconv(folders) if _is_iconv(title) else _qt(version, folders)
    if mac:
        said.append(message("On a Mac, sign the changed program afterwards: {command}", command=RESIGN))
    return (
        *said,
        message("You may also take the program apart (reverse engineering) to find faults in such changes."),
        message(
            "The source code of exactly these versions is on the download page of DasarKita, free of charge, beside "
            "the installers. It is also here:"
        ),
        "\n".join(addresses(title, version)),
    )


def _qt(version: str, folders: str) -> list[Message | str]:
    return [
        message(
            "DasarKita uses Qt, PySide6 and shiboken6 {version} unchanged, under the GNU Lesser General Public "
            "License, version 3. Of Qt it carries {modules}, as far as the system needs them.",
            version=version,
            modules=", ".join(MODULES),
        ),
        message("They are libraries of their own beside the program, in this folder and in “shiboken6” beside it:"),
        folders,
        message(
            "You may put your own build of the same version in their place: close DasarKita, keep a copy of the old "
            "file, and copy yours there under the same name."
        ),
    ]


def _iconv(folders: str) -> list[Message | str]:
    return [
        message(
            "lxml uses GNU libiconv unchanged, under the GNU Lesser General Public License, version 2.1 or later. It "
            "is part of lxml's library “etree”, in the folder “lxml” beside this one:"
        ),
        folders,
        message(
            "You may change libiconv: build the same version of lxml with your own libiconv, close DasarKita, keep a "
            "copy of the old “etree”, and copy yours there under the same name."
        ),
    ]


def addresses(title: str, version: str) -> tuple[str, ...]:
    """Where those who make it keep the source code."""
    if _is_iconv(title):
        return _ICONV_SOURCES
    return tuple(each.format(series=version.rpartition(".")[0], version=version) for each in _QT_SOURCES)


def _is_iconv(title: str) -> bool:
    return title.startswith("lxml: libiconv")
