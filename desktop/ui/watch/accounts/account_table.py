"""The register of accounts as a table: one row an account."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.core.watch.evidence import AccessReview
from desktop.core.watch.register import Concern, concerns
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import account_words
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session
from desktop.ui.watch.accounts import account_words as said

_SHARES = (9, 8, 8, 9, 8)
_MOST_ROWS = 9
"""Rows shown at once; more are scrolled."""


class AccountTable(Retranslated, QTableWidget):
    """Return opens the account in use, Delete asks to take it out."""

    change_wanted = Signal()
    removal_wanted = Signal()
    current_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_SHARES), parent)
        self._session = session
        self._ids: tuple[str, ...] = ()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(self.fontMetrics().height() + theme.LARGE, theme.TARGET))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.itemDoubleClicked.connect(lambda _item: self.change_wanted.emit())
        self.currentCellChanged.connect(lambda *_places: self.current_changed.emit())
        self.retranslate()

    @property
    def current_id(self) -> str:
        """Id of the account in use; "" for none."""
        return self._ids[self.currentRow()] if 0 <= self.currentRow() < len(self._ids) else ""

    def go_to(self, account_id: str) -> None:
        """Make an account the one in use, where it is known."""
        if account_id in self._ids:
            self.setCurrentCell(self._ids.index(account_id), 0)

    def show_accounts(self, reviews: Mapping[str, AccessReview]) -> None:
        """Show the register as it is now; the row in use stays in use."""
        session, before = self._session, self.current_id
        answers, today = session.answers, session.today
        place = self.currentRow()
        self.blockSignals(True)
        self._ids = tuple(answers.accounts)
        self.setRowCount(len(self._ids))
        for row, account in enumerate(answers.accounts.values()):
            review = reviews.get(account.id)
            found = concerns(answers, account, review, today)
            title = account_words(session.library, account)
            cells = (
                title,
                said.people_words(answers, (account.owner,)) or _("Nobody yet"),
                said.others_words(answers, account) or _("Nobody"),
                str(said.TWO_FACTOR.get(account.two_factor, said.TWO_FACTOR[""])),
                said.review_words(review, today),
            )
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(row, column, item)
            self._mark(row, set(found))
        self.blockSignals(False)
        if self._ids:
            stays = self._ids.index(before) if before in self._ids else min(max(place, 0), len(self._ids) - 1)
            self.setCurrentCell(stays, 0)
        self._fit()

    def retranslate(self) -> None:
        """Set the words."""
        heads = (_("Account"), _("Who keeps it"), _("Who else can enter"), _("Two-factor sign-in"), _("Last looked at"))
        self.setHorizontalHeaderLabels(heads)
        for column, words in enumerate(heads):
            self.horizontalHeaderItem(column).setToolTip(words)
        self.setAccessibleName(_("Register of accounts"))
        self.setAccessibleDescription(_("Return changes the account, Delete takes it out."))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room among the columns."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES[:-1]):
            self.horizontalHeader().resizeSection(column, self.viewport().width() * share // sum(_SHARES))
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """There is always a row that the keys move."""
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """See the class."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.change_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.current_id:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _mark(self, row: int, found: set[Concern]) -> None:
        """A sign at each cell that is not as it should be; what it means stands below the table."""
        marks = (
            (1, found & {Concern.NO_OWNER, Concern.LEFT}),
            (2, found & {Concern.ONE_PERSON}),
            (3, found & {Concern.NO_TWO_FACTOR, Concern.TWO_FACTOR_UNKNOWN}),
            (4, found & {Concern.REVIEW_DUE}),
        )
        for column, wrong in marks:
            if wrong:
                item = self.item(row, column)
                item.setIcon(theme.icon("warning", "warning"))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{words}, to be seen to", words=item.text()))

    def _fit(self) -> None:
        """As high as its rows, up to a point; the head as high as its words, which break."""
        head = self.horizontalHeader()
        wrapped = Qt.TextFlag.TextWordWrap
        bold = head.font()
        bold.setBold(True)  # as the style sheet has it, which the metrics of the head do not know
        metrics = QFontMetrics(bold)
        heights = (
            metrics.boundingRect(QRect(0, 0, head.sectionSize(column) - theme.LARGE, 0), wrapped, item.text()).height()
            for column in range(self.columnCount())
            if (item := self.horizontalHeaderItem(column)) is not None
        )
        head.setFixedHeight(max(heights) + theme.LARGE)
        rows = max(min(len(self._ids), _MOST_ROWS), 1)
        self.setFixedHeight(head.height() + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth())
