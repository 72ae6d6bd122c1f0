"""One of several answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui.content_words import words
from desktop.ui.editors.base import Editor
from desktop.ui.editors.fields import CalmComboBox
from desktop.ui.editors.options import Radio
from desktop.ui.editors.typed_search import NAMES, TypedSearchList
from desktop.ui.session import Session


class ChoiceEditor(Editor):
    """Radio buttons below each other."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.column.setSpacing(0)
        self.group = QButtonGroup(self)
        self.buttons: dict[str, Radio] = {}
        for choice in question.choices:
            button = Radio()
            self.buttons[choice.code] = button
            self.group.addButton(button)
            self.column.addWidget(button)
        # clicked, not toggled: a click on the suggested answer takes it as one's own
        self.group.buttonClicked.connect(self.edited)
        self.retranslate()

    def value(self) -> str | None:
        return next((code for code, button in self.buttons.items() if button.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        select(self.group, self.buttons.get(value) if value else None)

    def focus_target(self) -> Radio:
        return next((b for b in self.buttons.values() if b.isChecked()), next(iter(self.buttons.values())))

    def name_controls(self, description: str) -> None:
        for choice in self.question.choices:
            button = self.buttons[choice.code]
            button.setAccessibleName(words(choice.label))
            button.setAccessibleDescription(f"{words(self.question.prompt)} {description}".strip())

    def retranslate(self) -> None:
        for choice in self.question.choices:
            self.buttons[choice.code].setText(words(choice.label))


class LongChoiceEditor(Editor):
    """A combo box, for lists too long for radio buttons."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.box = CalmComboBox()
        delegate = self.box.itemDelegate()
        self.box.setView(TypedSearchList())
        self.box.setItemDelegate(delegate)
        for place, choice in enumerate(question.choices):
            self.box.addItem("", choice.code)
            self.box.setItemData(place, tuple(choice.label.values()), NAMES)
        self.box.setCurrentIndex(-1)
        self.box.activated.connect(self.edited)
        self.column.addWidget(self.box)
        self.retranslate()

    def value(self) -> str | None:
        return self.box.currentData()

    def set_value(self, value: str | None) -> None:
        self.box.setCurrentIndex(self.box.findData(value) if value else -1)

    def focus_target(self) -> CalmComboBox:
        return self.box

    def retranslate(self) -> None:
        self.box.setPlaceholderText(_("Choose…"))
        for index, choice in enumerate(self.question.choices):
            self.box.setItemText(index, words(choice.label))


def select(group: QButtonGroup, button: Radio | None) -> None:
    """Check one button of a group, or none. The Tab key leads to the checked one, else to the first."""
    stop = button or group.buttons()[0]
    for each in group.buttons():
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)
    if button is not None:
        button.setChecked(True)
        return
    group.setExclusive(False)
    for each in group.buttons():
        each.setChecked(False)
    group.setExclusive(True)
