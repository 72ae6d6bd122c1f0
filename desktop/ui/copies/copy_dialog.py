"""A copy being made, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import Message, _, message
from desktop.ui import theme
from desktop.ui.copies.copy_job import CopyJob, CopyOrder
from desktop.ui.faults import Banner, Severity
from desktop.ui.files.open_outside import open_outside
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button

_ROWS = 8
"""Files in sight; a list of more of them scrolls."""


class CopyDialog(Retranslated, QDialog):
    """Opens with the work and stays until the owner closes it."""

    def __init__(self, title: Callable[[], str], order: CopyOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "reading")
        self._title, self._order = title, order
        self._job: CopyJob | None = None
        self._files: list[Path] = []
        self.title_label, self.busy_label, self.files_label = QLabel(), QLabel(), QLabel()
        theme.look(self.title_label, "heading")
        theme.look(self.files_label, "muted")
        self.files_area = QScrollArea()
        self.files_area.setWidgetResizable(True)
        self.files_area.setFrameShape(QFrame.Shape.NoFrame)
        self.files_area.setWidget(self.files_label)
        self.files_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for label in (self.title_label, self.busy_label, self.files_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox()
        self.close_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.retranslate()

    @property
    def files(self) -> list[Path]:
        """What was made."""
        return self._files

    @property
    def is_busy(self) -> bool:
        """Whether the copy is still being made."""
        return self._job is not None

    def begin(self) -> None:
        """Show the dialog and make the copy, in the background."""
        job = CopyJob(self._order, self)
        job.written.connect(self._written)
        job.refused.connect(self._refused)
        job.cancelled.connect(self._cancelled)
        job.broken.connect(self._broken)
        job.finished.connect(self._finished)
        self._job = job
        self.retranslate()
        self.open()
        job.start()

    def reject(self) -> None:
        """Stop what is being made; else close."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(self._title())
        self.title_label.setText(self._title())
        self.busy_label.setText(str(self._order.busy))
        self.bar.setAccessibleName(str(self._order.busy))
        self.files_area.setAccessibleName(_("Files that were made"))
        for widget in (self.bar, self.busy_label):
            widget.setVisible(self.is_busy)
        self.files_area.setVisible(bool(self._files))
        # only a list that scrolls is a place for the keyboard
        scrolls = len(self._files) > _ROWS
        self.files_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self.close_button.setText(_("Stop") if self.is_busy else _("Close"))

    # what a thread sends goes to slots of the dialog: anything else, such as a lambda, now and then ends the program
    @Slot(object)
    def _written(self, files: list[Path]) -> None:
        self._files = files
        self.files_label.setText("\n".join(file.name for file in files))
        words, severity = self._order.done, Severity.SUCCESS
        renamed = [(old, new) for old, new in zip(self._order.wished, files, strict=False) if old != new]
        if renamed:
            (old, new), severity = renamed[0], Severity.WARNING
            words = message(
                "“{wished}” is open in another program, so the new copy was written as “{name}”.",
                wished=old.name,
                name=new.name,
            )
        match files:
            case []:
                self._say(words, severity)
            case [file]:
                self._say(words, severity, (message("Open"), lambda: self._open(file)))
            case [file, *_others]:
                self._say(words, severity, (message("Open the folder"), lambda: self._open(file.parent)))

    def _open(self, path: Path) -> None:
        if not open_outside(path):
            self._say(message("This computer has no program that opens “{name}”.", name=path.name), Severity.WARNING)

    @Slot(object)
    def _refused(self, reason: Message) -> None:
        self._say(reason, Severity.ERROR)

    @Slot()
    def _cancelled(self) -> None:
        self._say(message("Stopped."), Severity.INFO)

    @Slot(object)
    def _broken(self, error: Exception) -> None:
        self._say(message("The copy could not be made. Your answers are safe."), Severity.ERROR)
        raise error  # on to the log and the dialog with details

    def _say(
        self, words: Message, severity: Severity, action: tuple[Message, Callable[[], None]] | None = None
    ) -> None:
        self.banner.say(words, severity, action)

    @Slot()
    def _finished(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.retranslate()
        self._fit()
        first = self.banner.action_button if self._files else self.close_button
        first.setFocus()

    def _lay_out(self) -> None:
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        for widget in (self.title_label, self.busy_label, self.bar, self.banner, self.files_area):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _fit(self) -> None:
        """Be as high as the words need; a dialog does not ask wrapped lines by itself."""
        label = self.files_label
        room = label.heightForWidth(max(self.width(), self.minimumWidth()) - 2 * theme.HUGE)
        self.files_area.setFixedHeight(max(0, min(room, _ROWS * label.fontMetrics().lineSpacing())))
        layout = self.layout()
        layout.activate()
        width = max(self.width(), self.minimumWidth())
        self.resize(width, max(self.height(), layout.totalHeightForWidth(width)))
