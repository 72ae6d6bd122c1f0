"""The ways from a document that is read to a copy of it: PDF, print, pictures for telephones, a page a person."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.core import forms
from desktop.i18n import _, message
from desktop.ui.copies.copy_dialog import CopyDialog
from desktop.ui.copies.copy_job import Cancelled, CopyOrder
from desktop.ui.copies.places import base_name, remember_folder, usual_folder
from desktop.ui.files.folders import ask_folder, nearest

if TYPE_CHECKING:
    from desktop.ui.documents.reading_actions import Reading

_PDF = ".pdf"


def make_pdf(reading: "Reading") -> None:
    """Ask for a file and write the reading copy there."""
    session, kind, form, records = reading.session, reading.kind, reading.form, reading.records
    proposed = nearest(usual_folder(session)) / f"{base_name(session, kind, form, records)}{_PDF}"
    name, _filter = QFileDialog.getSaveFileName(
        reading.window, _("Save the reading copy"), str(proposed), "{} (*.pdf)".format(_("PDF files"))
    )
    if not name:
        return
    target = Path(name) if name.lower().endswith(_PDF) else Path(name + _PDF)
    settled, edition, today, library = session.settled, session.edition, session.today, session.library

    def work(cancelled: Cancelled) -> list[Path]:
        from desktop.ui.copies.paper import write_pdf

        document = forms.make_settled(settled, form, edition, kind.id, today, records)
        return [write_pdf(document, library, settled.facts.answers.look, target, cancelled)]

    remember_folder(session, target.parent)
    order = CopyOrder(
        work,
        message("The reading copy is being made…"),
        message("The reading copy is ready."),
        target.parent,
        (target,),
    )
    _begin(CopyDialog(lambda: _("Reading copy (PDF)"), order, reading.window))


def make_pictures(reading: "Reading") -> None:
    """Ask for a folder and write the pictures for telephones there: each language of its own."""
    session, kind = reading.session, reading.kind
    languages = tuple(kind.languages) if reading.form == forms.BOTH else (reading.form,)
    languages = tuple(language for language in languages if language != forms.BOTH)
    folder = ask_folder(reading.window, _("Into which folder shall the pictures go?"), usual_folder(session))
    if folder is None:
        return
    settled, edition, today = session.settled, session.edition, session.today
    names = {language: base_name(session, kind, language) for language in languages}

    def work(cancelled: Cancelled) -> list[Path]:
        from desktop.ui.copies.telephone import telephone_document, write_phone

        made: list[Path] = []
        for language, name in names.items():
            document = telephone_document(settled, kind, language, edition, today)
            made += write_phone(document, settled.facts.answers.look, name, folder, cancelled)
        return made

    remember_folder(session, folder)
    order = CopyOrder(
        work,
        message("The pictures are being made…"),
        message("The pictures are ready, and a PDF file with the same pages. Send them as they are."),
        folder,
    )
    _begin(CopyDialog(lambda: _("Picture for telephones"), order, reading.window))


def print_copy(reading: "Reading") -> None:
    """Ask for a printer and print the reading copy."""
    from desktop.ui.copies.printing import ask_printer

    ask_printer(reading, _begin)


def make_person_pages(reading: "Reading") -> None:
    """Offer the form once for each person."""
    from desktop.ui.copies.person_pages_dialog import PersonPagesDialog

    dialog = PersonPagesDialog(reading.session, reading.kind, reading.form, reading.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _begin(dialog: CopyDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.begin()
