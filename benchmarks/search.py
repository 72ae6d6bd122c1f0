"""Search as you type over 2,000 clauses, against FTS5 as it comes, against a look into every text, and one frame."""

from collections.abc import Iterator
from statistics import median

import apsw

from benchmarks.timing import in_turn, line, seconds
from desktop.content.load import load_library
from desktop.store.clause_index import ClauseIndex, Entry

CLAUSES = 2_000
FRAME = 0.016
"""Seconds within which an answer seems to be there at once."""

ROUNDS = 5
TYPED = (
    "pekerjaan",
    "polisi media sosial",
    "kata laluan",
    "siapa boleh menyiarkan gambar pelanggan",
    "share a customer's photo",
    "we may not ask for the password of your personal account",
    "yang tidak dan di untuk kami anda dalam itu ini pada dengan atau",
    "undang-undang e-mel",
)
"""Everyday searches, a whole sentence, and words that stand everywhere; each is typed letter by letter."""


def strokes() -> list[str]:
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def shipped() -> list[Entry]:
    return [Entry(clause.id, clause.title, clause.body, clause.why) for clause in load_library().clauses]


def many(entries: list[Entry]) -> Iterator[Entry]:
    """Titles, reasons and bodies of the shipped clauses in ever new company."""
    for number in range(CLAUSES):
        again, place = divmod(number, len(entries))
        title, why, body = (entries[(place + again * step) % len(entries)] for step in (0, 3, 7))
        yield Entry(f"{title.id}-{again}", title.title, body.body, why.why)


def texts(entry: Entry) -> tuple[str, ...]:
    return tuple(" ".join(text.values()) for text in (entry.title, entry.why, entry.body))


class Plain:
    """FTS5 with its own tokenizer: whole words, the last as a beginning; no stems, no synonyms, no hyphens."""

    def __init__(self, entries: list[Entry]) -> None:
        self.connection = apsw.Connection(":memory:")
        self.connection.execute("CREATE VIRTUAL TABLE clause USING fts5(title, why, body, content='', prefix='1 2')")
        with self.connection:
            self.connection.executemany("INSERT INTO clause (title, why, body) VALUES (?, ?, ?)", map(texts, entries))

    def search(self, typed: str) -> list[int]:
        words = "".join(letter if letter.isalnum() else " " for letter in typed).split()
        matching = " ".join(f'"{word}"' for word in words) + "*"
        order = "SELECT rowid FROM clause WHERE clause MATCH ? ORDER BY bm25(clause, 100, 10, 1), rowid"
        return [row for (row,) in self.connection.execute(order, (matching,))]


class Scan:
    """Every word looked for in every text, in any place."""

    def __init__(self, entries: list[Entry]) -> None:
        self.texts = [" ".join(texts(entry)).casefold() for entry in entries]

    def search(self, typed: str) -> list[int]:
        words = typed.casefold().split()
        return [number for number, text in enumerate(self.texts) if all(word in text for word in words)]


def guide() -> None:
    """Search as you type over the whole user guide."""
    from desktop.content.guide import load_guide
    from desktop.ui.help.book import Book

    index = Book(load_guide(), load_library())
    index.get_ready()
    typed = strokes()
    slowest = max(median(seconds(lambda words=words: index.find(words)) for _ in range(ROUNDS)) for words in typed)
    line("the slowest letter, the user guide / one frame", slowest, FRAME, slowest / FRAME, "aim 1.0 or less")


def run() -> None:
    guide()
    library = load_library()
    entries = shipped()
    result = in_turn(lambda: ClauseIndex(library, entries).close(), lambda: Plain(entries), ROUNDS)
    line(f"index of the {len(entries)} clauses / FTS5 as it comes", *result, "at most 150 ms")

    entries = list(many(entries))
    index, plain, scan = ClauseIndex(library, entries), Plain(entries), Scan(entries)
    typed = strokes()

    def each(search: object) -> None:
        for words in typed:
            search(words)  # type: ignore[operator]

    for name, peer in (("FTS5 as it comes", plain), ("a look into every text", scan)):
        ours, theirs, ratio = in_turn(lambda: each(index.search), lambda peer=peer: each(peer.search), ROUNDS)
        line(f"a letter typed, {CLAUSES:,} clauses / {name}", ours / len(typed), theirs / len(typed), ratio, "")
    slowest = max(median(seconds(lambda words=words: index.search(words)) for _ in range(ROUNDS)) for words in typed)
    line(f"the slowest letter, {CLAUSES:,} clauses / one frame", slowest, FRAME, slowest / FRAME, "aim 1.0 or less")
