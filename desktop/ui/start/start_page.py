"""The first page: start our policy, look at a sample, open one, or go on with one of the recent ones."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.files.file_look import FileLook
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated
from desktop.ui.start.choice_card import ChoiceCard
from desktop.ui.start.three_steps import ThreeSteps

if TYPE_CHECKING:  # what was opened before is shown after the first sight of the page
    from datetime import datetime

    from desktop.core.reference import Sample
    from desktop.ui.start.recent_files import Recent
    from desktop.ui.start.recent_row import RecentRow

_SHOWN_RECENT = 6
_IN_A_ROW = 2
_WIDEST = 1080


def _now() -> "datetime":
    from datetime import datetime

    return datetime.now().astimezone()


class StartPage(Retranslated, QScrollArea):
    """Says what the owner chose; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    recent_chosen = Signal(str)
    recent_forgotten = Signal(str)
    sample_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, clock: "Callable[[], datetime]" = _now) -> None:
        super().__init__(parent)
        self._clock = clock
        self._samples: Sequence[Sample] = ()
        self.title_label, self.intro_label = QLabel(), QLabel()
        theme.look(self.title_label, "display")
        theme.look(self.intro_label, "muted")
        self._make_cards()
        self.steps = ThreeSteps()
        self._recent_heading, self._samples_heading, self._samples_hint = QLabel(), QLabel(), QLabel()
        for label in (self._recent_heading, self._samples_heading):
            theme.look(label, "heading")
        theme.look(self._samples_hint, "muted")
        for label in (self.title_label, self.intro_label, self._samples_heading, self._samples_hint):
            label.setWordWrap(True)
        self.recent_rows: list[RecentRow] = []
        self.sample_cards: dict[str, ChoiceCard] = {}
        self._look = FileLook(self._seen, self)
        self._look.looked.connect(self._tell_seen)
        self._recent_box, self._samples_box = _grid(), _grid()
        self._lay_out()
        self._show_parts()
        self.retranslate()

    @property
    def own_recent(self) -> Path | None:
        """The policy opened last that is no sample, as far as that is known; None where there is none."""
        return next((row.path for row in self.recent_rows if row.is_own), None)

    def show_samples(self, samples: "Sequence[Sample]") -> None:
        """Have these samples ready for who asks for them."""
        self._samples = samples
        for place, sample in enumerate(samples):
            card = ChoiceCard("sample")
            card.clicked.connect(lambda _checked=False, name=sample.id: self.sample_chosen.emit(name))
            self.sample_cards[sample.id] = card
            self._samples_box.addWidget(card, *divmod(place, _IN_A_ROW))
        self.retranslate()

    def show_recent(self, files: Sequence[str]) -> None:
        """Offer these files, the last one first."""
        from desktop.ui.start.recent_row import RecentRow

        had_focus = any(row.isAncestorOf(self.focusWidget()) for row in self.recent_rows if self.focusWidget())
        for row in self.recent_rows:
            self._recent_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        today = self._clock().date()
        self.recent_rows = [RecentRow(Path(name), today) for name in files[:_SHOWN_RECENT]]
        for place, row in enumerate(self.recent_rows):
            name = str(row.path)
            row.card.clicked.connect(lambda _checked=False, name=name: self.recent_chosen.emit(name))
            row.forget_button.clicked.connect(lambda _checked=False, name=name: self.recent_forgotten.emit(name))
            self._recent_box.addWidget(row, *divmod(place, _IN_A_ROW))
        if had_focus:  # the row is gone; keep the keyboard on the page
            self.new_card.setFocus()
        for row in self.recent_rows:  # one by one: a drive that is gone holds up nothing but its own file
            self._look.begin([str(row.path)])
        self._show_parts()

    def fold(self) -> None:
        """Put the samples away, as at the start."""
        self.sample_card.setChecked(False)
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Return begins at once."""
        super().showEvent(event)
        if not event.spontaneous() and self.window().focusWidget() is None:
            self.new_card.setFocus()

    def retranslate(self) -> None:
        """Set the words of the page and of the samples."""
        self.title_label.setText(_("Your social media policy, made here"))
        self.intro_label.setText(
            _(
                "Answer about twelve questions and you have a complete policy in Word, in Malay, in English, or both. "
                "Nothing is sent anywhere."
            )
        )
        self.new_card.set_words(_("Start our policy"), _("For your own business. It takes about fifteen minutes."))
        self.sample_card.set_words(_("Look at a sample"), _("A finished policy of an invented business, to try out."))
        self.open_card.set_words(_("Open a policy"), _("A policy file you began before, or were sent."))
        self._recent_heading.setText(_("Go on where you stopped"))
        self._samples_heading.setText(_("Which business is most like yours?"))
        self._samples_hint.setText(_("You get a copy to practise on. Nothing you do in it touches your own policy."))
        if self._samples:
            self._name_samples()

    def _name_samples(self) -> None:
        from desktop.ui.content_words import words  # the samples come with the content

        for sample in self._samples:
            self.sample_cards[sample.id].set_words(words(sample.title), words(sample.summary))

    def _seen(self, name: str) -> "Recent":
        from desktop.ui.start.recent_files import seen

        return seen(name, self._clock())

    @Slot(object)
    def _tell_seen(self, found: "dict[str, Recent]") -> None:
        for row in self.recent_rows:
            if (recent := found.get(str(row.path))) is not None:
                row.tell(recent)

    def _toggle_samples(self) -> None:
        self._show_parts()
        if self.sample_card.isChecked() and self.sample_cards:
            self.widget().layout().activate()
            self.ensureWidgetVisible(self._samples_part, 0, 0)
            next(iter(self.sample_cards.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_parts(self) -> None:
        """The samples when they are asked for, and what there is to go on with; at a first start, how it goes."""
        wants_samples = self.sample_card.isChecked()
        theme.set_property(self.new_card, "first", "" if wants_samples else "true")  # one choice stands out
        self._samples_part.setVisible(wants_samples)
        self._recent_part.setVisible(bool(self.recent_rows))
        self.steps.setVisible(not self.recent_rows and not wants_samples)

    def _make_cards(self) -> None:
        self.new_card = ChoiceCard("new", big=True)
        self.new_card.setProperty("first", "true")
        self.new_card.clicked.connect(self.new_wanted)
        self.sample_card = ChoiceCard("sample", big=True)
        self.sample_card.setCheckable(True)
        self.sample_card.clicked.connect(self._toggle_samples)
        self.open_card = ChoiceCard("open", big=True)
        self.open_card.clicked.connect(self.open_wanted)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(theme.MEDIUM)
        for card in (self.new_card, self.sample_card, self.open_card):
            cards.addWidget(card, 1)
        self._recent_part = _part(self._recent_heading, self._recent_box)
        self._samples_part = _part(self._samples_heading, self._samples_hint, self._samples_box)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        page = QVBoxLayout(body)
        page.setContentsMargins(theme.GIANT, theme.HUGE, theme.GIANT, theme.LARGE)
        page.setSpacing(theme.LARGE)
        page.addStretch(1)
        page.addLayout(self._greeting())
        page.addLayout(cards)
        for part in (self._recent_part, self._samples_part, self.steps):
            page.addWidget(part)
        page.addStretch(4)
        outer = QWidget()
        theme.look(outer, "clear")
        centre = QHBoxLayout(outer)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(body, 1000)
        centre.addStretch(1)
        self.setWidget(outer)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _greeting(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(theme.TINY)
        texts.addWidget(self.title_label)
        texts.addWidget(self.intro_label)
        greeting = QHBoxLayout()
        greeting.setSpacing(theme.LARGE)
        greeting.addWidget(Picture(60, "dasarkita"), 0, Qt.AlignmentFlag.AlignTop)
        greeting.addLayout(texts, 1)
        return greeting


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(theme.SMALL)
    for column in range(_IN_A_ROW):
        grid.setColumnStretch(column, 1)
    return grid


def _part(*parts: QLabel | QGridLayout) -> QWidget:
    """A heading and what belongs below it."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SMALL)
    for each in parts:
        if isinstance(each, QLabel):
            column.addWidget(each)
        else:
            column.addLayout(each)
    return part
