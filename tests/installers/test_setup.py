"""The setup for Windows: what it says, what it is built from, and what goes into the program's properties."""

import re
import shutil
import sys
from pathlib import Path

import pytest

WINDOWS = Path(__file__).resolve().parent.parent.parent / "packaging" / "windows"
sys.path.insert(0, str(WINDOWS))

import build_setup  # noqa: E402
import pictures  # noqa: E402
import version_resource  # noqa: E402
import windows_python  # noqa: E402
from PIL import Image  # noqa: E402

NLF = (WINDOWS / "lang" / "Malay.nlf").read_text("utf-8-sig")
NSH = (WINDOWS / "lang" / "Malay.nsh").read_text("utf-8-sig")
TEXTS = (WINDOWS / "lang" / "texts.nsh").read_text("utf-8")
SETUP, FOLDER, CHANGING, REGISTERING, UNINSTALLER = (
    (WINDOWS / name).read_text("utf-8")
    for name in ("setup.nsi", "folder.nsh", "changing.nsh", "registering.nsh", "uninstaller.nsh")
)
SCRIPT = SETUP + FOLDER + CHANGING + REGISTERING + UNINSTALLER

ENGLISH = Path("/usr/share/nsis/Contrib/Language files")
"""NSIS's own English, where NSIS is installed."""

ALIKE = {"^Branding", "^UnDirSubText", "^Byte", "^Kilo", "^Mega", "^Giga"}
"""Not words."""

NOT_MALAY = re.compile(
    r"\b(setup|wizard|reboot\w*|checkbox|log|uninstall\w*|install\w*|click|folder destinasi|pengaturan|unduh\w*|berkas"
    r"|jendela|batalkan|silakan|jalankan|tombol|perangkat|direktori|hapus\w*|bisa|kamu)\b",
    re.IGNORECASE,
)
"""English left over, and Indonesian."""


def nlf(text: str) -> dict[str, str]:
    """name -> string"""
    return dict(re.findall(r"(?m)^# (\^\w+)\n(.*)$", text.replace("\r", "")))


def nsh(text: str) -> dict[str, list[str]]:
    """name -> strings; one is there twice, for one of two looks each"""
    found: dict[str, list[str]] = {}
    for name, words in re.findall(r'\$\{LangFileString\} (\w+) "(.*)"', text):
        found.setdefault(name, []).append(words)
    return found


def own() -> list[tuple[str, str, str]]:
    """name, English, Malay"""
    return re.findall(r'(?m)^!insertmacro text (\w+) \\\n  "(.*)" \\\n  "(.*)"$', TEXTS)


@pytest.mark.skipif(not ENGLISH.is_dir(), reason="NSIS is not installed")
def test_malay_has_every_string_of_nsis() -> None:
    english_nlf = nlf((ENGLISH / "English.nlf").read_text("utf-8-sig"))
    english_nsh = nsh((ENGLISH / "English.nsh").read_text("utf-8-sig"))
    assert nlf(NLF).keys() == english_nlf.keys()
    assert {name: len(words) for name, words in nsh(NSH).items()} == {
        name: len(words) for name, words in english_nsh.items()
    }
    same = {name for name, words in nlf(NLF).items() if words == english_nlf[name]}
    assert same <= ALIKE
    assert not [name for name, words in nsh(NSH).items() if set(words) & set(english_nsh[name])]


def test_no_string_is_empty() -> None:
    assert len(nlf(NLF)) > 80
    assert len(nsh(NSH)) > 60
    assert len(own()) == TEXTS.count("!insertmacro text ") > 15
    assert {name for name, words in nlf(NLF).items() if not words.strip(' "')} == {"^UnDirSubText"}
    assert all(words.strip() for both in nsh(NSH).values() for words in both)
    assert all(english.strip() and malay.strip() and english != malay for _, english, malay in own())


def test_malay_is_malay() -> None:
    # names of buttons a Windows in English shows, in brackets, are English on purpose
    texts = [
        *nlf(NLF).values(),
        *(words for both in nsh(NSH).values() for words in both),
        *(malay for *_, malay in own()),
    ]
    wrong = [
        (text, word[0]) for text in texts for word in NOT_MALAY.finditer(re.sub(r"\(\w+\)|\$\(?\^?\w+\)?", "", text))
    ]
    assert wrong == []


def test_both_languages_have_the_same_places() -> None:
    for name, english, malay in own():
        places = [
            set(re.findall(r"\$\{?\w+\}?", text)) - {"$r", "$n", "${NEW_LINE}", "${PARAGRAPH}"}
            for text in (english, malay)
        ]
        assert places[0] == places[1], name


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    names = {name for name, *_ in own()}
    used = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    assert used == names


