"""Controls beside each other: what is taken away leaves nothing behind that later controls could be taken for."""

import pytest
import shiboken6
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.documents.card_grid import CardGrid
from desktop.ui.flow import FlowLayout


@pytest.mark.parametrize("make", [FlowLayout, lambda: CardGrid(200)])
def test_the_place_of_a_control_goes_with_it(make, qtbot):
    page, layout = QWidget(), make()
    qtbot.addWidget(page)
    outer = QVBoxLayout(page)
    outer.addLayout(layout)
    gone, stays = QPushButton("Gone"), QPushButton("Stays")
    for button in (gone, stays):
        layout.addWidget(button)
    place = layout.itemAt(0)
    shiboken6.delete(gone)
    assert layout.count() == 1
    assert layout.itemAt(0).widget() is stays
    assert not shiboken6.isValid(place)
