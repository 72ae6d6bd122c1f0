"""Goes to every screen of the table and lists the texts that are cut off."""

from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.content.load import load_library
from tests.gallery.cut import cut_texts
from tests.gallery.pictures import listening, program, speak
from tests.gallery.screens import LARGE, SCREENS, SMALL
from tests.gallery.stage import Stage, use_folders


def walk(wish: Namespace) -> list[str]:
    """A line for each cut text and each fault, with the name of the screen."""
    app = program(wish.text)
    found: list[str] = []
    with listening(found), TemporaryDirectory() as folder:
        for language in wish.languages:
            use_folders(Path(folder) / language)
            speak(app, language, wish)
            stage = Stage(load_library(), SMALL if wish.small else LARGE)
            for screen in SCREENS:
                if wish.only and screen.name not in wish.only:
                    continue
                before = len(found)
                with stage.shown(screen.opens, screen.show) as shown:
                    found += cut_texts(shown)
                found[before:] = [f"{screen.name} ({language}): {each}" for each in found[before:]]
            stage.window.close()
    return found
