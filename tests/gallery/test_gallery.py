"""The walk finds what is cut off; no screen of the program cuts anything, even where every text is twice as long."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from desktop.ui import qt_words, theme
from tests.gallery.cut import cut_texts

ROOT = Path(__file__).resolve().parents[2]
LONG = "Words that are far too long for the room they were given"


@pytest.fixture(scope="session")
def qapp_args():
    return ["dasarkita", *theme.ARGUMENTS]


@pytest.fixture
def page(qapp, qtbot):
    qt_words.install(qapp)
    theme.apply(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    QHBoxLayout(page)
    page.resize(600, 100)
    return page


def wrapping(text):
    label = QLabel(text)
    label.setWordWrap(True)
    return label


def field(text):
    edit = QLineEdit()
    edit.setPlaceholderText(text)
    return edit


def box(text):
    made = QComboBox()
    made.addItem(text)
    return made


@pytest.mark.parametrize("make", [QLabel, wrapping, QPushButton, QCheckBox, field, box])
def test_what_has_no_room_is_found(page, make):
    widget = make(LONG)
    page.layout().addWidget(widget)
    page.show()
    assert not cut_texts(page)
    widget.setFixedSize(QSize(60, widget.sizeHint().height()))
    page.layout().activate()
    assert len({each.split("“")[1] for each in cut_texts(page)}) == 1
    if isinstance(widget, QLabel | QPushButton):
        widget.setToolTip(LONG)  # shortened, and told in whole
        assert not cut_texts(page)


def test_what_lies_beyond_a_page_that_does_not_scroll_sideways_is_found(page):
    area = QScrollArea()
    area.setWidget(QLabel(LONG))
    page.layout().addWidget(area)
    page.show()
    assert not cut_texts(page)
    area.setFixedWidth(80)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    page.layout().activate()
    assert "beyond" in cut_texts(page)[0]


def gallery(*arguments):
    call = [sys.executable, "-m", "tests.gallery", *map(str, arguments)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False)
    return done.stderr


def test_no_screen_cuts_words_that_are_twice_as_long():
    assert gallery("--cut", "--double", "--languages", "en") == ""


def test_no_screen_cuts_words_where_the_system_has_large_text():
    assert gallery("--cut", "--text", 1.5, "--languages", "ms") == ""


def test_pictures_are_made_at_every_scale(tmp_path):
    assert gallery("--out", tmp_path, "--languages", "ms", "--looks", "dark", "--only", "start", "about") == ""
    for scale in (1, 2):
        assert QImage(str(tmp_path / f"start.ms.dark.{scale}x.png")).size() == QSize(1280, 720) * scale
        assert (tmp_path / f"sheet.ms.dark.{scale}x.png").is_file()
    assert QImage(str(tmp_path / "start.small.ms.dark.1x.png")).size() == QSize(960, 600)
    assert (tmp_path / "about.ms.dark.1x.png").is_file()
