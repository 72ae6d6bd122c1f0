"""The dialogs of the window. Each is loaded when it is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from desktop.ui.documents.export_wish import ExportWish
    from desktop.ui.main_window import MainWindow


def begin(dialog: QDialog) -> None:
    """Open a dialog that is gone once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class Dialogs:
    """Opens them for a window. Those about a file do nothing where none is open."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def export(self, wish: "ExportWish | None" = None) -> None:
        """Offer to make Word documents: those asked for, else those made last."""
        from desktop.ui.documents.export_dialog import ExportDialog
        from desktop.ui.whole_pages import CHECK_UP

        window = self._window
        if window.session is not None and window.flush():
            dialog = ExportDialog(window.session, wish, window, documents=window.saved.documents)
            if (page := window.work_page) is not None:
                dialog.check_wanted.connect(lambda: page.show_page(CHECK_UP))
            begin(dialog)

    def settings(self) -> None:
        """The settings of the program."""
        from desktop.ui.settings.settings_dialog import SettingsDialog

        window = self._window
        if window.work_page is not None:
            window.work_page.note_sizes()  # the way back to them begins here
        dialog = SettingsDialog(window.saved, window.session, window)
        dialog.language_chosen.connect(window.use_language)
        dialog.password_wanted.connect(self.password)
        dialog.copies_wanted.connect(self.copies)
        if window.work_page is not None:
            dialog.sizes_changed.connect(window.work_page.show_sizes)
        begin(dialog)

    def password(self) -> None:
        """Set, change or remove the password of the open file."""
        from desktop.ui.protection.password_dialog import PasswordDialog

        window = self._window
        if window.session is not None and window.flush():
            begin(PasswordDialog(window.session, window))

    def copies(self) -> None:
        """The copies of the open file."""
        from desktop.ui.protection.copies_dialog import CopiesDialog

        window = self._window
        if window.session is not None and window.flush():
            dialog = CopiesDialog(window.session, window.saved, window)
            dialog.restore_wanted.connect(window.files.bring_back)
            dialog.open_wanted.connect(window.files.look_at)
            begin(dialog)

    def copy_elsewhere(self) -> None:
        """Put a copy of the open file on a USB stick or in another folder."""
        from desktop.ui.protection.copy_elsewhere import CopyElsewhereDialog

        window = self._window
        if window.session is not None and window.flush():
            window.banner.clear()
            begin(CopyElsewhereDialog(window.session, window.saved, parent=window))

    def updates(self) -> None:
        """Decide about clauses that changed with this version of the program."""
        from desktop.ui.clauses.updates_dialog import UpdatesDialog

        window = self._window
        if window.session is not None and window.flush():
            window.banner.clear()
            begin(UpdatesDialog(window.session, window))

    def help(self, topic: str = "") -> None:
        """Open the guide at a topic, else at that of the page in sight."""
        from desktop.ui.help.on_call import show_help

        page = self._window.work_page
        show_help(topic or (page.help_topic if page is not None else "start"))

    def about(self) -> None:
        """What the program is, its parts and their licences."""
        from desktop.ui.help.about import AboutDialog

        begin(AboutDialog(self._window))
