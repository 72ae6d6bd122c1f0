"""Title and text of a clause in one language, with what is to be said about them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.reference import LanguageInfo
from desktop.core.text import printable
from desktop.i18n import Message, _
from desktop.ui import theme
from desktop.ui.clauses.difference_text import DifferenceText
from desktop.ui.clauses.reading import hints
from desktop.ui.clauses.wording_field import WordingField
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class LanguageColumn(Retranslated, QWidget):
    """Keeps nothing itself; `title` and `body` are what is written."""

    edited = Signal()
    entered = Signal()
    """The focus came to one of the fields."""
    looked_at = Signal()
    """The owner read it and says that it still says the same."""

    def __init__(self, session: Session, language: LanguageInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.language = session, language
        self._fault: Message | None = None
        self._original: tuple[str, str] | None = None
        self._name_label, self._title_label, self._text_label = QLabel(language.name), QLabel(), QLabel()
        theme.look(self._name_label, "strong")
        self.title_edit, self.text_edit = QLineEdit(), WordingField(session)
        self.in_use: QLineEdit | WordingField = self.text_edit
        """The field that had the focus last."""
        self._make_look_panel()
        self.fault_label, self.hint_label, self.empty_label = QLabel(), QLabel(), QLabel()
        theme.look(self.fault_label, "error")
        for label in (self._title_label, self._text_label, self.hint_label, self.empty_label):
            theme.look(label, "small")
        for label in (self._look_label, self.fault_label, self.hint_label, self.empty_label):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._original_label, self.original_text = QLabel(), DifferenceText()
        theme.look(self._original_label, "strong")
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def title(self) -> str:
        """The title that is written."""
        return printable(self.title_edit.text()).strip()

    @property
    def body(self) -> str:
        """The text that is written."""
        return printable(self.text_edit.toPlainText()).strip()

    @property
    def fault(self) -> Message | None:
        """What is said to be wrong."""
        return self._fault

    def show_words(self, title: str, body: str) -> None:
        """Put other words in; Ctrl+Z takes them out again."""
        if self.title != title.strip():
            self.title_edit.selectAll()
            self.title_edit.insert(title.strip())
        if self.body != body.strip():
            self.text_edit.replace_all(body.strip())

    def begin_with(self, title: str, body: str) -> None:
        """Show the words the owner begins with; there is nothing to take back."""
        self.title_edit.setText(title.strip())
        self.text_edit.setPlainText(body.strip())
        self.title_edit.setCursorPosition(0)

    def allow(self, *, writing: bool) -> None:
        """Whether the words can be changed, or only read."""
        self.title_edit.setReadOnly(not writing)
        self.text_edit.setReadOnly(not writing)

    def ask_to_look(self, *, wanted: bool) -> None:
        """Whether nobody has looked at this language since another was changed."""
        self.look_panel.setVisible(wanted)

    def say_fault(self, reason: Message | None) -> None:
        """Say what is wrong with these words, or that nothing is."""
        self._fault = reason
        self._show_fault()

    def show_original(self, original: tuple[str, str] | None) -> None:
        """Show the words of the library, with what was changed; None hides them."""
        self._original = original
        self._original_label.setVisible(original is not None)
        self.original_text.setVisible(original is not None)
        self._compare()

    def point_out(self, *, alone: bool) -> None:
        """Say what the owner should know about these words. `alone`: only another language is written."""
        self.empty_label.setVisible(alone)
        told = hints(self._session, self.title, self.body, self.language.id)
        head = _("This may reach too far:")
        self.hint_label.setText("\n".join((head, *told)) if told else "")
        self.hint_label.setVisible(bool(told))
        self._compare()

    def retranslate(self) -> None:
        """Set the words."""
        name = self.language.name
        label_control(self._title_label, self.title_edit, _("Title"))
        label_control(self._text_label, self.text_edit, _("Text"))
        self.title_edit.setAccessibleName(_("Title in {language}", language=name))
        self.text_edit.setAccessibleName(_("Text in {language}", language=name))
        self.text_edit.setPlaceholderText(_("Write as you would say it. An empty line begins a new paragraph."))
        self._look_label.setText(
            _("The other language was changed after this one. Read it beside; if it still says the same:")
        )
        self.looked_button.setText(_("It still says the same"))
        self.looked_button.setAccessibleDescription(name)
        self.empty_label.setText(
            _(
                "Nothing is written here: documents in {language} print the other words in square brackets.",
                language=name,
            )
        )
        self._original_label.setText(_("Compared with the original"))
        self.original_text.setAccessibleName(_("Compared with the original, in {language}", language=name))
        self._show_fault()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice the focus on the title."""
        if event.type() == QEvent.Type.FocusIn and watched is self.title_edit:
            self._use(self.title_edit)
        return super().eventFilter(watched, event)

    def _use(self, field: QLineEdit | WordingField) -> None:
        self.in_use = field
        self.entered.emit()

    def _show_fault(self) -> None:
        told = f"{self.language.name}: {self._fault}" if self._fault else ""
        self.fault_label.setText(told)
        self.fault_label.setVisible(bool(told))
        self.text_edit.setAccessibleDescription(told)

    def _compare(self) -> None:
        if self._original is not None:
            self.original_text.compare(self._original, (self.title, self.body))

    def _make_look_panel(self) -> None:
        self.look_panel, self._look_label, self.looked_button = QFrame(), QLabel(), QPushButton()
        theme.look(self.look_panel, "note")
        self.looked_button.setAutoDefault(False)
        inner = QVBoxLayout(self.look_panel)
        inner.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        inner.setSpacing(theme.SMALL)
        inner.addWidget(self._look_label)
        inner.addWidget(self.looked_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.title_edit.textChanged.connect(self.edited)
        self.text_edit.textChanged.connect(self.edited)
        self.title_edit.installEventFilter(self)
        self.text_edit.entered.connect(lambda: self._use(self.text_edit))
        self.looked_button.clicked.connect(self.looked_at)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self._name_label)
        column.addWidget(self.look_panel)
        column.addWidget(self._title_label)
        column.addWidget(self.title_edit)
        column.addWidget(self._text_label)
        column.addWidget(self.fault_label)
        column.addWidget(self.text_edit, 1)
        self.fault_label.hide()
        for widget in (self.hint_label, self.empty_label, self._original_label, self.original_text):
            widget.hide()
            column.addWidget(widget)
        self.look_panel.hide()
