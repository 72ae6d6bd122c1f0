"""Goes to every screen and lists the texts that are cut off, or what a keyboard or screen reader stumbles over."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.content.load import load_library
from tests.gallery.cut import cut_texts
from tests.gallery.pictures import listening, program, speak
from tests.gallery.screens import LARGE, SCREENS, SMALL
from tests.gallery.stage import Stage, use_folders
from tests.ui.accessible import Windows, stumbles


def walk(wish: Namespace) -> list[str]:
    """A line for each cut text or stumble and each fault, with the name of the screen."""
    app = program(wish.text)
    windows = Windows()
    if wish.stumbles:
        app.installEventFilter(windows)
    found: list[str] = []
    with listening(found), TemporaryDirectory() as folder:
        for language in wish.languages:
            use_folders(Path(folder) / language)
            speak(app, language, wish)
            stage = Stage(load_library(), SMALL if wish.small else LARGE)
            for screen in SCREENS:
                if (wish.only and screen.name not in wish.only) or (wish.stumbles and screen.name == "menu"):
                    continue  # an open menu is Qt's own, and takes a keyboard that this screen does not have
                before = len(found)
                with stage.shown(screen.opens, screen.show) as shown:
                    shown.activateWindow()
                    found += stumbles(shown) if wish.stumbles else cut_texts(shown)
                found += windows.strays()
                found[before:] = [f"{screen.name} ({language}): {each}" for each in found[before:]]
            stage.window.close()
    return found
