"""What the window shows of a design: its colours and its letters. The writer of Word files is loaded at first need."""

from collections.abc import Mapping

from desktop.core.look import Look


def colours_of(look: Look) -> Mapping[str, str]:
    """The colours of a design by name, as "17596A", with the firm's own for its "brand"."""
    from desktop.render.word import designs

    return designs.colours(look.design, look.colour)


def accent_of(look: Look) -> str:
    """The colour of headings as "#17596A": the firm's own, dark enough to be read, else that of the design."""
    return f"#{colours_of(look)['accent']}"


def font_of(look: Look) -> list[str]:
    """The letters of a design, and those that take their place."""
    from desktop.render.word import designs

    font = designs.design_of(look.design).font
    return [font.name, font.twin]
