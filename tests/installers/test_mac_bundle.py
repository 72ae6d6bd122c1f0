"""What a Mac is told about the program, and whether the freezer puts it where a Mac looks."""

import plistlib
import re
from pathlib import Path

import icons
import mac_bundle
import pytest
from PIL import Image

import desktop
from desktop import i18n


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    """`Info.plist` as a Mac reads it: through the file and back."""
    return plistlib.loads(plistlib.dumps(mac_bundle.info_plist()))


def test_the_program_says_who_it_is(told) -> None:
    assert mac_bundle.IDENTIFIER == "my.dasarkita"
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == desktop.__version__
    assert re.fullmatch(r"\d+(\.\d+){0,2}", told["CFBundleVersion"]), "a Mac takes numbers and points only"
    assert re.fullmatch(r"\d+\.\d+", told["LSMinimumSystemVersion"])
    assert told["LSApplicationCategoryType"].startswith("public.app-category.")
    assert told["NSHighResolutionCapable"] is True


def test_it_speaks_every_language_of_the_window(told) -> None:
    assert sorted(told["CFBundleLocalizations"]) == sorted(mac_bundle.words()) == sorted(i18n.available())
    assert told["CFBundleDevelopmentRegion"] == i18n.SOURCE


def test_a_double_click_on_a_business_file_opens_it_here(told) -> None:
    (document,) = told["CFBundleDocumentTypes"]
    (kind,) = told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]] == [mac_bundle.DOCUMENT]
    assert document["CFBundleTypeRole"] == "Editor"
    assert document["LSHandlerRank"] == "Owner"
    assert kind["UTTypeConformsTo"] == ["public.data"]
    assert kind["UTTypeTagSpecification"] == {"public.filename-extension": ["dasar"]}
    assert document["CFBundleTypeIconFile"] == kind["UTTypeIconFile"] == mac_bundle.ICON


def test_the_words_of_both_languages_say_the_same_things_differently(told, tmp_path) -> None:
    read = {
        Path(place).parent.stem: plistlib.loads(Path(source).read_bytes())
        for place, source, _kind in mac_bundle.names(tmp_path)
    }
    english, malay = read["en"], read["ms"]
    assert english.keys() == malay.keys()
    assert {key for key in english if english[key] == malay[key]} == {"CFBundleDisplayName"}
    # what is translated is looked up by the English word or by the key of Info.plist
    assert english.keys() <= told.keys() | {told["CFBundleDocumentTypes"][0]["CFBundleTypeName"]}
    assert told["UTExportedTypeDeclarations"][0]["UTTypeDescription"] in malay


def test_every_folder_a_mac_asks_about_has_its_reason(told) -> None:
    asked = {"Documents", "Desktop", "Downloads"}
    reasons = {key for key in told if key.endswith("UsageDescription")}
    assert reasons == {f"NS{folder}FolderUsageDescription" for folder in asked} | {
        "NSRemovableVolumesUsageDescription",
        "NSNetworkVolumesUsageDescription",
    }
    assert all(told[key] for key in reasons)


def test_the_freezer_puts_the_words_into_the_resources_of_the_bundle(tmp_path) -> None:
    osx = pytest.importorskip("PyInstaller.building.osx", reason="the freezer is installed by run.py --freeze")
    bundle = osx.BUNDLE.__new__(osx.BUNDLE)  # no more than its rule of where things go, which asks nothing of a Mac
    toc = [*mac_bundle.names(tmp_path), ("dasarkita", "x", "EXECUTABLE"), ("libffi.8.dylib", "x", "BINARY")]
    placed = {place: kind for place, _source, kind in bundle._process_bundle_toc(toc)}
    for language in ("en", "ms"):
        assert placed[f"Contents/Resources/{language}.lproj/InfoPlist.strings"] == "DATA"
        assert placed[f"Contents/Frameworks/{language}.lproj"] == "SYMLINK"
    assert placed["Contents/MacOS/dasarkita"] == "EXECUTABLE"


def test_the_picture_of_the_program_has_every_size_a_mac_shows(tmp_path) -> None:
    with Image.open(icons.icns(tmp_path / mac_bundle.ICON)) as picture:
        assert {width for width, _height, _scale in picture.info["sizes"]} >= {16, 32, 128, 256, 512}
        assert picture.size == (1024, 1024)
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 0, "the corners are left free"
