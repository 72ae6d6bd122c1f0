"""How the firm's documents look: design, colour, logo, letterhead."""

from collections import deque
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.core.letterhead import checked_letterhead
from desktop.core.look import DESIGNS, Look
from desktop.core.picture import checked_logo
from desktop.i18n import Message, _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.documents.attached_row import AttachedRow
from desktop.ui.documents.colour_row import ColourRow
from desktop.ui.documents.design_card import WIDTH, DesignCard
from desktop.ui.documents.first_page import first_page
from desktop.ui.editors.options import Radio, Tick
from desktop.ui.faults import Banner, Severity
from desktop.ui.help.on_call import offer_help
from desktop.ui.retranslate import Retranslated
from desktop.ui.return_key import presses_button
from desktop.ui.session import Session

_SHARE = 0.9
"""Of the screen, at most."""


class LookDialog(Retranslated, QDialog):
    """Nothing is kept before the last button is pressed; then it is one step of undo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "look")
        self._session = session
        look = session.answers.look
        self._title_label, self._intro_label, self._order_label = QLabel(), QLabel(), QLabel()
        theme.look(self._title_label, "title")
        theme.look(self._intro_label, "muted")
        theme.look(self._order_label, "strong")
        self._intro_label.setWordWrap(True)
        self.design_cards = {design: DesignCard(design) for design in DESIGNS}
        self.colour_row = ColourRow(look)
        self.logo_row = AttachedRow(
            look.logo,
            checked_logo,
            (message("Logo"), message("It stands at the top of every document. A letterhead takes its place.")),
            (message("Pictures"), "*.png *.jpg *.jpeg"),
        )
        self.letterhead_row = AttachedRow(
            look.letterhead,
            checked_letterhead,
            (
                message("Letterhead"),
                message("A Word file of your own (.docx). Its header, footer and margins are used on every page."),
            ),
            (message("Word documents"), "*.docx"),
        )
        self.cover_box = Tick(compact=True)
        self.cover_box.setChecked(look.cover)
        self.order_radios = {language.id: Radio() for language in session.library.languages[:2]}
        self.banner = Banner(closable=False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._redraw = QTimer(self)
        self._redraw.setInterval(0)
        self._to_draw: deque[DesignCard] = deque()
        self._redraw.timeout.connect(self._draw_next)
        self._group_choices(look)
        self._connect()
        self._lay_out()
        theme.look(self.keep_button, "primary")
        self.keep_button.setDefault(True)
        self.retranslate()
        self._follow()

    @property
    def look(self) -> Look:
        """What is chosen in the dialog now."""
        usual, *_others = self.order_radios
        first = next((name for name, radio in self.order_radios.items() if radio.isChecked()), usual)
        return Look(
            design=next(card.design for card in self.design_cards.values() if card.isChecked()),
            colour=self.colour_row.colour,
            logo=self.logo_row.attached,
            letterhead=self.letterhead_row.attached,
            cover=self.cover_box.isChecked(),
            first_language="" if first == usual else first,
        )

    def accept(self) -> None:
        """Keep the look and close; where it cannot be kept, stay."""
        if self._session.set_look(self.look):
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """As wide as the designs beside each other, which is known once the letters are."""
        super().showEvent(event)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        needed = self._area.widget().minimumSizeHint().width() + bar
        room = int(self.screen().availableSize().width() * _SHARE)
        self.setMinimumWidth(min(max(self.minimumWidth(), needed), room))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return presses the button that has the focus."""
        if not presses_button(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the words."""
        self.setWindowTitle(_("Look of the documents"))
        self._title_label.setText(_("Look of the documents"))
        self._intro_label.setText(_("It counts for every document you make from now on. You can change it later."))
        self.cover_box.setText(_("Long documents begin with a title page"))
        self._order_label.setText(_("Side by side: which language is at the left?"))
        for name, radio in self.order_radios.items():
            radio.setText(self._session.library.language[name].name)
            radio.setAccessibleDescription(self._order_label.text())
        self.keep_button.setText(_("Use this look"))

    def _follow(self) -> None:
        """Show what the choice comes to."""
        self.banner.clear()
        self.colour_row.show_look(self.look)
        self._to_draw = deque(self.design_cards.values())
        self._redraw.start()

    def _draw_next(self) -> None:
        """The firm's own policy in a design, one design at a time: clicks in between are answered at once."""
        card = self._to_draw.popleft()
        if not self._to_draw:
            self._redraw.stop()
        # a title page would show too little of it
        look = replace(self.look, cover=False, design=card.design)
        card.show_picture(first_page(self._session.document, look, WIDTH))

    def _refuse(self, reason: Message) -> None:
        self.banner.say(reason, Severity.WARNING)

    def _say_not_saved(self, error: StoreError) -> None:
        self._refuse(error.reason)

    def _group_choices(self, look: Look) -> None:
        designs, order = QButtonGroup(self), QButtonGroup(self)
        for card in self.design_cards.values():
            designs.addButton(card)
        self.design_cards.get(look.design, self.design_cards[DESIGNS[0]]).setChecked(True)
        for radio in self.order_radios.values():
            order.addButton(radio)
        usual, *_others = self.order_radios
        self.order_radios.get(look.first_language, self.order_radios[usual]).setChecked(True)

    def _connect(self) -> None:
        for card in self.design_cards.values():
            card.toggled.connect(lambda on: self._follow() if on else None)
        for row in (self.colour_row, self.logo_row, self.letterhead_row):
            row.changed.connect(self._follow)
        for row in (self.logo_row, self.letterhead_row):
            row.refused.connect(self._refuse)
        self._session.failed.connect(self._say_not_saved)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        designs = QHBoxLayout()
        designs.setSpacing(theme.SMALL)
        for card in self.design_cards.values():
            designs.addWidget(card, 1)
        order = QHBoxLayout()
        order.setSpacing(theme.SMALL)
        for radio in self.order_radios.values():
            order.addWidget(radio)
        order.addStretch(1)
        body = QWidget()
        theme.look(body, "clear")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        column.addWidget(self._title_label)
        column.addWidget(self._intro_label)
        column.addLayout(designs)
        for widget in (self.colour_row, self.logo_row, self.letterhead_row, self.cover_box, self._order_label):
            column.addSpacing(theme.SMALL)
            column.addWidget(widget)
        column.addLayout(order)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.HUGE, 0, theme.HUGE, 0)
        foot.addWidget(self.banner)
        foot.addWidget(self.buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.LARGE)
        whole.setSpacing(theme.SMALL)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)
        self.setMinimumSize(680, 420)
        self.resize(720, min(860, int((self.parentWidget() or self).screen().availableSize().height() * _SHARE)))
