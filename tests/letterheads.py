"""Logos and letterheads as firms have them, made by hand and by other programs."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

BY_LIBREOFFICE = Path(__file__).parent / "render" / "word" / "files" / "letterhead-libreoffice.docx"
"""Made with LibreOffice: a header with a picture and a line, a footer with the page in it, its own styles."""


def png(width=120, height=48, colour=(23, 89, 106)):
    def piece(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(colour) * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", zlib.compress(rows)) + piece(b"IEND", b"")


def jpeg(width=64, height=32):
    """The bones of a JPEG picture: what says its size, and its ends."""
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return (
        b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
        b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0" + b"\x12\x34\xff\xd9"
    )  # fmt: skip


def saved(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_picture():
    """A header with a picture beside the address in a table, coloured by the theme; a footer without page numbers."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(30), Mm(15), Mm(45)
    table = section.header.add_table(1, 2, Mm(165))
    table.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(png()), height=Mm(14))
    address = table.cell(0, 1).paragraphs[0]
    run = address.add_run("Kedai Roti Seri Murni Sdn Bhd\n12 Jalan Besar, 43000 Kajang")
    run.font.size = Pt(9)
    colour = run._r.get_or_add_rPr().get_or_add_color()
    colour.set(qn("w:val"), "C0504D")
    colour.set(qn("w:themeColor"), "accent2")
    style = document.styles["Footer"]
    style.font.color.rgb = RGBColor(0xC0, 0x30, 0x30)
    section.footer.paragraphs[0].text = "Tel 03-8733 0000\tserimurni.example\tSSM 201901012345"
    return saved(document)


def first_page_differs():
    """The whole head on the first page, the name alone on the others; page x of y in every footer; US Letter."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.style = document.styles["Heading 1"]
    first.text = "Klinik Keluarga Sejahtera"
    section.first_page_header.add_paragraph("Dr Tan Mei Ling, MMC 45678", style="Intense Quote")
    section.header.paragraphs[0].text = "Klinik Keluarga Sejahtera"
    for footer in (section.first_page_footer, section.footer):
        paragraph = footer.paragraphs[0]
        paragraph.add_run("Page ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")
    return saved(document)


def even_differs():
    """Other heads on even pages than on odd ones, and a hyperlink in the header."""
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.header.paragraphs[0].text = "Odd"
    section.even_page_header.paragraphs[0].text = "Even"
    paragraph = section.header.add_paragraph()
    relation = section.header.part.relate_to("https://serimurni.example", f"{_RELATIONS}/hyperlink", is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = "serimurni.example"
    link.append(run)
    paragraph._p.append(link)
    return saved(document)


def lying():
    """A page that lies on its side."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.header.paragraphs[0].text = "Lying"
    return saved(document)


def without_header():
    return saved(docx.Document())


_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _field(paragraph, code):
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("end", "")):
        run = paragraph.add_run()
        if kind:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {text} "
            run._r.append(instruction)


def other_prefixes():
    """The same with the prefixes another program chose, and no word about the types of its header and footer."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_picture())) as file, zipfile.ZipFile(buffer, "w") as written:
        for name in file.namelist():
            data = file.read(name)
            if name == "[Content_Types].xml":
                data = re.sub(rb'<Override PartName="/word/(?:header|footer)[^>]*/>', b"", data)
            elif re.fullmatch(r"word/(?:header|footer|styles)\d*\.xml", name):
                data = data.replace(b"<w:", b"<ns0:").replace(b"</w:", b"</ns0:").replace(b" w:", b" ns0:")
                data = data.replace(b"xmlns:w=", b"xmlns:ns0=")
            written.writestr(name, data)
    return buffer.getvalue()