def test_the_uninstaller_takes_away_what_the_setup_writes() -> None:
    written = {
        path.split("\\")[0] + "\\" + path.split("\\")[1]
        for path in re.findall(r'WriteReg\w+ HKCU "(\$\{CLASSES\}\\[^"]+)"', SETUP + REGISTERING)
    }
    assert {r"${CLASSES}\${FILE_TYPE}", r"${CLASSES}\${EXTENSION}", r"${CLASSES}\Applications"} == written
    for key in (r"${CLASSES}\${FILE_TYPE}", r"${CLASSES}\Applications\${PROGRAM}", "${APPS_AND_FEATURES}"):
        assert f'DeleteRegKey HKCU "{key}"' in UNINSTALLER
    assert f'DeleteRegKey /ifempty HKCU "{chr(36)}{{CLASSES}}\\{chr(36)}{{EXTENSION}}"' in UNINSTALLER
    for shortcut in re.findall(r'CreateShortcut "([^"]+)"', SETUP + REGISTERING):
        assert f'Delete "{shortcut}"' in UNINSTALLER


def test_only_folders_of_our_own_are_removed_with_what_is_in_them() -> None:
    removed = set(re.findall(r'RMDir /r "([^"]+)"', SCRIPT))
    assert removed == {
        *(rf"$INSTDIR\{name}" for name in ("_internal", ".new", ".old", ".gone")),
        *(rf"$LOCALAPPDATA\${{NAME}}\{name}" for name in ("Cache", "Logs", "running")),
    }


def test_autostart_is_what_the_program_writes() -> None:
    program = (WINDOWS.parent.parent / "desktop" / "autostart.py").read_text("utf-8")
    assert (
        re.search(r'_NAME = "(\w+)"', program)[1]
        == re.search(r'DeleteRegValue HKCU "\$\{AUTOSTART\}" "(\w+)"', SCRIPT)[1]
    )
    assert re.search(r'_WINDOWS_KEY = r"(.*)"', program)[1] == re.search(r'!define AUTOSTART "(.*)"', SCRIPT)[1]


def test_requirements_are_judged_by_windows() -> None:
    lines = "one==1 ; sys_platform == 'win32'\ntwo==2 ; sys_platform == 'linux'\n# none\nthree==3\n"
    assert windows_python.requirements([lines, "four==4 ; os_name == 'nt'"]) == ["four==4", "one==1", "three==3"]


def test_digest_sees_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    first = windows_python.digest_of(tmp_path)
    (tmp_path / "a.pyc").write_text("made by Python itself")
    assert windows_python.digest_of(tmp_path) == first
    (tmp_path / "a").write_text("2")
    second = windows_python.digest_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, windows_python.digest_of(tmp_path)}) == 3


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("1.0.0rc12", (1, 0, 0, 0)), ("10.11.12.dev3", (10, 11, 12, 0))],
)
def test_numbers_of_a_version(version: str, numbers: tuple[int, int, int, int]) -> None:
    assert version_resource.numbers(version) == numbers


def test_pictures_are_as_large_as_they_are_shown(tmp_path: Path) -> None:
    pictures.make(tmp_path)
    for name, (width, height) in {"side": pictures.SIDE, "header": pictures.HEADER}.items():
        for scale in pictures.SCALES:
            with Image.open(tmp_path / f"{name}-{scale}.bmp") as picture:
                assert picture.size == (round(width * scale / 100), round(height * scale / 100))
                assert picture.mode == "RGB"
                assert len(picture.getcolors(1 << 20) or []) > 20
    for name in ("dasar", "dasarkita"):
        with Image.open(tmp_path / f"{name}.ico") as icon:
            assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= icon.info["sizes"]
    assert (tmp_path / "dasar.ico").read_bytes() != (tmp_path / "dasarkita.ico").read_bytes()


@pytest.mark.skipif(not ENGLISH.is_dir(), reason="NSIS is not installed")
@pytest.mark.parametrize(("left_out", "machine"), [("nothing", 0x8664), ("*amd64*", 0x014C)])
def test_nsis_for_windows_makes_it_too_though_it_has_nothing_of_64_bit(
    monkeypatch, tmp_path: Path, left_out: str, machine: int
) -> None:
    nsis = tmp_path / "nsis"
    shutil.copytree(ENGLISH.parent.parent, nsis, ignore=shutil.ignore_patterns(left_out))
    monkeypatch.setenv("NSISDIR", str(nsis))
    tree = tmp_path / "tree"
    (tree / "_internal").mkdir(parents=True)
    for name in build_setup.KNOWN - {"_internal"}:
        (tree / name).touch()
    setup = build_setup.build(tree, tmp_path, quick=True).read_bytes()
    header = int.from_bytes(setup[0x3C:0x40], "little")
    assert setup[header : header + 4] == b"PE\0\0"
    assert int.from_bytes(setup[header + 4 : header + 6], "little") == machine
