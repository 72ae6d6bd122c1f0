"""The page of incidents, and its dialogs, for tests."""

from desktop.core.watch.incident_state import state_of
from desktop.ui.watch.incidents.incident_view import IncidentView
from desktop.ui.watch.incidents.name_dialog import NameDialog
from desktop.ui.watch.incidents.words_dialog import WordsDialog


def shown_view(session, qtbot):
    """The view in a window of its own."""
    view = IncidentView(session)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.focus_first()
    return view


def notes(session, incident):
    """What was added to an incident, the oldest first."""
    return session.watch.evidence.notes("incident", incident.number)


def state(session, incident):
    """What its notes come to."""
    return state_of(incident, notes(session, incident))


def asked(view, kind=WordsDialog):
    """The dialog in sight."""
    return next(each for each in view.window().findChildren(kind) if each.isVisible())


def say(view, words):
    """Write words into the dialog that asks for them, and save."""
    dialog = asked(view)
    dialog.text_field.setPlainText(words)
    dialog.save_button.click()
    return dialog


def rename(view):
    """The dialog for another name, kind or moment."""
    view.details.name_button.click()
    return asked(view, NameDialog)


def clock_of(view):
    """The hours that are left, in words; "" where none count."""
    return view.details.clock_line.words_label.text() if view.details.clock_line.isVisible() else ""
