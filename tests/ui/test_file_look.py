"""Files are looked at beside the window."""

from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject, Slot

from desktop.ui.files.file_look import FileLook


class Seen(QObject):
    """Writes down what was seen, in the thread of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.found = {}

    @Slot(object)
    def note(self, found) -> None:
        assert current_thread() is main_thread()
        self.found |= found


def test_a_drive_that_does_not_answer_holds_up_neither_window_nor_the_other_files(qtbot):
    answers, seen = Event(), Seen()

    def see(name):
        if name == "far":
            answers.wait(20)
        return current_thread() is not main_thread()

    look = FileLook(see)
    look.looked.connect(seen.note)
    for name in ("far", "near"):
        look.begin([name])
    qtbot.waitUntil(lambda: "near" in seen.found)
    assert seen.found == {"near": True}
    answers.set()
    qtbot.waitUntil(lambda: "far" in seen.found)
    assert seen.found == {"near": True, "far": True}


def test_without_more_it_is_asked_whether_a_file_is_there(qtbot, tmp_path):
    (tmp_path / "a").touch()
    seen, look = Seen(), FileLook()
    look.looked.connect(seen.note)
    names = [str(tmp_path / name) for name in ("a", "b")]
    look.begin(names)
    qtbot.waitUntil(lambda: seen.found == dict(zip(names, (True, False), strict=True)))
