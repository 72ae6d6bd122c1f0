"""The codes of the log in the words of the interface."""

from desktop.i18n import Message, message

WRITER_WORDS = {
    "customer": message("Customer"),
    "former_customer": message("Former customer"),
    "staff": message("Staff"),
    "former_staff": message("Former staff"),
    "applicant": message("Job applicant"),
    "press": message("Newspaper or media"),
    "unknown": message("Not known"),
}
ABOUT_WORDS = {
    "firm": message("The business"),
    "product": message("Product or service"),
    "staff": message("Staff"),
    "workplace": message("Workplace"),
}
TONE_WORDS = {"good": message("Friendly"), "neutral": message("Neutral"), "bad": message("Unfriendly")}
TRUTH_WORDS = {
    "true": message("True"),
    "false": message("Not true"),
    "mixed": message("Partly true"),
    "unknown": message("Not known"),
}
GIVEN_WORDS = {"yes": message("Yes"), "no": message("No")}
"""What was answered at a box of the response chart."""


def state_words(*, is_open: bool) -> Message:
    """Whether an entry is over."""
    return message("Not settled yet") if is_open else message("Settled")
