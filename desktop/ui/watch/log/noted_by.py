"""In whose name something is noted, as long as nobody says otherwise."""

from desktop.ui.session import Session

MONITORING, INCIDENTS, _OWNER = "monitoring_person", "incident_contact", "policy_owner"


def noted_by(session: Session, question: str) -> str:
    """Who works here, as chosen last; else whom the answer names whose task it is, else who answers for the policy.

    Nobody whose last day is over is proposed.
    """
    if name := session.watch.me:
        return name
    people, values = session.answers.people, session.settled.all_facts.values
    for row in (values.get(question), values.get(_OWNER)):
        if isinstance(row, str) and row in people and row not in session.watch.gone:
            return people[row].name
    return ""
