"""A large button with a title and a sentence: one choice of the start page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.picture import Picture


class ChoiceCard(QPushButton):
    """Title, sentence and icon; pressed as a whole. `set_words` gives it its texts."""

    def __init__(self, icon: str, parent: QWidget | None = None, *, big: bool = False) -> None:
        super().__init__(parent)
        self._picture = Picture(28 if big else 20, icon, "accent")
        self._title = QLabel()
        self._sentence = QLabel()
        theme.look(self._title, "heading" if big else "strong")
        theme.look(self._sentence, "muted" if big else "small")
        self._mark = QLabel()
        theme.look(self._mark, "chip")
        self._mark.hide()
        texts = QVBoxLayout()
        texts.setSpacing(theme.TINY // 2)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self._title, 1)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        texts.addLayout(head)
        texts.addWidget(self._sentence)
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        texts.addStretch(1)  # beside a taller card the words stay at the top
        layout = QHBoxLayout(self)
        margin = theme.LARGE if big else theme.MEDIUM
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.LARGE if big else theme.MEDIUM)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)
        for child in (self._picture, self._title, self._sentence, self._mark):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.look(self, "card")

    @property
    def words(self) -> tuple[str, str]:
        """Title and sentence as shown."""
        return self._title.text(), self._sentence.text()

    @property
    def mark(self) -> str:
        """The word that sets it apart; "" for none."""
        return self._mark.text()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._picture.show_icon(icon, "accent")

    def set_words(self, title: str, sentence: str, mark: str = "") -> None:
        """Set title and sentence, and a word that sets it apart from the others, also for screen readers."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._mark.setText(mark)
        self._mark.setVisible(bool(mark))
        self.setAccessibleName(f"{title}, {mark}" if mark else title)
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as the texts need; a button would not ask its layout."""
        return self.layout().totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """See `sizeHint`."""
        return self.layout().totalMinimumSize()
