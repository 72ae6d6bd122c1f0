"""Writing: the wording of a clause in every language side by side, or a clause of the owner's own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.core.selection import library_wording, wording_of
from desktop.core.text import Language, Text, side
from desktop.core.validate import AnswerError
from desktop.i18n import Message, _, message
from desktop.render.html import clause_alone
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.clauses.language_column import LanguageColumn
from desktop.ui.clauses.own_place import OwnPlace
from desktop.ui.clauses.pick_dialog import Pick, PickDialog
from desktop.ui.clauses.picks import answer_picks, clause_picks
from desktop.ui.clauses.reading import Draft, faults, printed
from desktop.ui.clauses.rich_label import RichLabel
from desktop.ui.clauses.wording_panel import paper_style
from desktop.ui.clauses.wording_words import can_write, place_of, words_of_clause
from desktop.ui.faults import Banner, Severity
from desktop.ui.flow import FlowLayout
from desktop.ui.reasons import title_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
