"""How a policy comes about, in three pictures with a line each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.picture import Picture
from desktop.ui.retranslate import Retranslated

_ICONS = ("edit", "eye", "document")


class ThreeSteps(Retranslated, QWidget):
    """For the first start: says what is ahead before anything is begun."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = [QLabel() for _icon in _ICONS]
        self._sentences = [QLabel() for _icon in _ICONS]
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        row.setSpacing(theme.GIANT)
        for icon, title, sentence in zip(_ICONS, self._titles, self._sentences, strict=True):
            theme.look(title, "strong")
            theme.look(sentence, "muted")
            texts = QVBoxLayout()
            texts.setSpacing(theme.TINY // 2)
            for label in (title, sentence):
                label.setWordWrap(True)
                texts.addWidget(label)
            texts.addStretch(1)
            step = QHBoxLayout()
            step.setSpacing(theme.MEDIUM)
            step.addWidget(Picture(22, icon, "accent"), 0, Qt.AlignmentFlag.AlignTop)
            step.addLayout(texts, 1)
            row.addLayout(step, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        told = (
            (_("Answer"), _("Plain questions, one or two at a time. “Not sure” is an answer too.")),
            (_("Watch it grow"), _("The policy stands beside the questions and changes with every answer.")),
            (_("Share it"), _("A Word document to print, to sign and to send, with papers for training.")),
        )
        for (title, sentence), title_label, sentence_label in zip(told, self._titles, self._sentences, strict=True):
            title_label.setText(title)
            sentence_label.setText(sentence)
