"""Making Word documents: which ones, which languages, which folder, and what came of it."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.core import forms
from desktop.export import Exported, business_name, file_name, folder_of, language_folders, planned
from desktop.i18n import Message, _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.documents.document_choice import DocumentChoice
from desktop.ui.documents.export_job import ExportJob, ExportOrder
from desktop.ui.documents.export_results import ExportResults
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.documents.newest_records import WantedRecords
from desktop.ui.documents.open_points import matter_for, open_points
from desktop.ui.documents.planned_files import PlannedFiles, notes_on
from desktop.ui.documents.records_note import RecordsNote
from desktop.ui.documents.usual_folder import usual_folder
from desktop.ui.editors.options import Tick
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.folders import ask_folder
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session

_FOLDER, _BY_LANGUAGE = "export_folder", "export_folders"
_LEVELS = 3
"""Layouts inside each other, from a row of the results to the dialog."""


class ExportDialog(Retranslated, QDialog):
    """Stays open until the owner closes it, so that the documents can be opened from it."""

    check_wanted = Signal()
    """The owner wants to see what keeps the policy from being ready."""

    def __init__(
        self,
        session: Session,
        wish: ExportWish | None = None,
        parent: QWidget | None = None,
        *,
        documents: str = "",
    ) -> None:
        """`documents` is the folder for documents that the owner chose in the settings, if any."""
        super().__init__(parent)
        offer_help(self, "export")
        wish = wish or ExportWish()
        self._session = session
        self._records = WantedRecords(session, wish.records)
        self._usual = usual_folder(session, documents)
        self._job: ExportJob | None = None
        self._title, self._forms_label, self._folder_label = QLabel(), QLabel(), QLabel()
        theme.look(self._title, "title")
        for label in (self._forms_label, self._folder_label):
            theme.look(label, "strong")
        self.planned = PlannedFiles()
        self.documents = DocumentChoice(session, wish)
        self.documents.changed.connect(self._choice_changed)
        self.records_note = RecordsNote(session)
        self.records_note.changed.connect(self._choice_changed)
        self.form_boxes = self._make_form_boxes(wish.forms)
        self.folders_by_language = Tick(compact=True)
        self.folders_by_language.setChecked(self._wants_folders(wish))
        self.folders_by_language.toggled.connect(self._choice_changed)
        self.folder_edit = QLineEdit(session.file.setting(_FOLDER) or str(self._usual))
        self.folder_edit.setReadOnly(True)
        self.folder_button = QPushButton()
        self.folder_button.setAutoDefault(False)
        self.folder_button.clicked.connect(self._ask_folder)
        self._open = self._told = ""
        self.gaps = Banner(closable=False)
        self.banner = Banner(closable=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.results = ExportResults()
        self.buttons = QDialogButtonBox()
        self.make_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.make_button.clicked.connect(self.make)
        self.stop_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.stop_button.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.retranslate()

    @property
    def folder(self) -> Path:
        """Where the documents go."""
        return Path(self.folder_edit.text())

    def set_folder(self, folder: Path) -> None:
        """Put the documents there."""
        self.folder_edit.setText(str(folder))
        self._choice_changed()

    def make(self) -> None:
        """Start making the documents, in the background."""
        if self._job is not None:
            return
        self.banner.clear()
        self.results.clear()
        session = self._session
        order = ExportOrder(
            session.library,
            session.answers,
            self.documents.chosen,
            self._forms(),
            self.folder,
            session.edition,
            session.today,
            self._folders(),
            self._records.of(self.documents.chosen),
        )
        job = ExportJob(order, self)
        job.progressed.connect(self._show_progress)
        job.written.connect(self._written)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._stopped)
        job.broken.connect(self._broken)
        job.finished.connect(self._finished)
        self._job = job
        self._show_progress(0, len(self._files()))
        self._show_state()
        job.start()

    def reject(self) -> None:
        """Stop what is being made; else close."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Make Word documents"))
        self._title.setText(_("Make Word documents"))
        self._forms_label.setText(_("In which language?"))
        for form, box in self.form_boxes.items():
            name = forms.form_names(self._session.library)[form]
            box.setText(_("Both, side by side") if form == forms.BOTH else name)
        self.folders_by_language.setText(_("A folder for each language"))
        label_control(self._folder_label, self.folder_edit, _("Into which folder?"))
        self.folder_button.setText(_("&Other folder…"))
        self.bar.setAccessibleName(_("Documents made"))
        self.make_button.setText(_("&Make documents"))
        self._open = open_points(self._session)
        self._show_state()

    def _show_state(self) -> None:
        """What can be done now."""
        busy = self._job is not None
        for widget in (
            self.documents,
            self.records_note,
            *self.form_boxes.values(),
            self.folders_by_language,
            self.folder_button,
        ):
            widget.setEnabled(not busy)
        self.gaps.action_button.setEnabled(not busy)
        self.bar.setVisible(busy)
        self._records.as_forms = self.records_note.forms_box.isChecked()
        self.records_note.show_records(self.documents.chosen, self._records.of(self.documents.chosen))
        files = self._files()
        self.make_button.setEnabled(not busy and bool(files))
        self.stop_button.setText(_("Stop") if busy else _("Close"))
        done = not self.results.isHidden()
        first = self.results.first_button if done else self.make_button
        first.setDefault(True)
        theme.look(first, "primary")
        theme.set_property(self.make_button, "look", "" if done else "primary")
        by_language = self.folders_by_language
        by_language.setVisible(len(self.documents.chosen) > 1 or by_language.isChecked())
        self.planned.setVisible(not done)
        notes = notes_on(self._session.library, self.documents.chosen, self._forms())
        self.planned.show_files(self.folder, files, notes)
        self._show_gaps()
        self._fit()

    def _wants_folders(self, wish: ExportWish) -> bool:
        """As the last time. Papers that were made into one folder, or in one form, need no others."""
        is_first = not self._session.copies.documents
        suggested = wish.folders_by_language and len(self._forms()) > 1 and is_first
        return suggested or bool(self._session.file.setting(_BY_LANGUAGE))

    def _files(self) -> list[Path]:
        """What will be there, below the folder."""
        library, name, folders = self._session.library, business_name(self._session.answers), self._folders()
        wanted, records = self._forms(), self._records.of(self.documents.chosen)
        return [
            Path(folder_of(form, wanted, folders)) / file_name(library, kind, form, name, records)
            for kind, form in planned(library, self.documents.chosen, wanted)
        ]

    def _folders(self) -> dict[str, str]:
        """Names of folders by form; none where everything goes into one."""
        return language_folders(self._session.library) if self.folders_by_language.isChecked() else {}

    def _forms(self) -> tuple[str, ...]:
        return tuple(form for form, box in self.form_boxes.items() if box.isChecked())

    def _choice_changed(self) -> None:
        self.banner.clear()
        self.results.clear()
        self._show_state()

    # what comes from another thread goes to slots: a lambda would run in that thread
    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setMaximum(total)
        self.bar.setValue(done)

    @Slot()
    def _stopped(self) -> None:
        self._say(message("Stopped. No document was written."), Severity.INFO)

    @Slot(object)
    def _written(self, exported: list[Exported]) -> None:
        with suppress(StoreError):  # only the next dialog would miss it
            # the usual folder is not noted: chosen otherwise in the settings, it counts for this file too
            self._session.file.set_setting(_FOLDER, "" if self.folder == self._usual else str(self.folder))
            self._session.file.set_setting(_BY_LANGUAGE, "yes" if self.folders_by_language.isChecked() else "")
            self.documents.remember()
        self._session.copies.note(exported)
        self.results.show_files(exported, self.folder)
        ready = message("The document is ready.") if len(exported) == 1 else message("The documents are ready.")
        self._say(ready, Severity.SUCCESS)

    @Slot(object)
    def _refused(self, reason: Message) -> None:
        self._say(reason, Severity.ERROR)
        self.folder_button.setFocus()

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        self._say(message("The documents could not be made. Your answers are safe."), Severity.ERROR)
        raise error  # on to the log and the dialog with details

    def _say(self, said: Message, severity: Severity) -> None:
        self.banner.say(said, severity)

    @Slot()
    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._show_state()
        if not self.results.isHidden():
            self.results.first_button.setFocus()
            for _level in range(_LEVELS):  # what just came has its place before it is looked for
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            for part in (self.results.last_button, self.results.first_button):  # what comes last matters most
                self._area.ensureWidgetVisible(part, 0, theme.SMALL)

    def _show_gaps(self) -> None:
        """Say what is open where that matters for what is chosen."""
        told = self._open if matter_for(self._session, self.documents.chosen) else ""
        if told == self._told:
            return
        self._told = told
        if not told:
            self.gaps.clear()
        else:
            self.gaps.say(told, Severity.INFO, (message("Show them"), self._show_them))

    def _show_them(self) -> None:
        self.reject()
        self.check_wanted.emit()

    def _ask_folder(self) -> None:
        if chosen := ask_folder(self, _("Into which folder?"), self.folder):
            self.set_folder(chosen)

    def _make_form_boxes(self, wanted: tuple[str, ...]) -> dict[str, Tick]:
        chosen = wanted or (forms.chosen_form(self._session.library, self._session.facts),)
        boxes: dict[str, Tick] = {}
        for form in forms.form_names(self._session.library):
            box = Tick(compact=True)
            box.setChecked(form in chosen)
            box.toggled.connect(self._choice_changed)
            boxes[form] = box
        return boxes

    def _lay_out(self) -> None:
        self.setMinimumWidth(620)
        row = QHBoxLayout()
        row.addWidget(self.folder_edit, 1)
        row.addWidget(self.folder_button)
        self._body = QWidget()
        theme.look(self._body, "clear")
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self._title)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.gaps)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.documents)
        layout.addWidget(self.records_note)
        layout.addSpacing(theme.MEDIUM)
        layout.addWidget(self._forms_label)
        for box in self.form_boxes.values():
            layout.addWidget(box)
        layout.addSpacing(theme.MEDIUM)
        layout.addWidget(self._folder_label)
        layout.addLayout(row)
        layout.addWidget(self.folders_by_language)
        layout.addSpacing(theme.MEDIUM)
        layout.addWidget(self.planned)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addWidget(self.results)
        layout.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.LARGE)
        whole.setSpacing(theme.MEDIUM)
        whole.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.HUGE, 0, theme.HUGE, 0)
        foot.addWidget(self.buttons)
        whole.addLayout(foot)

    def _fit(self) -> None:
        """Be as high as the words need, or as the screen allows; a dialog does not ask wrapped lines by itself."""
        width = max(self.width(), self.minimumWidth())
        layout = self._body.layout()
        layout.activate()
        wanted = layout.totalHeightForWidth(width) + self.buttons.sizeHint().height() + theme.MEDIUM + theme.LARGE
        self.resize(width, min(max(wanted, self.height()), int(self.screen().availableSize().height() * 0.92)))
