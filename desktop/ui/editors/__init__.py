"""One small widget for each kind of answer."""

from desktop.core.library import Kind, Question
from desktop.ui.editors.base import Editor
from desktop.ui.session import Session

_MOST_RADIO_BUTTONS = 10
"""Longer lists of choices become a combo box."""


def editor_for(session: Session, question: Question) -> Editor:
    """The editor that fits a question."""
    from desktop.ui.editors import accounts, choice, choices, day, name, number, people, prose, prose_list, yes_no

    match question.kind:
        case Kind.NAME:
            return name.NameEditor(session, question)
        case Kind.TEXT | Kind.LONG_TEXT:
            return prose.ProseEditor(session, question)
        case Kind.LIST:
            return prose_list.ProseListEditor(session, question)
        case Kind.NUMBER:
            return number.NumberEditor(session, question)
        case Kind.DATE:
            return day.DayEditor(session, question)
        case Kind.YES_NO:
            return yes_no.YesNoEditor(session, question)
        case Kind.CHOICE if len(question.choices) > _MOST_RADIO_BUTTONS:
            return choice.LongChoiceEditor(session, question)
        case Kind.CHOICE:
            return choice.ChoiceEditor(session, question)
        case Kind.CHOICES:
            return choices.ChoicesEditor(session, question)
        case Kind.PERSON:
            return people.PersonEditor(session, question)
        case Kind.PEOPLE:
            return people.PeopleEditor(session, question)
        case Kind.ACCOUNT:
            return accounts.AccountEditor(session, question)
        case Kind.ACCOUNTS:
            return accounts.AccountsEditor(session, question)
