"""What was found: where, who wrote it, the words themselves, how they sound."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.text import printable
from desktop.core.watch.evidence import ABOUT, TONES, WRITERS, Entry
from desktop.core.watch.post_words import language_of, speaks_of_work
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import in_reading_order
from desktop.ui.editors.day_field import DayField
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.editors.options import Chip, Radio
from desktop.ui.flow import FlowLayout
from desktop.ui.home.panel import plain_label
from desktop.ui.retranslate import Retranslated, label_control
from desktop.ui.session import Session
from desktop.ui.watch.log.dropped_file import DroppedFile
from desktop.ui.watch.log.entry_words import about_words, place_words, tone_words, writer_words
from desktop.ui.watch.log.labelled import above, beside


class PostForm(Retranslated, QWidget):
    """Only the place and a word of what was written are needed."""

    edited = Signal()

    def __init__(self, session: Session, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._entry = session, entry
        self._guesses = not entry.language
        """Whether the language still follows the words."""
        self._labels = [QLabel() for _each in range(8)]
        self.place_box, self.writer_box, self.language_box = CalmComboBox(), CalmComboBox(), CalmComboBox()
        self.place_box.setEditable(True)
        self.place_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.place_box.lineEdit().setMaxLength(80)
        for box in (self.place_box, self.writer_box, self.language_box):
            box.setMinimumContentsLength(12)
        self.text_field, self.link_field = LongField(), QLineEdit(entry.link)
        self.text_field.setPlainText(entry.text)
        self.link_field.setMaxLength(2000)
        self.day_field = DayField(entry.seen)
        self.day_field.allow(last=max(session.today, entry.seen))
        self.file_row = DroppedFile(entry.file)
        self.about_chips = {code: Chip() for code in ABOUT}
        self.tone_radios = {code: Radio() for code in TONES}
        self._tones = QButtonGroup(self)
        self.work_label, self.fault_label = plain_label("muted"), plain_label("error")
        self.work_label.hide()
        self.fault_label.hide()
        self._lay_out()
        self.retranslate()
        self._begin(entry)
        self._connect()

    @property
    def entry(self) -> Entry:
        """The entry with what stands in the form."""
        return replace(
            self._entry,
            seen=self.day_field.day,
            where=self._place,
            writer=self.writer_box.currentData() or "unknown",
            about=tuple(code for code, chip in self.about_chips.items() if chip.isChecked()),
            link=self.link_field.text().strip(),
            text=printable(self.text_field.toPlainText().strip()),
            language=self.language_box.currentData() or "",
            file=self.file_row.file_name,
            tone=next((code for code, radio in self.tone_radios.items() if radio.isChecked()), "neutral"),
        )

    def check(self) -> QWidget | None:
        """Say what is missing. Returns where it is to be filled in; None where all is there."""
        entry = self.entry
        missing = None
        if not entry.where:
            missing = self.place_box
            self.fault_label.setText(_("Where did you find it? Choose a place, or write one."))
        elif not (entry.text or entry.link or entry.file):
            missing = self.text_field
            self.fault_label.setText(_("Write what was said, in short, or put in the link or a screenshot."))
        self.fault_label.setVisible(missing is not None)
        return missing

    def retranslate(self) -> None:
        """Set the words."""
        text = _("&What does it say? Paste the words, or write it in short")
        controls = (
            (self.place_box, _("W&here did you find it?")),
            (self.writer_box, _("Who wr&ote it?")),
            (self.text_field, text),
            (self.link_field, _("&Link (may stay empty)")),
            (self.day_field, _("Fo&und on")),
            (self.language_box, _("Lan&guage of the post")),
        )
        for label, (control, told) in zip(self._labels, controls, strict=False):
            label_control(label, control, told)
        self.place_box.lineEdit().setAccessibleName(self.place_box.accessibleName())
        self.place_box.lineEdit().setPlaceholderText(_("Choose a place, or write one"))
        self._labels[6].setText(_("What is it about?"))
        self._labels[7].setText(_("How does it sound?"))
        for code, chip in self.about_chips.items():
            chip.setText(about_words(code))
        for code, radio in self.tone_radios.items():
            radio.setText(tone_words(code))
            radio.setAccessibleName(_("How does it sound? {tone}", tone=tone_words(code)))
        self.work_label.setText(
            _(
                "If this is staff talking about pay, hours, conditions or a union, do not note it: that is their "
                "right. Close this without saving."
            )
        )
        self._fill()

    @property
    def _place(self) -> str:
        """The code of a platform, or what was typed."""
        told = " ".join(self.place_box.currentText().split())
        at = self.place_box.findText(told, Qt.MatchFlag.MatchFixedString)
        return self.place_box.itemData(at) if at >= 0 else told

    def _fill(self) -> None:
        """Put the words of the language into the boxes; what was chosen stays."""
        session, library = self._session, self._session.library
        place, writer = self._place, self.writer_box.currentData()
        language = self.language_box.currentData()
        answered = session.settled.all_facts.values.get("platforms") or ()
        question = library.question.get("platforms")
        known = [choice.code for choice in question.choices] if question else []
        self.place_box.clear()
        for code in dict.fromkeys((*(code for code in answered if code in known), *known)):
            self.place_box.addItem(place_words(library, code), code)
        self.place_box.setCurrentText(place_words(library, place))
        self.writer_box.clear()
        for code in WRITERS:
            self.writer_box.addItem(writer_words(code), code)
        self.writer_box.setCurrentIndex(max(self.writer_box.findData(writer), 0))
        self.language_box.clear()
        for known_language in in_reading_order(library):
            self.language_box.addItem(known_language.name, known_language.id)
        self.language_box.addItem(_("Another language"), "")
        self.language_box.setCurrentIndex(max(self.language_box.findData(language), 0))

    def _begin(self, entry: Entry) -> None:
        library = self._session.library
        first = self.place_box.itemText(0) if not entry.entry else ""
        self.place_box.setCurrentText(place_words(library, entry.where) if entry.where else first)
        self.writer_box.setCurrentIndex(self.writer_box.findData(entry.writer))
        if entry.language or entry.entry:
            self.language_box.setCurrentIndex(max(self.language_box.findData(entry.language), 0))
        for code, chip in self.about_chips.items():
            chip.setChecked(code in entry.about)
        self.tone_radios.get(entry.tone, self.tone_radios["neutral"]).setChecked(True)
        self._follow()

    def _follow(self) -> None:
        """Guess the language from the words, and say whose right it is to talk of pay."""
        text = self.text_field.toPlainText()
        if self._guesses and (language := language_of(text)):
            self.language_box.setCurrentIndex(max(self.language_box.findData(language), 0))
        self.work_label.setVisible(speaks_of_work(text))

    def _note(self) -> None:
        self.fault_label.hide()
        self.edited.emit()

    def _choose_language(self) -> None:
        self._guesses = False
        self._note()

    def _connect(self) -> None:
        self.text_field.textChanged.connect(self._follow)
        self.language_box.activated.connect(lambda _at: self._choose_language())
        for signal in (self.text_field.textChanged, self.link_field.textChanged, self.place_box.currentTextChanged):
            signal.connect(self._note)
        self.writer_box.activated.connect(lambda _at: self._note())
        for button in (*self.about_chips.values(), *self.tone_radios.values()):
            button.clicked.connect(lambda _checked: self._note())

    def _lay_out(self) -> None:
        place, writer, text, link, day, language, about, tone = self._labels
        chips, tones = FlowLayout(), FlowLayout()
        chips.add(*self.about_chips.values())
        for radio in self.tone_radios.values():
            self._tones.addButton(radio)
            tones.add(radio)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.MEDIUM)
        column.addLayout(beside(above(place, self.place_box), above(writer, self.writer_box)))
        column.addLayout(above(text, self.text_field))
        column.addWidget(self.work_label)
        column.addWidget(self.fault_label)
        column.addLayout(above(tone, tones))
        column.addLayout(above(about, chips))
        column.addLayout(above(link, self.link_field))
        column.addLayout(beside(above(day, self.day_field), above(language, self.language_box)))
        column.addWidget(self.file_row)
