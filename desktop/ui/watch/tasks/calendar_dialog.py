"""The tasks of the next two years as a file for Outlook, Google and other calendars."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from desktop import i18n
from desktop.export import business_name, safe_name, write_reason
from desktop.i18n import _, message
from desktop.ui import theme
from desktop.ui.copies.places import remember_folder, usual_folder
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.folders import nearest
from desktop.ui.files.open_outside import open_outside
from desktop.ui.help.on_call import offer_help
from desktop.ui.home.panel import plain_label
from desktop.ui.scrolled_dialog import ScrolledDialog
from desktop.ui.session import Session

_WIDTH = 560
_KIND = ".ics"


class CalendarDialog(ScrolledDialog):
    """Says what the file is and how it gets into a calendar, saves it, and says where it went."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        offer_help(self, "watch")
        self._session = session
        self.what_label, self.outlook_label, self.google_label = plain_label(), plain_label(), plain_label()
        self.again_label = plain_label("muted")
        self.banner = Banner(closable=False)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        theme.look(self.save_button, "primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        for widget in (self.what_label, self.outlook_label, self.google_label, self.again_label):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.foot.addWidget(self.banner)
        self.foot.addWidget(self._buttons)
        self.retranslate()
        self.save_button.setFocus()

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Calendar file"))
        self.what_label.setText(_("One file with every task of the next two years, each on its day."))
        self.outlook_label.setText(_("Outlook: open the file, or double-click it, and save the calendar."))
        self.google_label.setText(
            _("Google Calendar, on a computer: Settings, Import and export, choose the file, Import.")
        )
        self.again_label.setText(
            _("After a change of the plan make the file again and read it in again: events move, they do not double.")
        )
        self.save_button.setText(_("&Save the file…"))

    def save(self, target: Path) -> None:
        """Write the file and say where it is, or why not."""
        from desktop.render.calendar_file import CalendarLook, calendar_file
        from desktop.render.files import write_file

        session, watch = self._session, self._session.watch
        look = CalendarLook(session.library, i18n.current(), business_name(session.answers), session.file.business)
        today, settled = session.today, watch.evidence.settled(session.today)
        data = calendar_file(watch.plan, watch.days, watch.began, today, look, now=session.now, settled=settled)
        try:
            written = write_file(target, data)
        except OSError as error:
            self.banner.say(write_reason(error, target.parent), Severity.WARNING)
            return
        remember_folder(session, target.parent)
        told = message("Saved as {file}.", file=str(written))
        show = (message("Open folder"), lambda: self._open_folder(written.parent))
        self.banner.say(told, Severity.SUCCESS, show)

    def _ask(self) -> None:
        name = safe_name(_("Calendar of tasks"))
        proposed = nearest(usual_folder(self._session)) / f"{name}{_KIND}"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the calendar file"), str(proposed), "{} (*{})".format(_("Calendar files"), _KIND)
        )
        if chosen:
            self.save(Path(chosen if chosen.lower().endswith(_KIND) else chosen + _KIND))

    def _open_folder(self, folder: Path) -> None:
        if not open_outside(folder):
            self.banner.say(message("The file is in {folder}.", folder=str(folder)))
