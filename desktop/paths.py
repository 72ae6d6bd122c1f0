"""The one place that knows where things lie: resources, catalogues, and the user's own folders."""

import os
import sys
from pathlib import Path

import platformdirs

APP = "DasarKita"

_PLACES_OF_LIBRARIES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


class _Kept:
    """The one folder everything of the user's is kept in, if `keep_in` was called."""

    folder: Path | None = None


def keep_in(folder: Path) -> None:
    """From now on keep all that is the user's in this folder, and touch none of the user's own places.

    To be called before Qt is loaded: on Linux the libraries it stands on, as that of fonts, have places of their own.
    """
    _Kept.folder = folder.absolute()
    for name in _PLACES_OF_LIBRARIES if sys.platform == "linux" else ():
        os.environ[name] = str(_Kept.folder / "libraries")


def _kept(name: str) -> Path | None:
    return _Kept.folder / name if _Kept.folder else None


def bundled() -> Path:
    """The folder that holds `resources/` and `locales/`: the source tree, the wheel, or the frozen program."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "_bundled"
    return installed if installed.is_dir() else package.parent


def content() -> Path:
    """The folder of questions, clauses, laws and samples (source tree only; see `compiled_library`)."""
    return bundled() / "resources" / "content"


def compiled_library() -> Path:
    """The content as one file, in wheel and frozen program. It does not exist in a source tree."""
    return bundled() / "resources" / "library.json"


def word_base() -> Path:
    """The folder of the base Word document: styles, page set-up, numbering; no text."""
    return bundled() / "resources" / "word"


def icons() -> Path:
    """The folder of one-colour SVG icons."""
    return bundled() / "resources" / "icons"


def style_sheet() -> Path:
    """The little QSS there is."""
    return bundled() / "resources" / "style" / "dasarkita.qss"


def guide() -> Path:
    """The folder of the user guide: its topics, pages and pictures."""
    return bundled() / "docs" / "guide"


def licences() -> Path:
    """The folder of licence texts that the libraries do not bring along themselves."""
    return bundled() / "resources" / "licences"


def own_licence() -> Path:
    """The licence of the program and its texts."""
    return bundled() / "LICENSE"


def requirements() -> Path:
    """The list of libraries the program runs on, a line each with its version."""
    return bundled() / "requirements" / "program.txt"


def locales() -> Path:
    """The folder of gettext catalogues."""
    return bundled() / "locales"


def documents() -> Path:
    """Where business files go unless the owner says otherwise. Not created here."""
    return _kept("policy") or platformdirs.user_documents_path() / APP


def settings_file() -> Path:
    """The file of the user's settings. Its folder may not exist yet."""
    return (_kept("settings") or platformdirs.user_config_path(APP, appauthor=False)) / "settings.json"


def autostart_folder() -> Path:
    """Where a Linux desktop looks for what starts with the computer. It may not exist yet."""
    return _kept("autostart") or platformdirs.user_config_path() / "autostart"


def backups() -> Path:
    """The folder of backups of business files. It may not exist yet."""
    return _kept("backups") or platformdirs.user_data_path(APP, appauthor=False) / "backups"


def cache() -> Path:
    """The folder of what can be made anew at any time. It may not exist yet."""
    return _kept("cache") or platformdirs.user_cache_path(APP, appauthor=False)


def running() -> Path:
    """The folder by which the windows of one user at one screen find each other. It may not exist yet.

    Signed in twice, as over a remote desktop or with one home on two computers, a user has a window at each screen: one
    that comes to the front where nobody sees it would be of no use.
    """
    if kept := _kept("running"):
        return kept
    # asked for itself: platformdirs warns where there is none, and then chooses a folder all users share; a sign-in
    # without a session of its own may name one that is not there
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.access(runtime, os.W_OK):
        folder = Path(runtime) / APP
    else:
        folder = platformdirs.user_data_path(APP, appauthor=False) / "running"
    screen = next(filter(None, map(os.environ.get, ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME"))), "")
    computer = "" if sys.platform == "win32" else os.uname().nodename
    return folder / "".join(letter if letter.isalnum() else "-" for letter in f"{computer} {screen}")


def logs() -> Path:
    """The folder of log files. It may not exist yet."""
    return _kept("logs") or platformdirs.user_log_path(APP, appauthor=False)
