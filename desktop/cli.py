"""The command line: `dasarkita --help`. With no command it opens the window.

The window must be up at once, so nothing that only commands need is imported before it is known that there is one.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import i18n, paths, settings
from desktop.autostart import BACKGROUND
from desktop.i18n import _

SMOKE = "--smoke"
"""With this argument the program walks through itself, in a folder, and with a file in a copy of it."""

_UNWRITABLE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window. Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if len(arguments) in (2, 3) and arguments[0] == SMOKE:
        return _smoke(*map(Path, arguments[1:]))
    i18n.use(i18n.preferred(settings.load().language))
    if not arguments:
        return _open_window(None)
    if arguments == [BACKGROUND]:
        return _open_window(None, in_background=True)
    from desktop import command_parser

    if len(arguments) == 1 and not command_parser.is_command(arguments[0]):
        return _open_window(Path(arguments[0]))
    return command_parser.run(arguments)


def _open_window(file: Path | None, *, in_background: bool = False) -> int:
    from desktop.app import run

    return run(file, in_background=in_background)


def _smoke(folder: Path, file: Path | None = None) -> int:
    """See `command_parser`, which explains it; what commands need would make this start slower than others."""
    paths.keep_in(folder)
    from desktop.app import smoke

    try:
        return smoke(folder, file)
    except OSError as error:
        i18n.use(i18n.preferred())
        if sys.stderr is not None:
            sys.stderr.write(f"{folder}: " + _("cannot be written: {reason}", reason=error.strerror or error) + "\n")
        return _UNWRITABLE
