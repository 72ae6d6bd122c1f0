"""Which documents to make: named in a line, with a list behind a button to choose others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.forms import POLICY, applying
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_SETTING = "export_documents"
_USUAL = (POLICY, "privacy-notice")
"""Made until the owner chose otherwise: what a firm hands out."""

_NAMED = 4
"""Documents that are named before the rest is only counted."""

_HIGH = 190
"""Height of the list, in pixels; it scrolls."""

_CHECKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class DocumentChoice(Retranslated, QWidget):
    """The documents that apply, in the order of the library."""

    changed = Signal()

    def __init__(self, session: Session, wish: ExportWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._for_once = wish.for_once
        self._kinds = applying(session.settled)
        self._label, self.summary_label = QLabel(), QLabel()
        theme.look(self._label, "strong")
        self.summary_label.setWordWrap(True)
        self.summary_label.setTextFormat(Qt.TextFormat.PlainText)
        self.change_button = QPushButton()
        self.change_button.setCheckable(True)
        self.change_button.setAutoDefault(False)
        self.list = QListWidget()
        self.list.setObjectName("document_list")
        self.list.setFixedHeight(_HIGH)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.list.hide()
        chosen = wish.documents or self._remembered()
        for kind in self._kinds:
            item = QListWidgetItem()
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if kind.id in chosen else _OPEN)
            self.list.addItem(item)
        self.change_button.toggled.connect(self._show_list)
        self.list.itemChanged.connect(self._follow)
        self._lay_out()
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the documents to make."""
        states = (self.list.item(row).checkState() for row in range(self.list.count()))
        return tuple(kind.id for kind, state in zip(self._kinds, states, strict=True) if state == _CHECKED)

    def choose(self, *documents: str) -> None:
        """Choose these and no others."""
        self.list.blockSignals(True)
        for row, kind in enumerate(self._kinds):
            self.list.item(row).setCheckState(_CHECKED if kind.id in documents else _OPEN)
        self.list.blockSignals(False)
        self._follow()

    def remember(self) -> None:
        """Keep the choice with the file. Raises `StoreError`."""
        if not self._for_once:
            self._session.file.set_setting(_SETTING, " ".join(self.chosen))

    def retranslate(self) -> None:
        """Set the words."""
        self._label.setText(_("Which documents?"))
        self.list.setAccessibleName(_("Which documents?"))
        self.list.blockSignals(True)
        for row, kind in enumerate(self._kinds):
            self.list.item(row).setText(words(kind.title))
            self.list.item(row).setToolTip(words(kind.purpose))
        self.list.blockSignals(False)
        self._name()

    def _name(self) -> None:
        titles = [words(kind.title) for kind in self._kinds if kind.id in self.chosen]
        more = len(titles) - _NAMED
        if more > 1:  # one more takes no more room than to say so
            named = ", ".join(titles[:_NAMED])
            self.summary_label.setText(_("{documents} and {count} more", documents=named, count=more))
        else:
            self.summary_label.setText(", ".join(titles) or _("None yet"))
        is_open = self.change_button.isChecked()
        self.change_button.setText(_("Close the list") if is_open else _("C&hoose others…"))
        self.change_button.setAccessibleDescription(self.summary_label.text())

    def _show_list(self, is_open: bool) -> None:
        self.list.setVisible(is_open)
        self._name()
        if is_open:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self.changed.emit()

    def _follow(self) -> None:
        self._name()
        self.changed.emit()

    def _remembered(self) -> tuple[str, ...]:
        before = self._session.file.setting(_SETTING).split()
        known = {kind.id for kind in self._kinds}
        return tuple(name for name in before if name in known) or _USUAL

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.summary_label, 1)
        row.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.list)
