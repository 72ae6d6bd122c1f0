"""What stands above the preview: the language of the document, its size, and what else can be done with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QSizePolicy, QSpacerItem, QToolButton, QWidget

from desktop.core import forms
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.preview.zoom_control import ZoomControl
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session


class PreviewBar(Retranslated, QFrame):
    """Where there is little room, what is needed less often stands in the menu alone."""

    form_chosen = Signal(str)
    """A language, or both."""
    list_toggled = Signal(bool)
    find_wanted = Signal()
    marks_wanted = Signal()
    clear_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, session: Session, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.look(self, "bar")
        self._session = session
        self._label = QLabel()
        theme.look(self._label, "small")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.form_box = CalmComboBox()
        self.form_box.setMinimumContentsLength(9)
        self.form_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form_box.setMaximumWidth(theme.scaled(240))
        for form in forms.form_names(session.library):
            self.form_box.addItem("", form)
        self.form_box.activated.connect(lambda _index: self.form_chosen.emit(self.form_box.currentData()))
        self.zoom = ZoomControl(percent)
        self.find_button = self._button("search")
        self.list_button = self._button("list")
        self.list_button.setCheckable(True)
        self.more_button = self._button("dots")
        self.hide_button = self._button("close")
        self._make_menu()
        self.find_button.clicked.connect(self.find_wanted)
        self.list_button.toggled.connect(self.list_action.setChecked)
        self.list_button.toggled.connect(self.list_toggled)
        self.hide_button.clicked.connect(self.hide_wanted)
        self._lay_out()
        self.show_form()
        self.retranslate()

    def show_form(self) -> None:
        """Show which form the document is in."""
        self.form_box.setCurrentIndex(self.form_box.findData(self._session.form))

    def show_marks(self, count: int) -> None:
        """Say how many places are marked as changed."""
        self.marks_action.setEnabled(bool(count))
        self.clear_action.setEnabled(bool(count))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show what there is room for."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():  # in other colours Qt tells of a new size that is none
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as what always stays."""
        return QSize(self._narrowest(), super().minimumSizeHint().height())

    def retranslate(self) -> None:
        """Set the words."""
        label_control(self._label, self.form_box, _("Language of the document"))
        for index in range(self.form_box.count()):
            form = self.form_box.itemData(index)
            names = forms.form_names(self._session.library)
            self.form_box.setItemText(index, _("Side by side") if form == forms.BOTH else names[form])
        for button, words in (
            (self.find_button, _("Find in the policy (Ctrl+F)")),
            (self.list_button, _("Show the clauses as a plain list")),
            (self.more_button, _("More for the preview")),
            (self.hide_button, _("Hide the preview")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.list_action.setText(_("Clauses as a plain &list"))
        self.marks_action.setText(_("Go to what &changed"))
        self.clear_action.setText(_("&Remove the marks of what changed"))
        self.larger_action.setText(_("Lar&ger"))
        self.smaller_action.setText(_("&Smaller"))
        self.normal_action.setText(_("&Usual size"))
        self._fit()

    def _make_menu(self) -> None:
        menu = QMenu(self.more_button)
        self.list_action = menu.addAction("")
        self.list_action.setCheckable(True)
        self.list_action.toggled.connect(self.list_button.setChecked)
        menu.addSeparator()
        self.marks_action = menu.addAction("", self.marks_wanted.emit)
        self.clear_action = menu.addAction("", self.clear_wanted.emit)
        menu.addSeparator()
        self.larger_action = menu.addAction("", lambda: self.zoom.step(1))
        self.smaller_action = menu.addAction("", lambda: self.zoom.step(-1))
        self.normal_action = menu.addAction("", self.zoom.normal_button.click)
        self.more_button.setMenu(menu)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_marks(0)

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setIconSize(QSize(1, 1) * theme.scaled(18))
        return button

    def _fit(self) -> None:
        """Give room to the language first, then to the size, then to the list."""
        room = self.width() - self._narrowest()
        for widget in (self.zoom, self.list_button):
            room -= widget.sizeHint().width() + self._row.horizontalSpacing()
            widget.setVisible(room >= 0)

    def _narrowest(self) -> int:
        """The width of what always stays, in pixels."""
        edges = self._row.contentsMargins()
        buttons = (self.find_button, self.more_button, self.hide_button)
        wide = sum(button.sizeHint().width() + self._row.horizontalSpacing() for button in buttons)
        return edges.left() + self.form_box.minimumSizeHint().width() + wide + edges.right()

    def _lay_out(self) -> None:
        self._row = row = QGridLayout(self)
        row.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        row.setHorizontalSpacing(theme.TINY)
        row.setVerticalSpacing(0)
        row.addWidget(self._label, 0, 0, 1, 7)
        row.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding), 1, 1)  # the box grows to its full width only
        widgets = (self.zoom, self.find_button, self.list_button, self.more_button, self.hide_button)
        row.addWidget(self.form_box, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate(widgets, 2):
            row.addWidget(widget, 1, column, Qt.AlignmentFlag.AlignVCenter)
        row.setColumnStretch(0, 100)
        row.setColumnStretch(1, 1)
