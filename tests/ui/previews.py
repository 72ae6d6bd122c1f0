"""What tests of the preview share."""

from desktop.render.html import pieces
from desktop.settings import Settings
from desktop.ui.preview.pane import PreviewPane
from desktop.ui.preview.paper import Paper


def shown_pane(session, qtbot, saved=None, width=480):
    """The preview of a session, in sight."""
    pane = PreviewPane(session, saved or Settings())
    qtbot.addWidget(pane)
    pane.resize(width, 700)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    return pane


def dump(paper):
    """Every line of a document with what shows how it looks."""
    paper.finish()
    lines, block = [], paper.document().begin()
    while block.isValid():
        look = block.blockFormat()
        lines.append((block.text(), look.headingLevel(), look.topMargin(), block.textList() is not None))
        block = block.next()
    return lines


def fresh_dump(session, qtbot):
    """The same for a paper that shows the policy for the first time."""
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_pieces(pieces(session.document))
    return dump(paper)


def key_of(pane, question_id):
    """Id of the first clause that an answer brings in."""
    return next(clause.id for clause in pane._clauses() if question_id in clause.because)
