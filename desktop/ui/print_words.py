"""Qt's own words in the print dialog, which Linux has no other one for. See `desktop.ui.qt_words`."""

from desktop.i18n import message

_PRINTER = (
    message("&Print"),
    message("Print"),
    message("&Options >>"),
    message("&Options <<"),
    message("Printer"),
    message("&Name:"),
    message("P&roperties"),
    message("Location:"),
    message("Preview"),
    message("Type:"),
    message("Output &file:"),
    message("Print to File (PDF)"),
    message("Local file"),
    message("Write PDF file"),
)
_OPTIONS = (
    message("Copies"),
    message("Copies:"),
    message("Collate"),
    message("Reverse"),
    message("Options"),
    message("Print range"),
    message("Print all"),
    message("Pages from"),
    message("to"),
    message("Pages"),
    message("Current Page"),
    message("Selection"),
    message(
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
        "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
    ),
    message("Page &Set:"),
    message("All Pages"),
    message("Odd Pages"),
    message("Even Pages"),
    message("Output Settings"),
    message("Color Mode"),
    message("Color"),
    message("Grayscale"),
    message("Double Sided Printing"),
    message("Off"),
    message("Long side binding"),
    message("Short side binding"),
)
_PAPER = (
    message("Printer Properties"),
    message("Job Options"),
    message("Page"),
    message("Advanced"),
    message("Paper"),
    message("Page size:"),
    message("Custom"),
    message("Width:"),
    message("Height:"),
    message("Paper source:"),
    message("Orientation"),
    message("Portrait"),
    message("Landscape"),
    message("Reverse landscape"),
    message("Reverse portrait"),
    message("Margins"),
    message("top margin"),
    message("bottom margin"),
    message("left margin"),
    message("right margin"),
    message("Page Layout"),
    message("Pages &per sheet:"),
    message("Page &order:"),
    message("Millimeters (mm)"),
    message("Inches (in)"),
    message("Points (pt)"),
    message("There are conflicts in some options. Please fix them."),
)

PRINT_WORDS = (*_PRINTER, *_OPTIONS, *_PAPER)
"""The words of the dialog and of the one for the printer's properties, but for names of paper and of jobs."""
