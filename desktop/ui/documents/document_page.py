"""The documents: every paper that can be made of today's answers, each on a card."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.forms import applying, form_names
from desktop.core.reference import DocumentKind
from desktop.i18n import _, message
from desktop.store.errors import StoreError
from desktop.ui import theme
from desktop.ui.documents.copy_state import out_of_date
from desktop.ui.documents.document_card import DocumentCard
from desktop.ui.documents.document_watch import DocumentWatch
from desktop.ui.documents.drawer_box import DrawerBox, is_left_out
from desktop.ui.documents.drawers import FIRST, Drawer, drawers, is_small
from desktop.ui.documents.export_wish import ExportWish
from desktop.ui.faults import Banner, Severity
from desktop.ui.flow import FlowLayout
from desktop.ui.retranslate import Retranslated
from desktop.ui.session import Session

_WIDEST = 1480
"""Width of the page where there is room, in pixels."""

_MORE = "more_papers"


class DocumentPage(Retranslated, QWidget):
    """Cards in drawers. A hidden page waits until it is shown, and finds things out in idle moments only."""

    export_wanted = Signal(object)
    """An `ExportWish`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._drawers: tuple[Drawer, ...] = ()
        self._boxes: dict[str, DrawerBox] = {}
        self.cards: dict[str, DocumentCard] = {}
        self.watch = DocumentWatch(session, self)
        self._title_label, self._intro_label = QLabel(), QLabel()
        theme.look(self._title_label, "title")
        theme.look(self._intro_label, "muted")
        self._intro_label.setWordWrap(True)
        self.ticked_button, self.all_button, self.look_button = QPushButton(), QPushButton(), QPushButton()
        theme.look(self.ticked_button, "primary")
        self.look_button.setEnabled(not session.read_only)
        self.banner = Banner(closable=False)
        self._old: tuple[str, ...] = ()
        self.more_button = QPushButton()
        self.more_button.setCheckable(True)
        self.more_button.setChecked(session.file.setting(_MORE) == "open")
        self._lay_out()
        self.watch.looked_at.connect(self._show_state_of)
        self.ticked_button.clicked.connect(lambda: self._make(*self.ticked))
        self.all_button.clicked.connect(self._make_all)
        self.look_button.clicked.connect(self._choose_look)
        self.more_button.toggled.connect(self._show_more)
        session.answers_changed.connect(self._refresh)
        session.form_changed.connect(self._refresh)
        session.watch.changed.connect(self._note_kept)
        session.copies.changed.connect(self._show_copies)
        self.retranslate()
        self._catch_up()  # before it is shown: cards that come to a page in sight are each laid out anew

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """The documents on the page, in the order they are shown."""
        return tuple(kind for drawer in self._drawers for kind in drawer.kinds)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the documents that are ticked, in the order they are shown."""
        return tuple(kind.id for kind in self.kinds if self.cards[kind.id].box.isChecked())

    def focus_first(self) -> None:
        """Put the focus on the first document."""
        self._catch_up()
        self.cards[self.kinds[0].id].box.setFocus()

    def read(self, document: str) -> None:
        """Show a document to be read."""
        from desktop.ui.documents.reading_dialog import ReadingDialog

        dialog = ReadingDialog(self._session, self.cards[document].kind, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(self.export_wanted)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """A page that was hidden catches up."""
        super().showEvent(event)
        self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What nobody sees is not looked at."""
        super().hideEvent(event)
        self.watch.rest()

    def retranslate(self) -> None:
        """Set the words."""
        self.setAccessibleName(_("Documents"))
        self._title_label.setText(_("Documents"))
        self._intro_label.setText(
            _("Every paper here is made from the same answers. Tick those you want, or make one from its card.")
        )
        self.all_button.setText(_("Make all…"))
        self.look_button.setText(_("Look of the documents…"))
        self._name_buttons()

    def _refresh(self, _changed: str = "") -> None:
        self._is_stale = True
        if self.isVisible():
            self._catch_up()

    def _note_kept(self, _kind: str) -> None:
        """Something was ticked or noted; that answers are others is told already."""
        if self._session.watch.was_kept_last:
            self._refresh()

    def _catch_up(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.watch.forget()
            self._arrange()
        if self.isVisible():
            self._look_round()

    def _look_round(self) -> None:
        """Have those looked at that are in sight, and those that were ever made."""
        made = self._session.copies.documents
        open_drawers = self._drawers if self.more_button.isChecked() else self._top_drawers
        in_sight = {kind.id for drawer in open_drawers for kind in drawer.kinds}
        self.watch.begin(kind for kind in self.kinds if kind.id in in_sight or kind.id in made)

    @property
    def _top_drawers(self) -> tuple[Drawer, ...]:
        """Those that are always open: the first papers of a small firm, else all."""
        return self._drawers[:1] if self._drawers[0].id == FIRST else self._drawers

    def _arrange(self) -> None:
        """Put the cards into their drawers; one that stays keeps its tick."""
        session = self._session
        self._drawers = drawers(applying(session.settled), small=is_small(session))
        for kind in self.kinds:
            if kind.id not in self.cards:
                self.cards[kind.id] = self._new_card(kind)
        wanted = {kind.id for kind in self.kinds}
        for name in self.cards.keys() - wanted:
            card = self.cards.pop(name)
            card.hide()
            card.deleteLater()
        layouts = [layout for widget in (self._holder, self.area.widget()) if (layout := widget.layout())]
        for layout in layouts:  # else every widget that is shown lays the whole page out
            layout.setEnabled(False)
        for drawer in self._drawers:
            if drawer.id not in self._boxes:
                self._boxes[drawer.id] = DrawerBox(drawer.id)
            self._boxes[drawer.id].show_cards([self.cards[kind.id] for kind in drawer.kinds])
        self._stack_drawers()
        for layout in layouts:
            layout.setEnabled(True)
            layout.activate()
        self._order_tabs()
        self._name_buttons()

    def _new_card(self, kind: DocumentKind) -> DocumentCard:
        card = DocumentCard(self._session, kind, self.watch)
        card.ticked.connect(self._name_buttons)
        card.make_wanted.connect(self._make)
        card.look_wanted.connect(self.read)
        return card

    def _stack_drawers(self) -> None:
        for layout in (self._top, self._more):
            while layout.takeAt(0):
                pass
        few = self._top_drawers
        for drawer in self._drawers:
            (self._top if drawer in few else self._more).addWidget(self._boxes[drawer.id])
        shown = {drawer.id for drawer in self._drawers}
        for name, box in self._boxes.items():
            if name not in shown or is_left_out(box):
                box.setVisible(name in shown)
        self.more_button.setVisible(few != self._drawers)
        self._more_holder.setVisible(few != self._drawers and self.more_button.isChecked())

    def _order_tabs(self) -> None:
        before: QWidget = self.look_button
        for drawer in self._drawers:
            for kind in drawer.kinds:
                card = self.cards[kind.id]
                for widget in (card.box, card.look_button, card.make_button, card.more_button):
                    QWidget.setTabOrder(before, widget)
                    before = widget
            if drawer.id == FIRST:
                QWidget.setTabOrder(before, self.more_button)
                before = self.more_button

    def _name_buttons(self) -> None:
        count = len(self.ticked)
        self.ticked_button.setEnabled(bool(count))
        self.ticked_button.setIcon(theme.icon("export", "on_accent" if count else "muted"))
        self.ticked_button.setText(
            _("Make the ticked ones ({count})…", count=count) if count else _("Make the ticked ones…")
        )
        more = sum(len(drawer.kinds) for drawer in self._drawers[1:])
        is_open = self.more_button.isChecked()
        self.more_button.setText(_("Fewer papers") if is_open else _("More papers ({count})", count=more))
        self.more_button.setIcon(theme.icon("less" if is_open else "more"))

    def _show_more(self, is_open: bool) -> None:
        with suppress(StoreError):  # it is only not remembered
            self._session.file.set_setting(_MORE, "open" if is_open else "")
        self._more_holder.setVisible(is_open)
        self._name_buttons()
        if self.isVisible():
            self._look_round()

    def _show_state_of(self, document: str) -> None:
        if document in self.cards:
            self.cards[document].show_state()
        self._say_old()

    def _show_copies(self) -> None:
        for card in self.cards.values():
            card.show_state()
        self._say_old()
        if self.isVisible():
            self._look_round()

    def _say_old(self) -> None:
        """Say how many copies are out of date, once for each number."""
        old = tuple(kind.id for kind in self.kinds if self.cards[kind.id].is_out_of_date)
        if old == self._old:
            return
        self._old = old
        if not old:
            self.banner.clear()
            return
        words = (
            message("One paper you made is out of date.")
            if len(old) == 1
            else message("{count} papers you made are out of date.", count=len(old))
        )
        self.banner.say(words, Severity.WARNING, (message("Make again…"), lambda: self._make(*self._old)))

    def _make(self, *documents: str) -> None:
        """Those that are all out of date begin with the languages they were made in."""
        old = [out_of_date(self._session, self.watch, document) for document in documents]
        languages = {form for forms in old for form in forms} if all(old) else set[str]()
        forms = tuple(form for form in form_names(self._session.library) if form in languages)
        self.export_wanted.emit(ExportWish(documents, forms))

    def _make_all(self) -> None:
        self.export_wanted.emit(ExportWish(tuple(kind.id for kind in self.kinds), folders_by_language=True))

    def _choose_look(self) -> None:
        from desktop.ui.documents.look_dialog import LookDialog

        dialog = LookDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        for button, icon in ((self.ticked_button, "export"), (self.all_button, "folder"), (self.look_button, "look")):
            button.setIcon(theme.icon(icon))
        actions = FlowLayout()
        actions.add(self.ticked_button, self.all_button, self.look_button)
        head, inner = QFrame(), QWidget()
        theme.look(head, "bar")
        inner.setMaximumWidth(_WIDEST)
        middle = QHBoxLayout(head)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(inner, 1)
        top = QVBoxLayout(inner)
        top.setContentsMargins(theme.HUGE, theme.MEDIUM, theme.HUGE, theme.MEDIUM)
        top.setSpacing(theme.SMALL)
        top.addWidget(self._title_label)
        top.addWidget(self._intro_label)
        top.addLayout(actions)
        self._more_holder = QWidget()
        self._top, self._more = QVBoxLayout(), QVBoxLayout(self._more_holder)
        for layout in (self._top, self._more):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.SMALL)
        self._holder = holder = QWidget()
        holder.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.HUGE, theme.SMALL, theme.HUGE, theme.HUGE)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.banner)
        column.addLayout(self._top)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more_holder)
        column.addStretch(1)
        body = QWidget()
        theme.look(body, "clear")
        outer = QHBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.area, 1)
        self.setMinimumWidth(420)
