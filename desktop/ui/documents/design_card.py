"""One design to choose: the beginning of the firm's own policy in it, and its name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.retranslate import Retranslated

WIDTH = 172
"""Width of the picture, in pixels."""


class DesignCard(Retranslated, QPushButton):
    """Pressed as a whole; one of a group is chosen."""

    def __init__(self, design: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.design = design
        self.setCheckable(True)
        self.setAutoDefault(False)
        theme.look(self, "card")
        self._picture, self._title, self._sentence = QLabel(), QLabel(), QLabel()
        theme.look(self._title, "strong")
        theme.look(self._sentence, "small")
        self._picture.setObjectName("design_picture")
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.MEDIUM, theme.MEDIUM, theme.MEDIUM)
        layout.setSpacing(theme.TINY)
        for label in (self._picture, self._title, self._sentence):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.setAlignment(self._picture, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def show_picture(self, picture: QPixmap) -> None:
        """Show the upper half of a page in this design."""
        ratio = picture.devicePixelRatio()
        self._picture.setPixmap(picture.copy(0, 0, picture.width(), round(WIDTH * 0.75 * ratio)))

    def retranslate(self) -> None:
        """Set the words."""
        title, sentence = _words(self.design)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the texts need; a button would not ask its layout."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """See `sizeHint`."""
        return self.layout().totalMinimumSize()


def _words(design: str) -> tuple[str, str]:
    match design:
        case "classic":
            return _("Classic"), _("The letters of a book, and a centred title.")
        case "plain":
            return _("Plain"), _("Black on white, without tints: it saves ink.")
        case _:
            return _("Modern"), _("Clear letters, with your colour in bars and headings.")
