"""The words argparse itself prints, listed so that they are translated with ours.

argparse asks gettext's process-wide domain for them, which `i18n.lend_to_argparse` points at our catalogue.
Python 3.11 to 3.14.
"""

from desktop.i18n import message

WORDS = (
    message("usage: "),
    message("options"),
    message("positional arguments"),
    message("show this help message and exit"),
    message("show program's version number and exit"),
    message("%(prog)s: error: %(message)s\n"),
    message("argument %(argument_name)s: %(message)s"),
    message("the following arguments are required: %s"),
    message("unrecognized arguments: %s"),
    message("expected one argument"),
    message("expected at least one argument"),
    message("expected at most one argument"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("invalid %(type)s value: %(value)r"),
    message("ambiguous option: %(option)s could match %(matches)s"),
    message("ignored explicit argument %r"),
    message("not allowed with argument %s"),
    message("unknown parser %(parser_name)r (choices: %(choices)s)"),
)
