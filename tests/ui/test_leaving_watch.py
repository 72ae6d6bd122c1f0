"""What is typed on the page of watching is kept when the window is closed."""

from desktop.core.watch.evidence import Incident


def test_a_note_that_was_typed_and_not_added_is_kept_when_the_policy_is_closed(window, session):
    path = session.file.path
    session.close()
    window.open_file(path)
    opened = window.session
    incident = opened.watch.add_incident(Incident("other", opened.now, "A crowd"))
    window.work_page.show_page("watch")
    page = window.work_page.page
    page.show_tab("incidents")
    page.view.show_incident(incident.number)
    page.view.details.note_field.setPlainText("Report number 1234")
    window.close_policy()
    window.open_file(path)
    notes = window.session.watch.evidence.notes("incident", incident.number)
    assert [note.text for note in notes] == ["Report number 1234"]
