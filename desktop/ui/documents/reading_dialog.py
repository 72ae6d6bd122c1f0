"""Reading a document in the window, and what can be done with it then."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core import forms
from desktop.core.bilingual import SideBySide
from desktop.core.document import Document, Drawing
from desktop.core.reference import DocumentKind
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.documents.chart_reader import ChartReader
from desktop.ui.documents.drawings import drawings
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.documents.newest_records import newest_records
from desktop.ui.documents.reading_actions import Reading, ReadingAction, reading_actions
from desktop.ui.documents.reading_paper import ReadingPaper
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.flow import FlowLayout
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session


class ReadingDialog(Retranslated, QDialog):
    """The whole document on paper; its chart, where it has one, comes first and larger."""

    export_wanted = Signal(object)
    """An `ExportWish`: the owner wants it as a Word file."""

    def __init__(self, session: Session, kind: DocumentKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "reading")
        self._session, self._kind = session, kind
        self._records = newest_records(session, (kind.id,))
        self._title_label, self._form_label = QLabel(), QLabel()
        theme.look(self._title_label, "heading")
        self._title_label.setWordWrap(True)
        self.form_box = CalmComboBox()
        self.form_box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        for form in kind.languages:
            self.form_box.addItem("", form)
        self.form_box.setCurrentIndex(max(self.form_box.findData(session.form), 0))
        self.form_box.currentIndexChanged.connect(lambda _index: self._show_document())
        self.paper, self.charts = ReadingPaper(), ChartReader()
        self.views = QStackedWidget()
        self.views.addWidget(self.charts)
        self.views.addWidget(self.paper)
        self.chart_button, self.paper_button = QPushButton(), QPushButton()
        self._make_switch()
        self.word_button = QPushButton()
        theme.look(self.word_button, "primary")
        self.word_button.setIcon(theme.icon("export", "on_accent"))
        self.word_button.clicked.connect(self._make_word)
        self.action_buttons = [self._button(action) for action in reading_actions(kind)]
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        for button in (self.word_button, self.close_button, *(button for button, _action in self.action_buttons)):
            button.setAutoDefault(False)
        self._lay_out()
        self._show_document()
        self.retranslate()
        (self.paper if self.views.currentWidget() is self.paper else self.form_box).setFocus()

    @property
    def form(self) -> str:
        """The form that is shown."""
        return str(self.form_box.currentData())

    @property
    def reading(self) -> Reading:
        """What is on the screen."""
        return Reading(self._session, self._kind, self.form, self, self._records)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words around the document."""
        title = words(self._kind.title)
        self.setWindowTitle(title)
        self._title_label.setText(title)
        label_control(self._form_label, self.form_box, _("Document language"))
        names = forms.form_names(self._session.library)
        for index, form in enumerate(self._kind.languages):
            self.form_box.setItemText(index, _("Both, side by side") if form == forms.BOTH else names[form])
        self.chart_button.setText(_("Chart"))
        self.paper_button.setText(_("Whole document"))
        self.paper.setAccessibleName(title)
        self.word_button.setText(_("Make Word document…"))
        for button, action in self.action_buttons:
            button.setText(action.words())
        self.close_button.setText(_("Close"))

    def _show_document(self) -> None:
        session = self._session
        document = forms.make_settled(
            session.settled, self.form, session.edition, self._kind.id, session.today, self._records
        )
        self.paper.show_document(document, session.answers.look)
        charts = _charts(document, session)
        self.charts.show_charts(charts)
        for button in (self.chart_button, self.paper_button):
            button.setVisible(bool(charts))
        if not charts:
            self.paper_button.setChecked(True)
        self._show_view()

    def _show_view(self) -> None:
        self.views.setCurrentWidget(self.charts if self.chart_button.isChecked() else self.paper)

    def _make_word(self) -> None:
        wish = ExportWish((self._kind.id,), (self.form,))
        self.accept()
        self.export_wanted.emit(wish)

    def _button(self, action: ReadingAction) -> tuple[QPushButton, ReadingAction]:
        button = QPushButton()
        button.setIcon(theme.icon(action.icon))
        button.clicked.connect(lambda: action.run(self.reading))
        return button, action

    def _make_switch(self) -> None:
        group = QButtonGroup(self)
        for button, name in ((self.chart_button, "first_segment"), (self.paper_button, "last_segment")):
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", "true")
            button.setObjectName(name)
            group.addButton(button)
            button.clicked.connect(self._show_view)
        self.chart_button.setChecked(True)

    def _lay_out(self) -> None:
        self.setMinimumSize(620, 420)
        room = (self.parentWidget() or self).screen().availableSize()
        self.resize(min(900, int(room.width() * 0.92)), int(room.height() * 0.86))
        head = QFrame()
        theme.look(head, "bar")
        top = QVBoxLayout(head)
        top.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        top.setSpacing(theme.SMALL)
        top.addWidget(self._title_label)
        languages = _in_a_row(theme.SMALL, self._form_label, self.form_box)
        languages.setVisible(len(self._kind.languages) > 1)
        choices = FlowLayout()
        choices.add(_in_a_row(0, self.chart_button, self.paper_button), languages)
        top.addLayout(choices)
        actions = FlowLayout(last_right=True)
        actions.add(self.word_button, *(button for button, _action in self.action_buttons), self.buttons)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        foot.addLayout(actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.views, 1)
        column.addLayout(foot)


def _in_a_row(spacing: int, *widgets: QWidget) -> QWidget:
    """Controls that stay together."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def _charts(document: Document | SideBySide, session: Session) -> tuple[tuple[str, Drawing], ...]:
    """The charts with the names of their languages where there are two."""
    if isinstance(document, Document):
        return tuple(("", chart) for chart in drawings(document))
    sides = (document.left, document.right)
    names = session.library.language
    return tuple((names[side.language].name, chart) for side in sides for chart in drawings(side))
