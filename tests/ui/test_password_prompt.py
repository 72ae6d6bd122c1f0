"""The password of a protected file is asked for."""

from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop import i18n
from desktop.store.business_file import BusinessFile
from desktop.store.errors import Damaged
from desktop.ui import qt_words
from desktop.ui.protection.password_field import PasswordField
from desktop.ui.protection.password_prompt import PasswordPrompt
from desktop.ui.protection.strength import strength_words
from tests.ui.accessible import stumbles
from tests.ui.every_word import unmarked
from tests.ui.kept_copies import press

RIGHT = "tiga ekor kucing"


@pytest.fixture
def protected(session, clock):
    """The path of a protected file that nobody has open."""
    session.file.protect(RIGHT, now=clock())
    session.close()
    return session.file.path


@pytest.fixture
def prompt_of(opened, clock):
    files = []

    def ask(path, **how):
        def opener(password):
            assert current_thread() is not main_thread(), "the window would wait for the disk"
            files.append(BusinessFile.open(path, now=clock(), password=password, **how))
            return files[-1]

        return opened(PasswordPrompt(path, opener))

    yield ask
    for file in files:
        file.close()


@pytest.fixture
def prompt(prompt_of, protected):
    return prompt_of(protected)


def enter(prompt, qtbot, password):
    qtbot.keyClicks(prompt.password_field, password)
    qtbot.keyClick(prompt.password_field, Qt.Key.Key_Return)


def test_the_right_password_opens_the_file_for_work(prompt, qtbot, protected):
    assert protected.name in prompt.name_label.text()
    assert prompt.password_field.hasFocus()
    enter(prompt, qtbot, RIGHT)
    assert not prompt.isVisible()
    assert not prompt.file.read_only
    assert prompt.file.answers.values["business_name"] == "Kedai Roti Seri Murni"


def test_wrong_ones_do_no_harm_and_can_be_typed_over(prompt, qtbot, protected):
    before = protected.read_bytes()
    for tried in ("satu", "dua", "tiga"):
        enter(prompt, qtbot, tried)
        assert "does not open" in prompt.banner.text
        assert prompt.password_field.text() == prompt.password_field.selectedText() == tried
        assert prompt.file is None
    assert "that of another?" in prompt.banner.text
    assert protected.read_bytes() == before
    enter(prompt, qtbot, RIGHT)
    assert prompt.file is not None


def test_the_first_wrong_one_is_said_calmly_and_goes_with_the_next_letter(prompt, qtbot):
    enter(prompt, qtbot, "satu")
    assert "that of another?" not in prompt.banner.text
    qtbot.keyClicks(prompt.password_field, "x")
    assert prompt.banner.text == ""


def test_an_empty_one_is_asked_for(prompt, qtbot):
    qtbot.keyClick(prompt.password_field, Qt.Key.Key_Return)
    assert prompt.banner.text == "Please type the password."
    assert prompt.isVisible()


def test_escape_leaves(prompt, qtbot):
    qtbot.keyClicks(prompt.password_field, RIGHT)
    qtbot.keyClick(prompt, Qt.Key.Key_Escape)
    assert not prompt.isVisible()
    assert prompt.file is None


def test_what_no_password_mends_is_handed_on(prompt_of, protected, qtbot):
    content = bytearray(protected.read_bytes())
    content[len(content) // 2] ^= 255
    protected.write_bytes(bytes(content))
    prompt = prompt_of(protected)
    with qtbot.waitSignal(prompt.refused) as refused:
        enter(prompt, qtbot, RIGHT)
    assert isinstance(refused.args[0], Damaged)
    assert not prompt.isVisible()


def test_what_is_typed_can_be_shown(prompt, qtbot):
    assert prompt.password_field.echoMode() is QLineEdit.EchoMode.Password
    prompt.show_box.click()
    assert prompt.password_field.echoMode() is QLineEdit.EchoMode.Normal
    prompt.show_box.click()
    assert prompt.password_field.echoMode() is QLineEdit.EchoMode.Password


def test_the_language_changes_while_it_is_open(prompt, qtbot, dressed):
    qtbot.keyClicks(prompt.password_field, "satu")
    qt_words.switch(dressed, "ms")
    QApplication.processEvents()
    assert i18n.current() == "ms"
    assert prompt.password_field.text() == "satu"
    qt_words.switch(dressed, "en")
    QApplication.processEvents()
    assert prompt.windowTitle() == "Password"


def test_every_word_of_the_prompt_changes_with_the_language(prompt, qtbot, marked, protected):
    for _time in range(3):
        enter(prompt, qtbot, "salah")
    qtbot.keyClicks(prompt.password_field, "A")
    enter(prompt, qtbot, "x")
    marked()
    assert unmarked(prompt, {protected.name}) == []


def test_everything_in_the_prompt_is_reached_and_named_without_a_mouse(prompt, qtbot):
    enter(prompt, qtbot, "salah")
    assert stumbles(prompt) == []


@pytest.mark.parametrize(
    ("text", "shift", "on"),
    [("A", False, True), ("a", True, True), ("A", True, False), ("a", False, False), ("7", False, False)],
)
def test_caps_lock_is_noticed_from_what_a_key_comes_to(dressed, qtbot, text, shift, on):
    field = PasswordField()
    qtbot.addWidget(field)
    said = []
    field.caps_lock_changed.connect(said.append)
    press(field, text, shift=shift)
    assert said == ([True] if on else [])


def test_caps_lock_is_said_until_it_is_off(prompt):
    press(prompt.password_field, "A")
    assert prompt.caps_label.isVisible()
    press(prompt.password_field, "7")
    assert prompt.caps_label.isVisible()
    press(prompt.password_field, "")
    assert not prompt.caps_label.isVisible()
    press(prompt.password_field, "A")
    press(prompt.password_field, "a")
    assert not prompt.caps_label.isVisible()


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("abc", "At least 6"),
        ("aaaaaaa", "may guess"),
        ("12345678", "may guess"),
        ("qwerty12", "may guess"),
        ("Rahsia1", "may guess"),
        ("1234567890123456", "may guess"),
        ("zyxwvutsrqponmlk", "may guess"),
        ("kedai1kedai1kedai1", "may guess"),
        ("60123456789 60123456789", "may guess"),
        ("kucing merah", "will do"),
        (RIGHT, "hard to guess."),
        ("rahsia besar kedai roti", "hard to guess."),
    ],
)
def test_how_hard_it_is_to_guess_is_said_plainly(password, said):
    assert said in str(strength_words(password))


def test_nothing_is_said_of_nothing():
    assert strength_words("") is None
