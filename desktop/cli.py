"""The command line: `dasarkita --help`. With no command it opens the window.

The window must be up at once, so nothing that only commands need is imported before it is known that there is one.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import i18n, settings
from desktop.autostart import BACKGROUND


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window. Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
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
