"""A reply to begin with, in the language of the post, to be finished, copied and kept."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.response import Reply
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.labelled import above, beside
from desktop.ui.watch.tasks.who_choice import WhoChoice


class ReplyPanel(Retranslated, QWidget):
    """What the person wrote is never replaced, unless they choose other words to begin with."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replies: tuple[Reply, ...] = ()
        self._begun = ""
        self._make: Callable[[str], tuple[Reply, ...]] = lambda _name: ()
        self._labels = [QLabel() for _each in range(3)]
        self.pattern_box, self.who_box, self.text_field = CalmComboBox(), WhoChoice(session, name), LongField()
        self.pattern_box.setMinimumContentsLength(14)
        self.who_box.setMinimumContentsLength(12)
        self.hint_label, self.copied_label = plain_label("small"), plain_label("small")
        self.copy_button = QPushButton()
        self.copy_button.clicked.connect(self._copy)
        self.pattern_box.activated.connect(lambda _at: self._begin())
        self.who_box.currentTextChanged.connect(lambda _name: self._sign())
        self.text_field.textChanged.connect(self._follow)
        foot = FlowLayout()
        foot.add(self.copy_button, self.copied_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        pattern, who, text = self._labels
        column.addLayout(beside(above(pattern, self.pattern_box), above(who, self.who_box)))
        column.addLayout(above(text, self.text_field))
        column.addWidget(self.hint_label)
        column.addLayout(foot)
        self.retranslate()

    @property
    def text(self) -> str:
        """The reply as it stands."""
        return self.text_field.toPlainText().strip()

    def offer(self, make: Callable[[str], tuple[Reply, ...]], kept: str = "") -> None:
        """Offer replies, made from the name that signs them; or what was kept before."""
        written = self.text_field.toPlainText() != self._begun and self.text
        self._make = make
        self._replies = make(self.who_box.name)
        self.pattern_box.clear()
        for reply in self._replies:
            self.pattern_box.addItem(reply.title, reply.id)
        if kept or written:
            self._begun = ""
            self.text_field.setPlainText(kept or written)
        else:
            self._begin()

    def retranslate(self) -> None:
        """Set the words."""
        for label, control, told in zip(
            self._labels,
            (self.pattern_box, self.who_box, self.text_field),
            (_("&Words to begin with"), _("Si&gned by"), _("Your &reply")),
            strict=True,
        ):
            label_control(label, control, told)
        self.who_box.lineEdit().setAccessibleName(self.who_box.accessibleName())
        self.copy_button.setText(_("&Copy the reply"))
        self._follow()

    def _begin(self) -> None:
        """Begin with other words; they can be had again from the box."""
        at = self.pattern_box.currentIndex()
        self._begun = self._replies[at].text if 0 <= at < len(self._replies) else ""
        self.text_field.setPlainText(self._begun)

    def _sign(self) -> None:
        """Another name, in words that nobody changed yet."""
        is_untouched = self.text_field.toPlainText() == self._begun
        self._replies = self._make(self.who_box.name)
        if is_untouched and self._replies:
            self._begin()

    def _follow(self) -> None:
        """Say what is still to be filled in."""
        text = self.text_field.toPlainText()
        has_gap = "[" in text and "]" in text
        self.hint_label.setText(_("Fill in what stands in [brackets] before you send it.") if has_gap else "")
        self.hint_label.setVisible(has_gap)
        self._say_copied(False)
        self.copy_button.setEnabled(bool(text.strip()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._say_copied(True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.copied_label, self.copied_label.text()))

    def _say_copied(self, copied: bool) -> None:
        self.copied_label.setText(_("Copied. Paste it where you answer.") if copied else "")
        self.copied_label.setVisible(copied)
