"""The menus. Actions are public; the window connects them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop import i18n
from desktop.i18n import _
from desktop.settings import LOOKS, Settings
from desktop.ui import theme
from desktop.ui.language_switch import NAMES
from desktop.ui.retranslate import Retranslated

if TYPE_CHECKING:  # the start page needs neither the store nor the engine
    from desktop.ui.session import Session

_Key = QKeySequence.StandardKey


class MenuBar(Retranslated, QMenuBar):
    """File, Edit, View and Help."""

    recent_chosen = Signal(str)
    language_chosen = Signal(str)
    look_chosen = Signal(str)

    def __init__(self, saved: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self._session: Session | None = None
        self._build_file_menu()
        self._build_edit_menu()
        self._build_view_menu()
        self._build_help_menu()
        self.follow(None)
        self.retranslate()

    def follow(self, session: "Session | None") -> None:
        """Offer what can be done with this session, or without one."""
        self._session = session
        for action in (
            *(self.home, self.documents, self.tasks, self.export, self.password, self.copies, self.close_policy),
            *(self.find_clause, self.find_in_policy),
        ):
            action.setEnabled(session is not None)
        self.back.setEnabled(False)
        self._form_menu.clear()
        self._form_menu.menuAction().setVisible(session is not None)
        if session is not None:
            self._offer_forms(session)
            session.undo_changed.connect(self._name_steps)
            session.form_changed.connect(self._mark_form)
        self._name_steps()

    def retranslate(self) -> None:
        """Set the words of every menu and action."""
        for menu, words in (
            (self._file_menu, _("&File")),
            (self._recent_menu, _("Open &recent")),
            (self._edit_menu, _("&Edit")),
            (self._view_menu, _("&View")),
            (self._form_menu, _("Preview of the &policy")),
            (self._language_menu, _("&Language of the program")),
            (self._look_menu, _("L&ight or dark")),
            (self._help_menu, _("&Help")),
        ):
            menu.setTitle(words)
        for action, words in (
            (self.new, _("&New policy…")),
            (self.open, _("&Open…")),
            (self.home, _("&Home")),
            (self.back, _("&Back")),
            (self.documents, _("&Documents")),
            (self.tasks, _("&Tasks to do")),
            (self.password, _("&Password…")),
            (self.copies, _("Copies of this po&licy…")),
            (self.settings, _("&Settings…")),
            (self.find_in_policy, _("Find in the &policy…")),
            (self.help, _("&Help on this page")),
            (self.guide, _("User &guide")),
            (self._looks["system"], _("As the computer &has it")),
            (self._looks["light"], _("&Light")),
            (self._looks["dark"], _("&Dark")),
            (self.export, _("&Make Word documents…")),
            (self.close_policy, _("&Close this policy")),
            (self.quit, _("&Quit")),
            (self.find_clause, _("&Find a clause…")),
            (self.about, _("&About DasarKita")),
        ):
            action.setText(words)
        for code, action in self._languages.items():
            action.setChecked(code == i18n.current())
        if self._session is not None:
            self._form_actions["both"].setText(_("Both, side by side"))
        self._name_steps()

    def _build_file_menu(self) -> None:
        self._file_menu = self.addMenu("")
        self.new = self._action(self._file_menu, _Key.New, "new")
        self.open = self._action(self._file_menu, _Key.Open, "open")
        self._recent_menu = self._file_menu.addMenu("")
        self._recent_menu.aboutToShow.connect(self._offer_recent)
        self._file_menu.addSeparator()
        self.documents = self._action(self._file_menu, QKeySequence("Ctrl+D"), "document")
        self.export = self._action(self._file_menu, QKeySequence("Ctrl+Shift+E"), "export")
        self._file_menu.addSeparator()
        self.password = self._action(self._file_menu, None, "password")
        self.copies = self._action(self._file_menu, None, "restore")
        self.settings = self._action(self._file_menu, _Key.Preferences, "settings")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self._file_menu.addSeparator()
        self.close_policy = self._action(self._file_menu, _Key.Close, "")
        self.quit = self._action(self._file_menu, QKeySequence("Ctrl+Q"), "")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _build_edit_menu(self) -> None:
        self._edit_menu = self.addMenu("")
        self.undo = self._action(self._edit_menu, _Key.Undo, "undo")
        self.redo = self._action(self._edit_menu, _Key.Redo, "redo")
        # what people know from Word, on every system
        self.redo.setShortcuts([*QKeySequence.keyBindings(_Key.Redo), QKeySequence("Ctrl+Y")])
        self._edit_menu.addSeparator()
        self.find_in_policy = self._action(self._edit_menu, _Key.Find, "search")
        self.find_clause = self._action(self._edit_menu, QKeySequence("Ctrl+Shift+F"), "list")

    def _build_view_menu(self) -> None:
        self._view_menu = self.addMenu("")
        self.home = self._action(self._view_menu, QKeySequence("Alt+Home"), "home")
        self.back = self._action(self._view_menu, _Key.Back, "back")
        self.tasks = self._action(self._view_menu, QKeySequence("Ctrl+T"), "task")
        self._view_menu.addSeparator()
        self._form_menu = self._view_menu.addMenu("")
        self._form_actions: dict[str, QAction] = {}
        self._language_menu = self._view_menu.addMenu("")
        group = QActionGroup(self)
        self._languages: dict[str, QAction] = {}
        for code in i18n.available():
            action = self._language_menu.addAction(NAMES.get(code, code))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, code=code: self.language_chosen.emit(code))
            self._languages[code] = action

        self._build_look_menu()

    def _build_look_menu(self) -> None:
        self._look_menu = self._view_menu.addMenu("")
        self._look_menu.aboutToShow.connect(lambda: self._looks[self._saved.look].setChecked(True))
        group = QActionGroup(self)
        self._looks: dict[str, QAction] = {}
        for look in LOOKS:
            action = self._look_menu.addAction("")
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, look=look: self.look_chosen.emit(look))
            self._looks[look] = action

    def _build_help_menu(self) -> None:
        self._help_menu = self.addMenu("")
        self.help = self._action(self._help_menu, _Key.HelpContents, "help")
        self.guide = self._action(self._help_menu, None, "")
        self._help_menu.addSeparator()
        self.about = self._action(self._help_menu, None, "")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _action(self, menu: QMenu, keys: QKeySequence | QKeySequence.StandardKey | None, icon: str) -> QAction:
        action = menu.addAction("")
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        if icon:
            action.setIcon(theme.icon(icon))
        return action

    def _offer_recent(self) -> None:
        self._recent_menu.clear()
        for name in self._saved.recent:
            path = Path(name)
            action = self._recent_menu.addAction(f"{path.stem}  ({path.parent})".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, name=name: self.recent_chosen.emit(name))
        if not self._saved.recent:
            self._recent_menu.addAction(_("Nothing was opened yet")).setEnabled(False)

    def _offer_forms(self, session: "Session") -> None:
        from desktop.core import forms

        group = QActionGroup(self._form_menu)
        self._form_actions = {}
        for form, name in forms.form_names(session.library).items():
            action = self._form_menu.addAction(_("Both, side by side") if form == forms.BOTH else name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, form=form: session.show_form(form))
            self._form_actions[form] = action
        self._mark_form(session.form)

    def _mark_form(self, form: str) -> None:
        if action := self._form_actions.get(form):
            action.setChecked(True)

    def _name_steps(self) -> None:
        """Say what undo and redo would do."""
        session = self._session
        file = session.file if session else None
        for action, label, bare, named in (
            (self.undo, file and file.undo_label, _("&Undo"), _("&Undo: {step}")),
            (self.redo, file and file.redo_label, _("&Redo"), _("&Redo: {step}")),
        ):
            usable = session is not None and bool(label) and not session.file.read_only
            action.setEnabled(usable)
            step = _step(session, label) if session and label else ""
            action.setText(named.format(step=step.replace("&", "&&")) if step else bare)
            action.setToolTip(action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"))


def _step(session: "Session", label: str) -> str:
    from desktop.ui.step_names import step_name

    return step_name(session.library, label, session.answers.own)
