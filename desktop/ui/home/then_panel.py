"""For a fresh policy: what happens after the first questions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.home.panel import Panel, plain_label
from desktop.ui.picture import Picture

_ICONS = ("success", "export", "edit")


class ThenPanel(Panel):
    """Three lines, each with a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.MEDIUM)
        grid.setVerticalSpacing(theme.LARGE)
        grid.setColumnStretch(1, 1)
        for row, icon in enumerate(_ICONS):
            title_label, sentence_label = plain_label("strong"), plain_label("muted")
            self._texts.append((title_label, sentence_label))
            texts = QVBoxLayout()
            texts.setSpacing(theme.TINY // 2)
            texts.addWidget(title_label)
            texts.addWidget(sentence_label)
            grid.addWidget(Picture(20, icon, "accent"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(texts, row, 1)
        self.column.addLayout(grid)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.name(_("What happens then"))
        lines = (
            (
                _("Your policy is complete"),
                _("What you did not answer starts from a sensible suggestion. The check-up says what is still open."),
            ),
            (
                _("You make the documents"),
                _("The policy and the papers that go with it, in Word: in Malay, in English, or side by side."),
            ),
            (
                _("You go deeper where you like"),
                _("The ten steps wait for you, now or later. Every answer can be changed at any time."),
            ),
        )
        for (title_label, sentence_label), (title, sentence) in zip(self._texts, lines, strict=True):
            title_label.setText(title)
            sentence_label.setText(sentence)
