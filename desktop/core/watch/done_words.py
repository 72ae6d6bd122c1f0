"""What was done about a post, in the language of a paper as far as the words are those that the log offered."""

from collections.abc import Iterable, Mapping

from desktop.core.document import Runs, plain
from desktop.core.fill import Fill
from desktop.core.handout import Handout
from desktop.core.template import parse_line
from desktop.core.text import Text, side
from desktop.core.watch import papers
from desktop.core.wording import Wording


def done_words(action: str, offered: Mapping[str, str]) -> Runs:
    """The words as a cell. What people wrote themselves stays as it is."""
    return papers.words_of(_joined(offered.get(line.strip(), line.strip()) for line in action.splitlines()))


def _joined(lines: Iterable[str]) -> str:
    """Lines as one: a cell has no lines of its own."""
    return "; ".join(line for line in lines if line)


def offered_words(handout: Handout) -> dict[str, str]:
    """Words the log offers, as they are said in each language, with those of the paper's language."""
    settled = handout.settled
    said = [text for node in settled.library.chart for text in node.done]
    fills = {
        language.id: Fill(Wording(settled.library, settled.all_facts, language.id), settled.numbers)
        for language in settled.library.languages
    }

    def filled(text: Text, language: str) -> str:
        return plain(fills[language].inlines(parse_line(side(text, language)))).strip()

    return {filled(text, language): filled(text, handout.language) for text in said for language in fills}
