"""From a document to a Word file."""

from desktop.render.word.writer import write_word

__all__ = ["write_word"]
