"""What was seen to today: done and skipped are told apart."""

from datetime import timedelta

from desktop.core.watch.evidence import SKIPPED
from desktop.ui.watch.tasks.done_list import DoneList
from desktop.ui.watch.tasks.tick_button import TickButton
from tests.ui.watch_pages import DAILY, WEEKLY, begin, shown, tick


def marks(done_list):
    """The signs in sight with what screen readers say of them, the newest first."""
    done_list.show_done()
    rows = [done_list._rows.itemAt(place).widget() for place in range(done_list._rows.count())]
    signs = [row.findChild(TickButton) for row in rows]
    return [(sign.accessibleName().partition(": ")[2], sign.grab().toImage()) for sign in signs]


def test_what_was_skipped_has_a_sign_of_its_own(session, qtbot):
    begin(session, 14)
    done_list = shown(qtbot, DoneList(session))
    tick(session, DAILY)
    ((_said, done),) = marks(done_list)
    tick(session, WEEKLY, outcome=SKIPPED, note="We were closed that day")
    (skipped, sign), (_done, again) = marks(done_list)
    assert skipped == "skipped · We were closed that day"
    assert again == done != sign


def test_what_is_written_down_today_of_a_day_before_can_be_put_right_here(session, qtbot):
    begin(session, 14)
    done_list = shown(qtbot, DoneList(session))
    tick(session, DAILY, on=session.today - timedelta(days=1), by="Aminah")
    ((said, _sign),) = marks(done_list)
    assert said == "Yesterday: done by Aminah"
    with qtbot.waitSignal(done_list.mistake_found):
        done_list.buttons[0].click()
