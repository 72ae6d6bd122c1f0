"""Yes or no."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from desktop.core.library import Question
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.content_words import words
from desktop.ui.editors.base import Editor
from desktop.ui.editors.choice import select
from desktop.ui.editors.options import Radio
from desktop.ui.session import Session


class YesNoEditor(Editor):
    """Two large choices side by side."""

    def __init__(self, session: Session, question: Question) -> None:
        super().__init__(session, question)
        self.group = QButtonGroup(self)
        self.yes_button = Radio(large=True)
        self.no_button = Radio(large=True)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for button in (self.yes_button, self.no_button):
            button.setMinimumWidth(160)
            self.group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.group.buttonClicked.connect(self.edited)
        self.retranslate()

    def value(self) -> bool | None:
        if self.yes_button.isChecked():
            return True
        return False if self.no_button.isChecked() else None

    def set_value(self, value: bool | None) -> None:
        select(self.group, None if value is None else self.yes_button if value else self.no_button)

    def focus_target(self) -> Radio:
        return self.no_button if self.no_button.isChecked() else self.yes_button

    def name_controls(self, description: str) -> None:
        for button, text in ((self.yes_button, _("Yes")), (self.no_button, _("No"))):
            button.setAccessibleName(text)
            button.setAccessibleDescription(f"{words(self.question.prompt)} {description}".strip())

    def retranslate(self) -> None:
        self.yes_button.setText(_("Yes"))
        self.no_button.setText(_("No"))
