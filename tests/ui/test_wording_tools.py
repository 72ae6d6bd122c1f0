"""What helps to write: places for answers, references, bold, lists, hints, and how it will read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.core.reference import Overbroad
from desktop.ui import theme
from desktop.ui.clauses.pick_dialog import PickDialog
from tests.ui import small_files
from tests.ui.small_files import WHERE, type_at_end

reopened, small, write = small_files.reopened, small_files.small, small_files.write


def pick(qtbot, dialog, button, search):
    """Search and take the first line that is found."""
    button.click()
    found = dialog.findChildren(PickDialog)[-1]
    qtbot.waitUntil(found.isActiveWindow)
    qtbot.keyClicks(found.search_edit, search)
    lines = [found.list.item(row).text() for row in range(found.list.count())]
    qtbot.keyClick(found.search_edit, Qt.Key.Key_Return)
    assert not found.isVisible()
    return lines


def test_answers_are_offered_from_a_list(write, qtbot):
    _session, dialog, ms, en = write("two.where")
    type_at_end(qtbot, en, " ")
    lines = pick(qtbot, dialog, dialog.form.answer_button, "business_name")
    assert lines == ["business_name (en)\nReads: Kedai"]
    assert en.body == "On {platforms}. {business_name}"
    assert dialog.focusWidget() is en.text_edit
    assert "Kedai" in dialog.form.paper.text_label.text()
    assert "agency_person (en)\nRole only: [who at the agency (en)]" in pick(
        qtbot, dialog, dialog.form.answer_button, "only ROLE agency_person (MS)"
    )
    assert en.body.endswith("{business_name}{agency_person.role}")
    pick(qtbot, dialog, dialog.form.answer_button, "each taboos")
    assert en.body.splitlines()[-1] == "- {each:taboos}"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    en.title_edit.setFocus()
    pick(qtbot, dialog, dialog.form.answer_button, "each platforms")
    assert en.title.count("{platforms}") == 1
    assert ms.body == WHERE["ms"]


def test_clauses_are_offered_from_a_list(write, qtbot):
    _session, dialog, ms, _en = write("two.where")
    type_at_end(qtbot, ms, " Lihat ")
    assert pick(qtbot, dialog, dialog.form.clause_button, "first") == ["1.1 First (en)\nOne (en)"]
    assert ms.body.endswith("Lihat [[ref:one.first]]")


def test_a_search_without_result_picks_nothing(write, qtbot):
    _session, dialog, ms, _en = write("two.where")
    dialog.form.answer_button.click()
    found = dialog.findChildren(PickDialog)[-1]
    qtbot.keyClicks(found.search_edit, "zzz")
    assert (found.nothing_label.isVisible(), found.insert_button.isEnabled()) == (True, False)
    found.accept()
    assert found.isVisible()
    found.search_edit.clear()
    first = found.list.currentItem().text()
    qtbot.keyClick(found.search_edit, Qt.Key.Key_Down)
    assert found.list.currentItem().text() != first
    found.reject()
    assert ms.body == WHERE["ms"]


def test_bold_and_lists(write, qtbot):
    _session, dialog, ms, _en = write("two.where")
    field = ms.text_edit
    field.setPlainText("🍞 satu\ndua")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    dialog.form.bold_button.click()
    assert field.toPlainText() == "🍞 **satu**\ndua"
    dialog.form.bold_button.click()
    assert field.toPlainText() == "🍞 satu\ndua"
    field.selectAll()
    dialog.form.bold_button.click()
    assert field.toPlainText() == "🍞 satu\ndua", "bold ends with its paragraph"
    dialog.form.list_button.click()
    assert field.toPlainText() == "- 🍞 satu\n- dua"
    dialog.form.list_button.click()
    assert field.toPlainText() == "🍞 satu\ndua"
    field.undo()
    assert field.toPlainText() == "- 🍞 satu\n- dua"


def tints(column):
    """What is tinted in the first paragraph: the words, and whether they are known."""
    block = column.text_edit.document().firstBlock()
    units = block.text().encode("utf-16-le")
    found = []
    for each in block.layout().formats():
        words = units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        found.append((words, each.format.background().color().name()))
    return found


def test_places_for_answers_are_tinted(write):
    _session, _dialog, ms, _en = write("two.where")
    ms.text_edit.setPlainText("🍞 {business_name} {nobody} [[ref:one.first]] {hours")
    known, unknown = theme.colours().accent_soft, theme.colours().error_soft
    assert tints(ms) == [
        ("{business_name}", known),
        ("{nobody}", unknown),
        ("[[ref:one.first]]", known),
        ("{hours", unknown),
    ]


def test_wording_that_may_reach_too_far_is_hinted_at_while_typing(write, small, qtbot):
    rule = Overbroad("en", "at all times", {"en": "Nobody can do anything all the time."})
    _session, _dialog, ms, en = write("two.where", library=replace(small, overbroad=(rule,)))
    type_at_end(qtbot, en, " At all times!")
    assert "“At all times”: Nobody can do anything all the time." in en.hint_label.text()
    assert (en.hint_label.isVisible(), ms.hint_label.isVisible()) == (True, False)
    en.text_edit.replace_all("On weekdays.")
    assert not en.hint_label.isVisible()


def test_how_it_will_read_follows_every_letter_in_the_language_in_use(write, qtbot):
    _session, dialog, ms, en = write("one.first")
    assert "Kedai jawab dalam 8 jam." in dialog.form.paper.text_label.text()
    type_at_end(qtbot, en, " See [[ref:two.where]] and **ask {agency_person}**.")
    told = dialog.form.paper.text_label.text()
    assert "Kedai answers in 8 hours. See " in told
    assert "clause 2.2" in told
    assert '<b>ask </b><span class="gap"><b>[who at the agency' in told
    assert "1.1" in told
    ms.title_edit.setFocus()
    assert "jawab" in dialog.form.paper.text_label.text()


@pytest.mark.parametrize("rest", ["{", "{hours", "**x", "[[ref:", "{each:taboos}", "\ud800", "\n- a\n  - b"])
def test_half_written_words_do_not_disturb(write, rest):
    _session, dialog, _ms, en = write("one.first")
    en.text_edit.setPlainText(f"Answers {rest}")
    assert "Answers" in dialog.form.paper.text_label.text() or dialog.form.columns["en"] is not dialog.form._in_use
    en.text_edit.setFocus()
    assert "Answers" in dialog.form.paper.text_label.text()
