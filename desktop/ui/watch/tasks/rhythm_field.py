"""How often a task comes, and on which day."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.core.reference import EVERY
from desktop.core.watch.choices import Rhythm
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.watch.tasks.task_words import LENGTHS, every_words, month_words, weekday_words

_WEEK, _DAYS, _YEAR = 7, 31, 12
_FIRST = -1
"""What the list of weekdays holds for the first working day."""


class RhythmField(Retranslated, QWidget):
    """Asks only what belongs to the rhythm. A task of the library keeps how often it comes."""

    def __init__(self, rhythm: Rhythm, *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every_box, self.weekday_box, self.month_box, self.day_box = (CalmComboBox() for _each in range(4))
        self._labels = [QLabel() for _each in range(4)]
        self._fixed = fixed
        self._fill(rhythm)
        self.every_box.currentIndexChanged.connect(self._choose_every)
        self._lay_out()
        self.retranslate()

    @property
    def rhythm(self) -> Rhythm:
        """What is chosen."""
        every = self.every_box.currentData()
        weekday = self.weekday_box.currentData() if every == "week" else _FIRST
        day = self.day_box.currentData() if every in ("month", *LENGTHS) else 1
        month = self.month_box.currentData() if every in LENGTHS else 1
        return Rhythm(every, None if weekday == _FIRST else weekday, day, month)

    def retranslate(self) -> None:
        """Set the words."""
        told = (_("&How often?"), _("&On which day of the week?"), _("In which &months?"), _("On which &day?"))
        boxes = (self.every_box, self.weekday_box, self.month_box, self.day_box)
        for label, box, words in zip(self._labels, boxes, told, strict=True):
            label_control(label, box, words)
        for place in range(self.every_box.count()):
            self.every_box.setItemText(place, every_words(self.every_box.itemData(place)))
        for place in range(self.weekday_box.count()):
            day = self.weekday_box.itemData(place)
            self.weekday_box.setItemText(place, _("The first working day") if day == _FIRST else weekday_words(day))
        self._name_months()
        self._settle()

    def _fill(self, rhythm: Rhythm) -> None:
        for every in (rhythm.every,) if self._fixed else EVERY:
            self.every_box.addItem("", every)
        for weekday in (_FIRST, *range(_WEEK)):
            self.weekday_box.addItem("", weekday)
        for day in range(1, _DAYS + 1):
            self.day_box.addItem(str(day), day)
        self.every_box.setCurrentIndex(self.every_box.findData(rhythm.every))
        self._fill_months(rhythm.month)
        self.weekday_box.setCurrentIndex(
            self.weekday_box.findData(_FIRST if rhythm.weekday is None else rhythm.weekday)
        )
        self.day_box.setCurrentIndex(self.day_box.findData(rhythm.day))

    def _fill_months(self, month: int) -> None:
        self.month_box.clear()
        for each in range(1, LENGTHS.get(self.every_box.currentData(), 1) + 1):
            self.month_box.addItem("", each)
        self.month_box.setCurrentIndex(max(self.month_box.findData(month), 0))

    def _name_months(self) -> None:
        length = LENGTHS.get(self.every_box.currentData(), _YEAR)
        for place in range(self.month_box.count()):
            months = range(self.month_box.itemData(place), _YEAR + 1, length)
            self.month_box.setItemText(place, ", ".join(month_words(month) for month in months))

    def _choose_every(self) -> None:
        self._fill_months(self.month_box.currentData() or 1)
        self._name_months()
        self._settle()

    def _settle(self) -> None:
        every = self.every_box.currentData()
        shown = (not self._fixed, every == "week", every in LENGTHS, every in ("month", *LENGTHS))
        boxes = (self.every_box, self.weekday_box, self.month_box, self.day_box)
        for label, box, is_shown in zip(self._labels, boxes, shown, strict=True):
            label.setVisible(is_shown)
            box.setVisible(is_shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.TINY)
        boxes = (self.every_box, self.weekday_box, self.month_box, self.day_box)
        for label, box in zip(self._labels, boxes, strict=True):
            theme.look(label, "small")
            column.addWidget(label)
            column.addWidget(box)
