"""The strip on top of the window: where we are, that everything is saved, undo, the Word button, the language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.language_switch import LanguageSwitch
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated

if TYPE_CHECKING:  # the start page needs neither the store nor the engine
    from desktop.ui.session import Session

_WIDEST_NAME = 340


class Header(Retranslated, QWidget):
    """Stays in sight on every page."""

    home_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.home_button = QToolButton()
        self.home_button.setIcon(theme.icon("home"))
        self.home_button.clicked.connect(self.home_wanted)
        self.name_label = QLabel()
        theme.look(self.name_label, "heading")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setMinimumWidth(1)  # a long name never makes the window wider
        self.sample_badge = QLabel()
        self.sample_badge.setProperty("badge", "true")
        self.saved_icon = Picture(14)
        self.saved_label = QLabel()
        theme.look(self.saved_label, "small")
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        self.undo_button.setDefaultAction(undo)
        self.redo_button.setDefaultAction(redo)
        self.export_button = QPushButton()
        theme.look(self.export_button, "primary")
        self.export_button.setIcon(theme.icon("export", "on_accent"))
        self.export_button.clicked.connect(self.export_wanted)
        self.language_switch = LanguageSwitch()
        self._lay_out()
        self.follow(None)

    def follow(self, session: "Session | None") -> None:
        """Show this session, or the program's own name without one."""
        self._session = session
        for widget in (
            self.home_button,
            self.saved_icon,
            self.saved_label,
            self.undo_button,
            self.redo_button,
            self.export_button,
        ):
            widget.setVisible(session is not None)
        self.sample_badge.setVisible(session is not None and session.is_sample)
        if session is not None and session.read_only:  # there is nothing to take back, and its words need the room
            self.undo_button.hide()
            self.redo_button.hide()
        if session is not None:
            session.answers_changed.connect(self._name)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width has room for more or fewer words."""
        super().resizeEvent(event)
        self._name()

    def retranslate(self) -> None:
        """Set the words."""
        self.home_button.setToolTip(_("Home: what to do next"))
        self.home_button.setAccessibleName(self.home_button.toolTip())
        self.export_button.setText(_("Make Word documents"))
        self.sample_badge.setText(_("Sample"))
        for button in (self.undo_button, self.redo_button):
            button.setAccessibleName(button.toolTip())
        self._name()

    def _name(self) -> None:
        if self._session is not None:
            self._say_saved(self._session)
        name = _name_of(self._session) if self._session else "DasarKita"
        self.name_label.setToolTip(name if self._session else "")
        self._fit(name)

    def _say_saved(self, session: "Session") -> None:
        if session.read_only:
            icon, colour, told = "lock", "success", _("Only to look at")
        elif session.was_refused:
            icon, colour, told = "warning", "warning", _("The last change is not saved")
        else:
            icon, colour, told = "check", "success", _("Every answer is saved at once")
        self.saved_icon.show_icon(icon, colour)
        self.saved_icon.setToolTip(told)
        self.saved_label.setText(told)

    def _fit(self, name: str) -> None:
        """In a narrow window the words about saving give way, unless nothing is saved; then the name is shortened.

        Buttons are never cut.
        """
        self.name_label.setText(name)
        if self._session is None:
            return
        self.saved_label.show()
        if (lacking := self._lacking()) > 0:
            self._shorten(name, max(self.name_label.sizeHint().width() - lacking, _WIDEST_NAME))
        if self._lacking() > 0 and not (self._session.read_only or self._session.was_refused):
            self.saved_label.hide()
        if (lacking := self._lacking()) > 0:
            self._shorten(name, self.name_label.sizeHint().width() - lacking)

    def _shorten(self, name: str, width: int) -> None:
        metrics = self.name_label.fontMetrics()
        self.name_label.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, width))

    def _lacking(self) -> int:
        """How much wider all that is shown would be than the window, in pixels."""
        self.layout().invalidate()
        return self.layout().sizeHint().width() - self.width()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.home_button)
        layout.addWidget(self.name_label)
        layout.addWidget(self.sample_badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.saved_icon)
        layout.addWidget(self.saved_label)
        layout.addStretch(1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.redo_button)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.export_button)
        layout.addSpacing(theme.SMALL)
        layout.addWidget(self.language_switch)


def _name_of(session: "Session") -> str:
    from desktop.export import business_name

    return business_name(session.answers) or session.file.path.stem
