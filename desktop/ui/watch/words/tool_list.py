"""Tools for watching that others offer: what each is good for, and what it does not see."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.kinds import Tool
from desktop.i18n import _, format_month
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated
from desktop.ui.watch.words.tool_words import month_of, price_words


class ToolList(Retranslated, QWidget):
    """Folded until it is opened; it is read once in a while only."""

    def __init__(self, tools: tuple[Tool, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.fold_button = QPushButton()
        theme.look(self.fold_button, "quiet")
        self.fold_button.setCheckable(True)
        self.fold_button.toggled.connect(self._fold)
        self._honest_label = plain_label("muted")
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.SMALL)
        self._rows.addWidget(self._honest_label)
        self._body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self._labels: list[tuple[Tool, QWidget]] = []
        if not tools:  # and never shown from here: it has no place yet
            self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """All words of the list."""
        return "\n".join(row.accessibleName() for _tool, row in self._labels)

    def retranslate(self) -> None:
        """Set the words."""
        self.fold_button.setText(_("Tools others offer ({count})", count=len(self._tools)))
        self.fold_button.setIcon(theme.icon("less" if self.fold_button.isChecked() else "more"))
        self._honest_label.setText(
            _(
                "All of them need the internet. DasarKita itself never goes online and recommends none of them; "
                "you can keep watch well with searches alone."
            )
        )
        if self._labels:
            self._fill()

    def _fold(self) -> None:
        if not self._labels:
            self._fill()
        self._body.setVisible(self.fold_button.isChecked())
        self.retranslate()

    def _fill(self) -> None:
        for _tool, row in self._labels:
            row.hide()
            row.deleteLater()
        self._labels = [(tool, _row(tool)) for tool in self._tools]
        for _tool, row in self._labels:
            self._rows.addWidget(row)


def _row(tool: Tool) -> QWidget:
    row, name, good, limits = QFrame(), plain_label("strong"), plain_label(), plain_label("muted")
    theme.look(row, "card")
    when = format_month(month_of(tool.as_at))
    name.setText(_("{name} · {price} · as at {month}", name=tool.name, price=price_words(tool.price), month=when))
    good.setText(_("Good for: {what}", what=words(tool.good_for)))
    limits.setText(_("Mind: {what}", what=words(tool.limits)))
    row.setAccessibleName("\n".join(label.text() for label in (name, good, limits)))
    column = QVBoxLayout(row)
    column.setSpacing(theme.TINY)
    for label in (name, good, limits):
        column.addWidget(label)
    return row
