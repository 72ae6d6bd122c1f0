"""The firm's logo as a picture in the line of text."""

from dataclasses import dataclass

from desktop.core.look import Look
from desktop.core.picture import Picture, picture_of
from desktop.render.word.markup import escaped

_RELATION = "rIdLogo"
_RELATION_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_UNIT = 36_000
"""English Metric Units in a millimetre."""

_ID = 1


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was looked at."""

    data: bytes
    picture: Picture

    @property
    def part(self) -> str:
        """The name of its part."""
        return f"word/media/logo.{self.picture.kind}"

    @property
    def content_type(self) -> str:
        """The type of its part."""
        return f"image/{self.picture.kind}"

    @property
    def relationship(self) -> str:
        """How the document refers to it."""
        target = self.part.removeprefix("word/")
        return f'<Relationship Id="{_RELATION}" Type="{_RELATION_TYPE}" Target="{target}"/>'

    def run(self, says: str, *, wide: float, high: float) -> str:
        """A run with the picture, as large as it can be within these millimetres. `says` is its alternative text."""
        scale = min(wide / self.picture.width, high / self.picture.height) * _UNIT
        size = f'cx="{round(self.picture.width * scale)}" cy="{round(self.picture.height * scale)}"'
        name = escaped(says)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{_ID}" name="Logo" descr="{name}"/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{_MAIN}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
            f'<pic:nvPicPr><pic:cNvPr id="{_ID}" name="Logo" descr="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:embed="{_RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def logo_of(look: Look) -> Logo | None:
    """The logo of a look; None where there is none, or the file is no picture after all."""
    picture = None if look.logo is None else picture_of(look.logo.data)
    return None if look.logo is None or picture is None else Logo(look.logo.data, picture)
