"""The commands of the command line, their arguments and their help."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop import __version__, commands, export_command, i18n, watch_commands
from desktop.command_input import Refusal
from desktop.i18n import _

UNREADABLE = 2
"""Exit code for bad input; one line a fault stands on standard error, and nothing was written."""

_Run = Callable[[argparse.Namespace], int]


class _Commands(Protocol):
    """What argparse gives for adding commands; its own name for it is private."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...


def is_command(word: str) -> bool:
    """Whether a single argument is a command or an option, and not a file to open."""
    return word in _COMMANDS or word.startswith("-")


def run(arguments: Sequence[str]) -> int:
    """Run a command. Returns the exit code; faults of usage end the process, as argparse does."""
    _prepare_streams()
    i18n.lend_to_argparse()
    options = _parser().parse_args(arguments)
    chosen: _Run = options.run
    try:
        code = chosen(options)
        sys.stdout.flush()
    except Refusal as refusal:
        for line in refusal.lines:
            sys.stderr.write(f"{line}\n")
        return UNREADABLE
    except BrokenPipeError:  # the reader of our output went away: `dasarkita questions | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    return code


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # the frozen program on Windows, called without a console
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the process
        elif reconfigure := getattr(stream, "reconfigure", None):  # a pipe on Windows is not UTF-8 by itself
            reconfigure(encoding="utf-8", errors="replace")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a date; write 2027-01-31", text=text)) from None


def _month(text: str) -> date:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is not a month; write 2027-01", text=text)) from None


def _number(text: str) -> int:
    if text.isdecimal() and text.isascii() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(_("“{text}” is not a number from 1 on", text=text))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dasarkita",
        description=_("Write your firm's social media policy, in Malay and in English, without the internet."),
        epilog=_("Without a command, the window opens: dasarkita [FILE.dasar]"),
    )
    version_help = _("show program's version number and exit")
    parser.add_argument("--version", action="version", version=f"DasarKita {__version__}", help=version_help)

    smoke_help = _("try out the whole program by itself, keeping everything in a folder; with a file, in a copy of it")
    parser.add_argument("--smoke", nargs="+", metavar=(_("FOLDER"), _("FILE")), help=smoke_help)

    def run_alone(options: argparse.Namespace) -> int:
        if options.smoke:  # called as it should be, it does not come here: see `cli`
            parser.error(_("unrecognized arguments: %s") % " ".join(options.smoke[2:] or options.smoke))
        parser.print_help()
        return 0

    parser.set_defaults(run=run_alone)
    commands_ = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for add in _COMMANDS.values():
        add(commands_)
    return parser


def _add_export(to: _Commands) -> None:
    parser = to.add_parser("export", help=_("write documents as Word files"))
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a .dasar policy file or a .toml answers file"))
    parser.add_argument("--out", metavar=_("FOLDER"), type=Path, required=True, help=_("the folder to write into"))
    parser.add_argument(
        "--document", metavar="ID", action="append", help=_("which document; repeat for more; “all” for every one")
    )
    parser.add_argument("--language", metavar="ms|en|both", action="append", help=_("which language; repeat for more"))
    _add_date(parser)
    _add_password(parser)
    parser.add_argument(
        "--names",
        metavar=_("FILE"),
        type=Path,
        help=_("a text file with a name a line: the acknowledgement form becomes one page a person"),
    )
    _add_about(parser)
    _add_json(
        parser,
        lambda o: export_command.export(
            o.file,
            o.out,
            o.document,
            o.language,
            o.date,
            o.password_file,
            o.json,
            o.names,
            export_command.About(o.month, o.incident, o.run_number),
        ),
    )


def _add_about(parser: argparse.ArgumentParser) -> None:
    """What reports are about."""
    number = _("NUMBER")
    month_help = _("the month of the evidence report, as 2027-01; otherwise the newest with evidence")
    parser.add_argument("--month", metavar=_("MONTH"), type=_month, help=month_help)
    incident_help = _("which incident the incident report is about; otherwise the newest that is open, or the newest")
    parser.add_argument("--incident", metavar=number, type=_number, default=0, help=incident_help)
    run_help = _(
        "which joiner, leaver or change of agency the record is about; otherwise the newest open one, or the newest"
    )
    parser.add_argument("--run", metavar=number, type=_number, default=0, dest="run_number", help=run_help)


def _add_documents(to: _Commands) -> None:
    parser = to.add_parser("documents", help=_("list the documents that can be made"))
    _add_json(parser, lambda o: commands.list_documents(o.json))


