"""Printing reading copies. The print dialog and its library are loaded when somebody prints."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QDialog

from desktop.core import forms
from desktop.export import business_name
from desktop.i18n import _, message
from desktop.ui.content_words import words
from desktop.ui.copies.copy_dialog import CopyDialog
from desktop.ui.copies.copy_job import Cancelled, CopyOrder, PrinterError
from desktop.ui.copies.places import base_name, usual_folder
from desktop.ui.files.folders import nearest

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.ui.documents.reading_actions import Reading


def ask_printer(reading: "Reading", begin: Callable[[CopyDialog], None]) -> None:
    """Show the print dialog of the system; what follows is shown in a dialog that is given to `begin`."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    session, kind, records = reading.session, reading.kind, reading.records
    settled, form, edition, today = session.settled, reading.form, session.edition, session.today
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, f"{words(kind.title)} - {business_name(session.answers)}", landscape=kind.landscape)
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:  # there is no printer: the dialog asks for a file
        name = f"{base_name(session, kind, reading.form, records)}.pdf"
        printer.setOutputFileName(str(nearest(usual_folder(session)) / name))
    dialog = QPrintDialog(printer, reading.window)
    dialog.setWindowTitle(_("Print"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    library, look = session.library, session.answers.look

    def work(cancelled: Cancelled) -> list[Path]:
        from desktop.ui.copies.paper import lay_out_copy, paint_copy

        document = forms.make_settled(settled, form, edition, kind.id, today, records)
        copy = lay_out_copy(document, library, look)
        if not paint_copy(copy, printer, wanted_pages(printer, len(copy.pages)), cancelled):
            raise PrinterError
        return [Path(printer.outputFileName())] if printer.outputFileName() else []

    def print_it() -> None:
        to_file = message("The reading copy was printed to a file.")
        to_printer = message("The reading copy was sent to the printer.")
        order = CopyOrder(
            work,
            message("The reading copy is being printed…"),
            to_file if printer.outputFileName() else to_printer,
            Path(printer.outputFileName()).parent,
        )
        begin(CopyDialog(lambda: _("Print"), order, reading.window))

    dialog.accepted.connect(print_it)
    QDialog.open(dialog)  # the method of the same name takes a receiver


def prepare(printer: "QPrinter", name: str, *, landscape: bool) -> None:
    """Propose A4, the way the document lies, and a name for the print."""
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    lies = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lies)
    printer.setFullPage(True)  # the copy has margins of its own


def wanted_pages(printer: "QPrinter", pages: int) -> Sequence[int]:
    """The pages that were asked for, as often as the printer does not repeat them by itself."""
    first, last = 1, pages
    if printer.printRange() == printer.PrintRange.PageRange:
        first = max(1, printer.fromPage())
        last = min(printer.toPage() or pages, pages)
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return list(range(first, last + 1)) * copies
