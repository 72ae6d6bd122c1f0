"""Whatever can have the focus shows it in both palettes, moves nothing by it, and is high enough to be hit."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSlider,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.editors.fields import CalmComboBox, LongField
from desktop.ui.editors.options import Radio, Tick
from desktop.ui.start.choice_card import ChoiceCard
from tests.ui.test_theme import contrast


@pytest.fixture
def plain(dressed):
    """Leaves the program as it was."""
    yield dressed
    theme.use("system")


def wearing(make):
    """A page with one control on it, and another that can have the focus instead."""
    page = QWidget()
    page.control, page.other = make(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(page.control)
    column.addWidget(page.other)
    return page


def button(look=""):
    made = QPushButton("Simpan")
    if look:
        theme.look(made, look)
    return made


def segment():
    made = QPushButton("English")
    made.setCheckable(True)
    made.setChecked(True)
    made.setProperty("segment", "true")
    return made


def tool_button():
    made = QToolButton()
    made.setIcon(theme.icon("undo"))
    return made


def card():
    made = ChoiceCard("new")
    made.setMinimumSize(120, 60)
    return made


def option(kind):
    made = kind()
    made.setText("Ya")
    made.setChecked(True)
    return made


def combo_box():
    made = CalmComboBox()
    made.addItem("Selangor")
    return made


def rows():
    made = QListWidget()
    made.addItems(["Pendirian", "Takrif"])
    made.setCurrentRow(0)
    return made


def tabs():
    made = QTabBar()
    made.addTab("Pendirian")
    made.addTab("Takrif")
    return made


FOCUSABLE = {
    "button": button,
    "primary": lambda: button("primary"),
    "quiet": lambda: button("quiet"),
    "link": lambda: button("link"),
    "segment": segment,
    "tool button": tool_button,
    "card": card,
    "tick": lambda: option(Tick),
    "radio button": lambda: option(Radio),
    "check box": lambda: option(QCheckBox),
    "field": QLineEdit,
    "long field": LongField,
    "combo box": combo_box,
    "date": QDateEdit,
    "rows": rows,
    "tabs": tabs,
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("make", FOCUSABLE.values(), ids=FOCUSABLE)
def test_what_has_the_focus_is_told_from_what_has_not(plain, qtbot, make, look):
    theme.use(look)
    page = wearing(make)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.other.setFocus(Qt.FocusReason.TabFocusReason)
    before = page.control.grab().toImage()
    page.control.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.control.hasFocus()
    after = page.control.grab().toImage()
    seen = 0
    ground = theme.colours().window
    for x, y in product(range(before.width()), range(before.height())):
        was, now = before.pixelColor(x, y).name(), after.pixelColor(x, y).name()
        seen += was != now and max(contrast(was, now), contrast(now, ground)) >= 3
    assert seen >= 2 * 16  # a line of two pixels, as long as the smallest control is high


@pytest.mark.parametrize("make", FOCUSABLE.values(), ids=FOCUSABLE)
def test_nothing_moves_when_the_focus_comes(plain, qtbot, make):
    page = wearing(make)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.other.setFocus(Qt.FocusReason.TabFocusReason)
    before = page.control.sizeHint()
    page.control.setFocus(Qt.FocusReason.TabFocusReason)
    page.control.updateGeometry()
    assert page.control.sizeHint() == before


@pytest.mark.parametrize("name", sorted(set(FOCUSABLE) - {"rows", "tabs", "slider"}))
def test_what_is_pressed_is_high_enough(plain, qtbot, name):
    page = wearing(FOCUSABLE[name])
    qtbot.addWidget(page)
    page.show()
    assert page.control.sizeHint().height() >= theme.TARGET
