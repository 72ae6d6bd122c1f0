"""The acknowledgement form as one page a person, with the names filled in: whose names, and where it goes."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.core import forms
from desktop.core.answers import Person
from desktop.core.each_person import named
from desktop.core.fingerprint import fingerprint
from desktop.core.reference import DocumentKind
from desktop.export import Exported, business_name, export_documents, file_name
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.content_words import person_words, words
from desktop.ui.copies.copy_dialog import CopyDialog
from desktop.ui.copies.copy_job import Cancelled, CopyOrder
from desktop.ui.copies.places import remember_folder, usual_folder
from desktop.ui.documents.planned_files import PlannedFiles
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Tick
from desktop.ui.files.folders import ask_folder
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session


class PersonPagesDialog(Retranslated, QDialog):
    """The people of the register are ticked; further names are typed or pasted, one a line."""

    def __init__(self, session: Session, kind: DocumentKind, form: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "documents")
        self._session, self._kind = session, kind
        self.result_dialog: CopyDialog | None = None
        self._title_label, self._intro_label, self._people_label = QLabel(), QLabel(), QLabel()
        self._more_label, self._form_label, self._folder_label = QLabel(), QLabel(), QLabel()
        theme.look(self._title_label, "title")
        theme.look(self._intro_label, "muted")
        self._intro_label.setWordWrap(True)
        for label in (self._people_label, self._more_label, self._form_label, self._folder_label):
            theme.look(label, "strong")
        self._people = tuple(session.answers.people.values())
        self.boxes = [self._tick() for _person in self._people]
        self.names_edit = QPlainTextEdit()
        self.names_edit.setTabChangesFocus(True)
        self.names_edit.textChanged.connect(self._show_state)
        self.form_box = CalmComboBox()
        for each in kind.languages:
            self.form_box.addItem("", each)
        self.form_box.setCurrentIndex(max(self.form_box.findData(form), 0))
        self.form_box.currentIndexChanged.connect(self._show_state)
        self.folder_edit = QLineEdit(str(usual_folder(session) / _("One page a person")))
        self.folder_edit.setReadOnly(True)
        self.folder_button = QPushButton()
        self.folder_button.clicked.connect(self._ask_folder)
        self.planned = PlannedFiles()
        self.buttons = QDialogButtonBox()
        self.make_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        theme.look(self.make_button, "primary")
        self.make_button.clicked.connect(self.make)
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        for button in (self.folder_button, self.make_button, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.retranslate()
        (self.boxes[0] if self.boxes else self.names_edit).setFocus()

    @property
    def people(self) -> tuple[Person, ...]:
        """Those who get a page: the ticked ones, then those whose names were typed."""
        ticked = [person for person, box in zip(self._people, self.boxes, strict=True) if box.isChecked()]
        typed = named([*map(_name_in, self.names_edit.toPlainText().splitlines())], self._people)
        return (*ticked, *(person for person in typed if person not in ticked))

    @property
    def form(self) -> str:
        """A language id or "both"."""
        return str(self.form_box.currentData())

    @property
    def folder(self) -> Path:
        """Where the file goes."""
        return Path(self.folder_edit.text())

    def set_folder(self, folder: Path) -> None:
        """Put the file there."""
        self.folder_edit.setText(str(folder))
        self._show_state()

    def make(self) -> None:
        """Make the Word file, in the background."""
        session, folder, form, people = self._session, self.folder, self.form, self.people
        library, answers, edition, today = session.library, session.answers, session.edition, session.today

        def work(cancelled: Cancelled) -> list[Path]:
            made = export_documents(
                library,
                answers,
                [self._kind.id],
                [form],
                folder,
                edition,
                cancelled=cancelled,
                today=today,
                people=people,
            )
            return [each.path for each in made]

        remember_folder(session, folder.parent)
        order = CopyOrder(
            work,
            message("The forms are being made…"),
            message("The forms are ready: {count} pages with names.", count=len(people)),
            folder,
            (folder / self._file,),
        )
        self.result_dialog = CopyDialog(lambda: _("One page a person"), order, self)
        self.result_dialog.finished.connect(self._closed)
        self.result_dialog.begin()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As wide as its widest line, which is known once the letters are."""
        super().showEvent(event)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = self._area.widget().minimumSizeHint().width() + bar
        self.setMinimumWidth(max(self.minimumWidth(), min(needed, int(self.screen().availableSize().width() * 0.9))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("One page a person"))
        self._title_label.setText(words(self._kind.title))
        self._intro_label.setText(
            _("Makes one Word file with a page for each person. The name, and the role where it is known, stand in it.")
        )
        self._people_label.setText(_("Whose names?"))
        for person, box in zip(self._people, self.boxes, strict=True):
            box.setText(person_words(person))
        hint = _("You can paste a list from Word or Excel.")
        label_control(self._more_label, self.names_edit, _("Further names, one a line"), hint)
        self.names_edit.setPlaceholderText(hint)
        label_control(self._form_label, self.form_box, _("Document language"))
        names = forms.form_names(self._session.library)
        for index, form in enumerate(self._kind.languages):
            self.form_box.setItemText(index, _("Both, side by side") if form == forms.BOTH else names[form])
        label_control(self._folder_label, self.folder_edit, _("Into which folder?"))
        self.folder_button.setText(_("&Other folder…"))
        self.close_button.setText(_("Close"))
        self._show_state()

    @property
    def _file(self) -> str:
        return file_name(self._session.library, self._kind, self.form, business_name(self._session.answers))

    def _show_state(self) -> None:
        count = len(self.people)
        self.make_button.setEnabled(bool(count))
        self.make_button.setText(_("&Make {count} pages", count=count) if count else _("Choose at least one person"))
        self.planned.show_files(self.folder, [Path(self._file)] if count else [])

    def _tick(self) -> Tick:
        box = Tick(compact=True)
        box.setChecked(True)
        box.toggled.connect(self._show_state)
        return box

    def _ask_folder(self) -> None:
        if chosen := ask_folder(self, _("Into which folder?"), self.folder):
            self.set_folder(chosen)

    def _closed(self) -> None:
        """Nothing is left to do once the file is made."""
        made = self.result_dialog.files if self.result_dialog is not None else ()
        if made:
            self._note(made[0])
        if self.result_dialog is not None:
            self.result_dialog.deleteLater()
            self.result_dialog = None
        if made:
            self.accept()

    def _note(self, path: Path) -> None:
        """The form with names is a copy of the form; it is out of date when the form without names would be."""
        session, kind, form = self._session, self._kind.id, self.form
        document = forms.make_settled(session.settled, form, session.edition, kind, session.today)
        mark = fingerprint(document, session.answers.look)
        session.copies.note([Exported(kind, form, path, 0.0, fingerprint=mark)])

    def _lay_out(self) -> None:
        self.setMinimumSize(520, 480)
        rows: Iterable[QWidget] = (
            *(self._title_label, self._intro_label, self._people_label, *self.boxes),
            *(self._more_label, self.names_edit, self._form_label, self.form_box, self._folder_label),
        )
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, 0)
        column.setSpacing(theme.SMALL)
        for widget in rows:
            column.addWidget(widget)
        self._people_label.setVisible(bool(self.boxes))
        self.names_edit.setFixedHeight(110)
        folder = QHBoxLayout()
        folder.addWidget(self.folder_edit, 1)
        folder.addWidget(self.folder_button)
        column.addLayout(folder)
        column.addSpacing(theme.SMALL)
        column.addWidget(self.planned)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.LARGE)
        whole.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.HUGE, 0, theme.HUGE, 0)
        foot.addWidget(self.buttons)
        whole.addLayout(foot)
        room = (self.parentWidget() or self).screen().availableSize()
        self.resize(620, min(int(room.height() * 0.86), 720))


def _name_in(line: str) -> str:
    """The name in a line that may be a row of a table: its first cell with letters."""
    return next((cell for cell in line.split("\t") if any(map(str.isalpha, cell))), "")
