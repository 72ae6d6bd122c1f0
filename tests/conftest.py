"""What every test gets: the user's folders in a folder of its own, and windows drawn nowhere unless asked for."""

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest

from desktop import i18n, paths


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: looking through it for rubbish took a twentieth of the time of all tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(paths, "documents", lambda: home / "Documents" / paths.APP)
    monkeypatch.setattr(paths, "settings_file", lambda: home / "config" / "settings.json")
    monkeypatch.setattr(paths, "autostart_folder", lambda: home / "config" / "autostart")
    monkeypatch.setattr(paths, "backups", lambda: home / "data" / "backups")
    monkeypatch.setattr(paths, "logs", lambda: home / "logs")
    monkeypatch.delenv("DASARKITA_LANGUAGE", raising=False)
    return home


@pytest.fixture(autouse=True)
def english():
    """Each test starts in English, and leaves no other language behind."""
    language = os.environ.get("LANGUAGE")
    i18n.use("en")
    yield
    i18n.use("en")
    if language is None:
        os.environ.pop("LANGUAGE", None)
    else:
        os.environ["LANGUAGE"] = language
