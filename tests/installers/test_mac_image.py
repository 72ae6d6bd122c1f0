"""The image for the Mac: all of it that can be seen without one."""

import plistlib
import runpy
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import mac_bundle
import pytest
from macos import background, mach_o, make_dmg, notary
from macos.steps import StepError, run
from PIL import Image

import desktop

MACOS = Path(make_dmg.__file__).parent
DMGBUILD = {
    "files", "symlinks", "hide", "hide_extensions", "icon", "badge_icon", "background", "format", "filesystem", "size",
    "compression_level", "default_view", "window_rect", "icon_size", "text_size", "icon_locations", "license",
}  # fmt: skip
"""What dmgbuild reads of its settings; a name it does not know it would pass over in silence."""

X64, ARM = 0x01000007, 0x0100000C


def library(*processors: tuple[int, tuple[int, int]], old_way: bool = False) -> bytes:
    """A library with nothing in it but what it says of itself; for several processors in one file."""
    singles: list[bytes] = []
    for kind, (major, minor) in processors:
        version = major << 16 | minor << 8
        command = (
            struct.pack("<4I", 0x24, 16, version, 0) if old_way else struct.pack("<6I", 0x32, 24, 1, version, 0, 0)
        )
        other = struct.pack("<4I", 0x19, 16, 0, 0)
        singles.append(struct.pack("<8I", 0xFEEDFACF, kind, 0, 6, 2, len(command) + 16, 0, 0) + other + command)
    if len(singles) == 1:
        return singles[0]
    at = 8 + 20 * len(singles)
    head = struct.pack(">2I", 0xCAFEBABE, len(singles))
    for (kind, _system), single in zip(processors, singles, strict=True):
        head += struct.pack(">5I", kind, 0, at, len(single), 0)
        at += len(single)
    return head + b"".join(singles)


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A program as the freezer lays it out for a Mac."""
    made = tmp_path / "DasarKita.app"
    contents = made / "Contents"
    for name in (
        "MacOS/dasarkita",
        "Frameworks/PySide6/QtCore.abi3.so",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "Frameworks/PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "Frameworks/libffi.8.dylib",
    ):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_bytes(library((X64, (11, 0)), (ARM, (13, 0))))
    (contents / "Frameworks" / "QtCore").symlink_to("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore")
    for place, source, _kind in mac_bundle.names(tmp_path / "names"):
        target = contents / "Resources" / place
        target.parent.mkdir(parents=True)
        shutil.copy(source, target)
    (contents / "Resources" / mac_bundle.ICON).write_bytes(b"icns")
    told = {
        "CFBundleIdentifier": mac_bundle.IDENTIFIER,
        "CFBundleExecutable": "dasarkita",
        "CFBundleIconFile": mac_bundle.ICON,
        **mac_bundle.info_plist(),
    }
    (contents / "Info.plist").write_bytes(plistlib.dumps(told))
    return made


def test_the_image_is_called_as_the_documents_say() -> None:
    assert make_dmg.image_name("arm64") == f"DasarKita-{desktop.__version__}-macos-arm64.dmg"
    assert make_dmg.image_name("x86_64") == f"DasarKita-{desktop.__version__}-macos-x64.dmg"


def test_the_image_shows_the_program_and_where_to_drag_it() -> None:
    given = {"app": "dist/DasarKita.app", "icon": "x.icns", "background": "b.png"}
    read = runpy.run_path(str(MACOS / "dmg_settings.py"), init_globals={"defines": given})
    settings = {name: value for name, value in read.items() if name in DMGBUILD}
    own = {name for name in read if not name.startswith("_") and name not in {"defines", "PurePosixPath"}}
    assert own == settings.keys()
    assert settings["files"] == ["dist/DasarKita.app"]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert settings["icon_locations"].keys() == {"DasarKita.app", "Applications"}
    (_x, _y), (width, height) = settings["window_rect"]
    assert (width, height) == background.SIZE
    room = settings["icon_size"] / 2
    assert all(room < x < width - room and room < y < height - room for x, y in settings["icon_locations"].values())


def test_the_picture_behind_fits_the_window_on_plain_and_fine_screens(qapp, tmp_path) -> None:
    picture = background.draw(tmp_path)
    for name, scale in (("background.png", 1), ("background@2x.png", 2)):
        with Image.open(picture.with_name(name)) as drawn:
            assert drawn.size == (background.SIZE[0] * scale, background.SIZE[1] * scale)
            lower = drawn.convert("L").crop((0, 270 * scale, *drawn.size))
            darkest, lightest = lower.getextrema()
            assert darkest < 100, "the words are there"
            assert lightest > 200


def test_what_the_hardened_runtime_allows_is_one_thing() -> None:
    rights = plistlib.loads(make_dmg.ENTITLEMENTS.read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize("old_way", [False, True])
def test_libraries_say_on_which_systems_they_start(tmp_path, old_way) -> None:
    both = tmp_path / "both.dylib"
    both.write_bytes(library((X64, (10, 9)), (ARM, (11, 0)), old_way=old_way))
    assert mach_o.oldest_systems(both) == {"x64": (10, 9), "arm64": (11, 0)}
    single = tmp_path / "single.dylib"
    single.write_bytes(library((ARM, (13, 0)), old_way=old_way))
    assert mach_o.oldest_systems(single) == {"arm64": (13, 0)}
    text = tmp_path / "text"
    text.write_text("no library")
    assert mach_o.oldest_systems(text) == {}


def test_a_damaged_library_is_named(tmp_path) -> None:
    cut = tmp_path / "cut.dylib"
    cut.write_bytes(library((ARM, (13, 0)))[:40])
    with pytest.raises(ValueError, match=r"cut\.dylib"):
        mach_o.oldest_systems(cut)


def test_a_program_as_it_should_be_is_let_through(app) -> None:
    for processor in ("arm64", "x64"):
        make_dmg.check(app, processor)


def test_a_library_for_a_newer_system_or_another_processor_is_not_shipped(app) -> None:
    (app / "Contents/Frameworks/libffi.8.dylib").write_bytes(library((ARM, (14, 2))))
    with pytest.raises(StepError, match=r"libffi\.8\.dylib: starts on macOS 14\.2 only"):
        make_dmg.check(app, "arm64")
    with pytest.raises(StepError, match=r"libffi\.8\.dylib: not for x64"):
        make_dmg.check(app, "x64")


def test_the_bindings_of_qt_may_say_too_much_but_not_qt(app) -> None:
    newer = library((ARM, (15, 0)))
    (app / "Contents/Frameworks/PySide6/QtCore.abi3.so").write_bytes(newer)
    make_dmg.check(app, "arm64")
    (app / "Contents/Frameworks/PySide6/Qt/plugins/platforms/libqcocoa.dylib").write_bytes(newer)
    with pytest.raises(StepError, match=r"libqcocoa\.dylib"):
        make_dmg.check(app, "arm64")


def test_a_program_without_its_words_or_with_a_wrong_version_is_not_shipped(app) -> None:
    told = plistlib.loads((app / "Contents/Info.plist").read_bytes()) | {"CFBundleVersion": "0.0.0"}
    (app / "Contents/Info.plist").write_bytes(plistlib.dumps(told))
    shutil.rmtree(app / "Contents/Resources/ms.lproj")
    with pytest.raises(StepError) as fault:
        make_dmg.check(app, "arm64")
    assert "ms.lproj is missing" in str(fault.value)
    assert "CFBundleVersion is '0.0.0'" in str(fault.value)


def test_what_lies_inside_is_signed_before_what_holds_it(app) -> None:
    order = [path.relative_to(app.parent).as_posix() for path in make_dmg.code_in(app)]
    assert order[-1] == "DasarKita.app"
    inside = "DasarKita.app/Contents/Frameworks"
    assert set(order[:-1]) == {
        f"{inside}/PySide6/Qt/lib/QtCore.framework",  # as a whole, and not the link to it
        f"{inside}/PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        f"{inside}/PySide6/QtCore.abi3.so",
        f"{inside}/libffi.8.dylib",
    }


def test_credentials_are_all_there_or_none(tmp_path) -> None:
    key = tmp_path / "key.p8"
    key.write_text("key")
    assert notary.Credentials.given({}) is None
    given = {"DASARKITA_NOTARY_KEY": str(key), "DASARKITA_NOTARY_KEY_ID": "A", "DASARKITA_NOTARY_ISSUER": "B"}
    assert notary.Credentials.given(given) == notary.Credentials(key, "A", "B")
    with pytest.raises(StepError, match="DASARKITA_NOTARY_ISSUER"):
        notary.Credentials.given({**given, "DASARKITA_NOTARY_ISSUER": ""})
    with pytest.raises(StepError, match="there is no file"):
        notary.Credentials.given({**given, "DASARKITA_NOTARY_KEY": str(tmp_path / "gone")})


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ('{"id": "1a", "status": "Accepted", "message": "x"}', {"id": "1a", "status": "Accepted"}),
        ('{"id": "1a", "status": "Invalid"}', {"id": "1a", "status": "Invalid"}),
        ("Error: HTTP status code: 401", {"id": "", "status": ""}),
        ("[]", {"id": "", "status": ""}),
    ],
)
def test_the_answer_of_apple_is_understood(said, understood) -> None:
    assert notary.answer(said) == understood


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(StepError, match="ended with 3:\nbecause"):
        run([sys.executable, "-c", "print('because'); raise SystemExit(3)"])
    with pytest.raises(StepError, match="no-such-command"):
        run(["no-such-command"])


@pytest.mark.skipif(sys.platform == "darwin", reason="there it can")
def test_elsewhere_the_script_says_that_it_needs_a_mac() -> None:
    done = subprocess.run([sys.executable, str(MACOS / "make_dmg.py")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (1, "Only a Mac can make the image for the Mac.")
