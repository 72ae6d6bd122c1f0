"""What the tests of the page of clauses have in common."""

from desktop.ui.clauses.clause_states import overview


def states(session):
    return overview(session.library, session.facts).states


def first(session, fits):
    return next(state.clause.id for state in states(session).values() if fits(state))


def is_free(state):
    return not state.clause.locked and not state.is_own


def look_for(page, words="", **wanted):
    page.filter_line.search_field.setText(words)
    for name, value in wanted.items():
        box = getattr(page.filter_line, f"{name}_box")
        box.setCurrentIndex(box.findData(str(value)))
        box.activated.emit(box.currentIndex())


def said(page):
    return page.details.decision.state_label.text()
