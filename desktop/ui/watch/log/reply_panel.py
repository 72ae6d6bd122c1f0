"""A reply to begin with, in the language of the post, to be finished, copied and kept."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.watch.response import Reply, has_gap
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.editors.options import Tick
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.labelled import above, beside
from desktop.ui.watch.tasks.who_choice import WhoChoice

_OWN = ""
"""What the box has for the person's own words from before."""


class ReplyPanel(Retranslated, QWidget):
    """A draft belongs to a box of the chart. Own words that make room for others can be had back from the list."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replies: tuple[Reply, ...] = ()
        self._begun, self._own = "", ""
        """The words that were put in, and the person's own that made room for them."""
        self._box = ""
        self._drafts: dict[str, tuple[str, bool]] = {}
        """Own words for a box of the chart, and whether they were sent."""
        self._make: Callable[[str], tuple[Reply, ...]] = lambda _name: ()
        self._labels = [QLabel() for _each in range(3)]
        self.pattern_box, self.who_box, self.text_field = CalmComboBox(), WhoChoice(session, name), LongField()
        self.pattern_box.setMinimumContentsLength(14)
        self.who_box.setMinimumContentsLength(12)
        self.own_label, self.hint_label = plain_label("small"), plain_label("small")
        self.copied_label, self.sent_tick = plain_label("small"), Tick(compact=True)
        self.copy_button = QPushButton()
        self.copy_button.clicked.connect(self._copy)
        self.pattern_box.activated.connect(lambda _at: self._choose())
        self.who_box.currentTextChanged.connect(lambda _name: self._sign())
        self.text_field.textChanged.connect(self._follow)
        self.sent_tick.toggled.connect(lambda _on: self._say_gap())
        self._lay_out()
        self.retranslate()

    @property
    def text(self) -> str:
        """The reply as it stands."""
        return self.text_field.toPlainText().strip()

    @property
    def is_sent(self) -> bool:
        """Whether the person says that it was sent."""
        return self.sent_tick.isChecked() and bool(self.text)

    @property
    def kept(self) -> str:
        """What is to be kept: what was sent, or a draft in the person's words. Words nobody touched are neither."""
        return self.text if self.is_sent or self._is_own else ""

    def offer(self, box: str, make: Callable[[str], tuple[Reply, ...]]) -> None:
        """Offer replies for a box of the chart, made from the name that signs them; or the own words for it."""
        text, is_other = self.text, box != self._box
        own = text if self._is_own else ""
        if is_other:
            self._put_by()
        self._make, self._box = make, box
        self._replies = make(self.who_box.name)
        kept, is_sent = self._drafts.pop(box, ("", False)) if is_other else (own, self.is_sent)
        if is_other and own and own != kept:
            self._own = own
        self._fill()
        self._begun = ""
        if kept:
            self.text_field.setPlainText(kept)
        else:
            self._begin()
        self.sent_tick.setChecked(is_sent)

    def keep(self, box: str, text: str, *, is_sent: bool) -> None:
        """A reply from before, for a box of the chart."""
        self._drafts[box] = text, is_sent

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
        self.sent_tick.setText(_("I have sent this reply (until then it is kept as a draft)"))
        self.own_label.setText(_("These words fit the new answer. Yours are in the list above, last in it."))
        self._fill(self.pattern_box.currentIndex())
        self._follow()

    @property
    def _is_own(self) -> bool:
        return bool(self.text) and self.text_field.toPlainText() != self._begun

    def _fill(self, at: int = 0) -> None:
        self.pattern_box.clear()
        for reply in self._replies:
            self.pattern_box.addItem(reply.title, reply.id)
        if self._own:
            self.pattern_box.addItem(_("My own words from before"), _OWN)
        self.pattern_box.setCurrentIndex(max(at, 0))

    def _put_by(self) -> None:
        """Remember own words for the box they belong to."""
        if self._box and self._is_own:
            self._drafts[self._box] = self.text, self.is_sent

    def _choose(self) -> None:
        """Begin with other words; own ones can be had again from the list."""
        wanted, own = self.pattern_box.currentData(), self.text if self._is_own else ""
        if wanted == _OWN:
            self._begun = ""
            self.text_field.setPlainText(self._own)
        else:
            if own:
                self._own = own
            self._fill(self.pattern_box.currentIndex())
            self._begin()
        self.sent_tick.setChecked(False)

    def _begin(self) -> None:
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
        self.copied_label.clear()
        self.copied_label.hide()
        has_text = bool(self.text)
        self.copy_button.setEnabled(has_text)
        self.sent_tick.setEnabled(has_text)
        self.own_label.setVisible(bool(self._own) and not self._is_own)
        self._say_gap()

    def _say_gap(self) -> None:
        gap = has_gap(self.text)
        sent = _("[Brackets] are left in it. Put in the words that you really sent.")
        self.hint_label.setText(sent if self.is_sent else _("Fill in what stands in [brackets] before you send it."))
        theme.look(self.hint_label, "error" if self.is_sent else "small")
        self.hint_label.setVisible(gap)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        told = _("Copied. Paste it where you answer.")
        if has_gap(self.text):
            told = _("Copied, with [brackets] in it: fill them in before you send it.")
        self.copied_label.setText(told)
        self.copied_label.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.copied_label, told))

    def _lay_out(self) -> None:
        foot = FlowLayout()
        foot.add(self.copy_button, self.copied_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        pattern, who, text = self._labels
        column.addLayout(beside(above(pattern, self.pattern_box), above(who, self.who_box)))
        column.addWidget(self.own_label)
        column.addLayout(above(text, self.text_field))
        column.addWidget(self.hint_label)
        column.addLayout(foot)
        column.addWidget(self.sent_tick)