def _add_questions(to: _Commands) -> None:
    parser = to.add_parser("questions", help=_("list every question"))
    _add_json(parser, lambda o: commands.list_questions(o.json))


def _add_sample(to: _Commands) -> None:
    parser = to.add_parser("sample", help=_("list the samples, or print one as an answers file"))
    parser.add_argument("name", metavar=_("NAME"), nargs="?", help=_("which sample"))
    parser.add_argument("--out", metavar=_("FILE"), type=Path, help=_("the file to write instead of printing"))
    _set_run(parser, lambda o: commands.sample(o.name, o.out))


def _add_check(to: _Commands) -> None:
    parser = to.add_parser("check", help=_("check the shipped content, or a policy or answers file"))
    parser.add_argument("file", metavar=_("FILE"), nargs="?", type=Path, help=_("the file to check"))
    _add_date(parser)
    _add_password(parser)
    _add_json(parser, lambda o: commands.check(o.file, o.date, o.password_file, o.json))


def _add_tasks(to: _Commands) -> None:
    parser = to.add_parser("tasks", help=_("list what is to be done, and what is overdue"))
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a .dasar policy file or a .toml answers file"))
    _add_date(parser)
    _add_password(parser)
    _add_json(parser, lambda o: watch_commands.list_tasks(o.file, o.date, o.password_file, o.json))


def _add_done(to: _Commands) -> None:
    parser = to.add_parser("done", help=_("write down that a task was done"))
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a .dasar policy file"))
    parser.add_argument("task", metavar=_("TASK"), help=_("the id of the task, as “tasks” lists it"))
    parser.add_argument("--by", metavar=_("NAME"), default="", help=_("who did it"))
    parser.add_argument("--note", metavar=_("TEXT"), default="", help=_("what there is to say about it"))
    _add_date(parser)
    _add_password(parser)
    _set_run(parser, lambda o: watch_commands.tick_off(o.file, o.task, o.date, o.by, o.note, o.password_file))


def _add_calendar(to: _Commands) -> None:
    parser = to.add_parser("calendar", help=_("write the tasks of 24 months as a calendar file"))
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a .dasar policy file or a .toml answers file"))
    parser.add_argument(
        "--out", metavar=_("FILE"), type=Path, required=True, help=_("the calendar file to write (.ics)")
    )
    parser.add_argument("--language", metavar="ms|en", help=_("the language of the tasks"))
    _add_date(parser)
    _add_password(parser)
    _set_run(parser, lambda o: watch_commands.write_calendar(o.file, o.out, o.date, o.language, o.password_file))


def _add_log(to: _Commands) -> None:
    parser = to.add_parser("log", help=_("write the log of posts and mentions as a table"))
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a .dasar policy file"))
    parser.add_argument("--csv", metavar=_("FILE"), type=Path, required=True, help=_("the table to write (.csv)"))
    _add_password(parser)
    _set_run(parser, lambda o: watch_commands.write_log(o.file, o.csv, o.password_file))


def _add_library(to: _Commands) -> None:
    parser = to.add_parser("library", help=_("write the clause library as a Word review sheet"))
    parser.add_argument(
        "file", metavar=_("FILE"), nargs="?", type=Path, help=_("only the clauses of this policy or answers file")
    )
    parser.add_argument("--out", metavar=_("FILE"), type=Path, required=True, help=_("the Word file to write"))
    _add_password(parser)
    _set_run(parser, lambda o: commands.library_sheet(o.out, o.file, o.password_file))


def _add_self_test(to: _Commands) -> None:
    parser = to.add_parser("self-test", help=_("load everything and assemble every sample"))
    _set_run(parser, lambda _options: commands.self_test())


def _add_date(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--date", metavar=_("DAY"), type=_day, help=_("the day that counts as today, as 2027-01-31"))


def _add_password(parser: argparse.ArgumentParser) -> None:
    help_text = _("a file whose first line is the password of a protected policy file")
    parser.add_argument("--password-file", metavar=_("FILE"), type=Path, help=help_text)


def _add_json(parser: argparse.ArgumentParser, run: _Run) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON for scripts"))
    _set_run(parser, run)


def _set_run(parser: argparse.ArgumentParser, run: _Run) -> None:
    parser.set_defaults(run=run)


_COMMANDS: dict[str, Callable[[_Commands], None]] = {
    "export": _add_export,
    "documents": _add_documents,
    "questions": _add_questions,
    "sample": _add_sample,
    "check": _add_check,
    "tasks": _add_tasks,
    "done": _add_done,
    "calendar": _add_calendar,
    "log": _add_log,
    "library": _add_library,
    "self-test": _add_self_test,
}
