"""People of the register."""

from desktop.core.answers import Person
from desktop.i18n import _
from desktop.ui.content_words import person_words
from desktop.ui.editors.register_model import PeopleModel
from desktop.ui.editors.register_rows import RegisterRowsEditor
from desktop.ui.editors.registers import RegisterChoiceEditor, RegisterEditor
from desktop.ui.questions.people_editor import PersonForm


class _People(RegisterEditor):
    """How people are listed and kept."""

    def rows(self) -> dict[str, str]:
        return {person.id: person_words(person) for person in self.session.answers.people.values()}

    def row(self, row_id: str) -> Person:
        return self.session.answers.people[row_id]

    def make_form(self) -> PersonForm:
        return PersonForm(self.session)

    def take_out(self, row_id: str) -> bool:
        return self.session.remove_person(row_id)

    def keep(self) -> bool:
        if not isinstance(self.form, PersonForm):
            return True
        person = self.form.person()
        if self.form.is_new:
            if not self.form.tick.isChecked():
                return self.session.save_person(person)
            return self.session.answer_with_person(self.question.id, person, self.with_new(person.id))
        return self.session.save_person(person)

    def with_new(self, row_id: str) -> str | tuple[str, ...]:
        """The answer with a new row in it."""
        raise NotImplementedError

    def retranslate(self) -> None:
        super().retranslate()
        self.add_button.setText(_("Add a person…"))


class PersonEditor(_People, RegisterChoiceEditor):
    """One person."""

    def with_new(self, row_id: str) -> str:
        return row_id


class PeopleEditor(_People, RegisterRowsEditor):
    """Any number of people."""

    def make_model(self) -> PeopleModel:
        return PeopleModel(self.session, self)

    def with_new(self, row_id: str) -> tuple[str, ...]:
        return (*(self.value() or ()), row_id)
