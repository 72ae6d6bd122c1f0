"""Export of the bakery's policy in three forms, against docxtpl with the same text and against plain XML plus zip."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import docx
from docxtpl import DocxTemplate

from benchmarks.timing import in_turn, line
from desktop.content.answers_file import sample_answers
from desktop.content.load import load_library
from desktop.core.bilingual import SideBySide, clause_rows
from desktop.core.document import Block, Clause, Document, ListBlock, Paragraph, plain
from desktop.core.forms import form_names, make
from desktop.render.word import write_word

ROUNDS = 7


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(runs):
                found.append(plain(runs))
            case ListBlock(items):
                found += [plain(item) for item in items]
            case _:
                pass
    return found


@dataclass
class Row:
    heading: str
    paragraphs: list[str]


def _row(clause: Clause) -> Row:
    return Row(f"{clause.number} {plain(clause.title)}", _texts(clause.blocks))


def context(document: Document | SideBySide) -> dict[str, object]:
    """The same text as data for a template: sections with clauses, annexes with paragraphs."""
    if isinstance(document, SideBySide):
        sections = [
            {
                "title": f"{pair.left.number} {plain(pair.left.title)} / {plain(pair.right.title)}",
                "rows": [{"left": _row(row.left), "right": _row(row.right)} for row in clause_rows(pair)],
            }
            for pair in document.sections()
        ]
        sides = (document.left, document.right)
    else:
        sections = [
            {"title": f"{section.number} {plain(section.title)}", "rows": [_row(clause) for clause in section.clauses]}
            for section in document.sections
        ]
        sides = (document,)
    annexes = [
        {"title": plain(annex.heading), "paragraphs": [t for entry in annex.entries for t in _texts(entry.blocks)]}
        for side in sides
        for annex in side.annexes
    ]
    return {"name": sides[0].business_name, "title": sides[0].title, "sections": sections, "annexes": annexes}


def template(path: Path, *, paired: bool) -> None:
    """A template as a user of docxtpl would write it."""
    made = docx.Document()
    made.add_heading("{{ name }} {{ title }}", 0)
    made.add_paragraph("{%p for s in sections %}")
    made.add_heading("{{ s.title }}", 1)
    if paired:
        table = made.add_table(rows=3, cols=2)
        table.rows[0].cells[0].text = "{%tr for r in s.rows %}"
        for cell, side in zip(table.rows[1].cells, ("left", "right"), strict=True):
            cell.text = f"{{{{ r.{side}.heading }}}}"
            for text in (f"{{%p for t in r.{side}.paragraphs %}}", "{{ t }}", "{%p endfor %}"):
                cell.add_paragraph(text)
        table.rows[2].cells[0].text = "{%tr endfor %}"
    else:
        made.add_paragraph("{%p for r in s.rows %}")
        made.add_heading("{{ r.heading }}", 2)
        for text in ("{%p for t in r.paragraphs %}", "{{ t }}", "{%p endfor %}", "{%p endfor %}"):
            made.add_paragraph(text)
    made.add_paragraph("{%p endfor %}")
    made.add_paragraph("{%p for a in annexes %}")
    made.add_heading("{{ a.title }}", 1)
    for text in ("{%p for t in a.paragraphs %}", "{{ t }}", "{%p endfor %}", "{%p endfor %}"):
        made.add_paragraph(text)
    made.save(str(path))


def by_template(path: Path, data: dict[str, object]) -> bytes:
    filled = DocxTemplate(str(path))
    filled.render(data, autoescape=True)
    target = io.BytesIO()
    filled.save(target)
    return target.getvalue()


def floor(data: dict[str, object], parts: dict[str, bytes]) -> bytes:
    """The same text as bare paragraphs, with the other parts of our file as they are: the least a .docx can cost."""
    texts: list[str] = []
    for section in data["sections"]:  # type: ignore[attr-defined]
        texts.append(section["title"])
        for row in section["rows"]:
            for each in (row["left"], row["right"]) if isinstance(row, dict) else (row,):
                texts += [each.heading, *each.paragraphs]
    for annex in data["annexes"]:  # type: ignore[attr-defined]
        texts += [annex["title"], *annex["paragraphs"]]
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in texts)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def run() -> None:
    library = load_library()
    sample = next(sample for sample in library.samples if sample.id == "bakery")
    answers = sample_answers(sample, library)
    with TemporaryDirectory() as folder:
        for form in form_names(library):
            path = Path(folder) / f"{form}.docx"
            template(path, paired=form == "both")
            data = context(make(library, answers, form))
            written = zipfile.ZipFile(io.BytesIO(write_word(make(library, answers, form), library)))
            parts = {name: written.read(name) for name in written.namelist() if name != "word/document.xml"}

            def ours(form: str = form) -> bytes:
                return write_word(make(library, answers, form), library)

            result = in_turn(ours, lambda path=path, data=data: by_template(path, data), ROUNDS)
            line(f"export {form}: assemble and write / docxtpl", *result, "aim 1.0 or less")
            result = in_turn(ours, lambda data=data, parts=parts: floor(data, parts), ROUNDS)
            line(f"export {form}: assemble and write / plain XML plus zip", *result, "floor")
