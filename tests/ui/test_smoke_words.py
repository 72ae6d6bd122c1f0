"""The walk through the program notices a window that does not speak as its catalogue does."""

from PySide6.QtWidgets import QLabel, QMainWindow

from desktop.ui.smoke.spoken_words import SpokenWords


def test_a_window_that_switches_has_no_wrong_word(window, kedai, qtbot):
    window.use_language("en")
    window.open_file(kedai)
    words = SpokenWords(window)
    for language, label in (
        ("en", "Make Word documents"),
        ("ms", "Hasilkan dokumen Word"),
        ("en", "Make Word documents"),
    ):
        window.use_language(language)
        qtbot.waitUntil(lambda label=label: window.header.export_button.text() == label)
        assert words.not_in(language) == []


def test_every_word_that_stays_english_is_named(window, kedai):
    window.use_language("en")
    window.open_file(kedai)
    wrong = SpokenWords(window).not_in("ms")
    assert "ms: “&File” should be “&Fail”" in wrong
    assert len(wrong) > 30


def test_a_window_with_few_words_proves_nothing(qtbot):
    bare = QMainWindow()
    qtbot.addWidget(bare)
    bare.menuBar().addMenu("&File")
    bare.setCentralWidget(QLabel("Kedai Roti"))
    bare.show()
    (wrong,) = SpokenWords(bare).not_in("en")
    assert wrong.startswith("en: only ")
