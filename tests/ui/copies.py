"""What the tests of copies have in common: documents, and reading PDF files back."""

import re
import shutil
import subprocess
from dataclasses import fields, is_dataclass

from desktop.content.answers_file import sample_answers
from desktop.core import forms
from desktop.core.assemble import settle
from desktop.core.document import Drawing, Run
from desktop.core.look import Look
from desktop.ui.copies.paper import lay_out_copy

_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")


def answers_of(library, sample):
    return sample_answers(next(each for each in library.samples if each.id == sample), library)


def document_of(library, sample, name, form, **changes):
    return forms.make(library, answers_of(library, sample), form, document=name, **changes)


def every_document(library, sample):
    """Each document in each of its forms."""
    answers = answers_of(library, sample)
    for kind in forms.applying(settle(library, answers)):
        for form in kind.languages:
            yield kind, form, forms.make(library, answers, form, document=kind.id)


def copy_of(library, sample, name, form, look=None):
    return lay_out_copy(document_of(library, sample, name, form), library, look or Look())


def text_of(path):
    """The words of a PDF file without spaces, where they can be read back here; else None."""
    if shutil.which("pdftotext") is None:
        return None
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True)
    return squeezed(done.stdout.decode("utf-8"))


def squeezed(text):
    """Lines end anywhere, and a hyphen at the end of one is left out when it is read back."""
    return re.sub(r"[\s\-\u00ad\u2010]+", "", text)


def page_count(data):
    return len(_ONE_PAGE.findall(data))


def title_of(data):
    """The title a PDF file gives of itself."""
    found = re.search(rb"/Title\s*\((.*?)(?<!\\)\)\s*/", data, re.DOTALL)
    raw = re.sub(rb"\\(.)", rb"\1", found[1], flags=re.DOTALL)
    return raw.decode("utf-16") if raw.startswith((b"\xfe\xff", b"\xff\xfe")) else raw.decode("latin-1")


def runs_in(value):
    """The text of every run of a document that is printed."""
    match value:
        case Run(text=text):
            yield text
        case Drawing(shapes=shapes):
            yield from runs_in(shapes)
        case tuple():
            for each in value:
                yield from runs_in(each)
        case _ if is_dataclass(value):
            for each in fields(value):
                yield from runs_in(getattr(value, each.name))
