"""The form for a person: what it asks for, and what it says before it does it."""

from PySide6.QtCore import Qt

from desktop.core.answers import Person


def test_how_many_languages_a_role_needs_follows_the_documents(fresh, shown):
    editor = shown("policy_owner")
    for chosen, hint in (
        ("both", "The role in one language is enough to begin with; the documents are in both."),
        ("en", "The role in English is enough."),
    ):
        fresh.answer("document_language", chosen)
        editor.open_form(None)
        assert editor.form._hint.text() == hint


def test_a_new_person_is_ticked_only_with_the_owners_knowledge(fresh, shown, qtbot):
    editor = shown("posters")
    editor.open_form(None)
    assert editor.form.tick.isVisible()
    assert editor.form.tick.text() == "Tick this person as part of the answer"
    assert editor.form.tick.isChecked()
    qtbot.keyClicks(editor.form.name_field, "Aina")
    qtbot.mouseClick(editor.form.keep_button, Qt.MouseButton.LeftButton)
    editor.form.tick.setChecked(False)
    qtbot.keyClicks(editor.form.name_field, "Ravi")
    qtbot.mouseClick(editor.form.keep_button, Qt.MouseButton.LeftButton)
    assert list(fresh.answers.people) == ["aina", "ravi"]
    assert fresh.answers.values["posters"] == ("aina",)
    editor.open_form("aina")
    assert editor.form.tick.isHidden()


def test_of_one_person_no_tick_is_asked_for(shown):
    editor = shown("policy_owner")
    editor.open_form(None)
    assert editor.form.tick.isHidden()


def test_the_cursor_goes_into_what_a_person_lacks(fresh, shown):
    fresh.save_person(Person("ravi", "Ravi Kumar", {"en": "Baker"}))
    fresh.save_person(Person("aminah", "Aminah Yusof", {"ms": "Pemilik", "en": "Owner"}))
    editor = shown("policy_owner")
    editor.open_form("ravi")
    assert editor.form.role_fields["ms"].hasFocus()
    editor.close_form()
    editor.open_form("aminah")
    assert editor.form.name_field.hasFocus()
