"""The package for Debian: what dpkg, the desktop and a software centre are told, in both languages."""

import re
import shutil
import subprocess
import sys
from configparser import RawConfigParser
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

if sys.platform != "linux":
    pytest.skip("packages for Linux are made on Linux", allow_module_level=True)

import PySide6
import shiboken6
from built_tree import packages_needed
from linux import chroots, copyright, deb, depends, layout
from notices import CARRIED, NOTICES

from desktop.business_files import create_policy
from desktop.content.load import load_library
from desktop.store.schema import APPLICATION_ID

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
QT = Path(PySide6.__file__).parent / "Qt"
LIBRARY = next(Path(shiboken6.__file__).parent.glob("libshiboken6.abi3.so.*"))
"""A small one."""

CONTROL = ("1.2.3", ["libc6 (>= 2.35)", "libglib2.0-0 | libglib2.0-0t64"], ["xdg-utils"], 1234)


def tool(name: str) -> str:
    return shutil.which(name) or pytest.skip(f"{name} is not installed")


def said(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree as the freezer leaves it, but small: a program, a library, and the notices."""
    tree = tmp_path / "tree"
    inside = tree / "_internal"
    (inside / CARRIED).parent.mkdir(parents=True)
    (inside / CARRIED).write_text('{"Babel": "2.0"}', encoding="utf-8")
    (tree / NOTICES).write_text("notices\n", encoding="utf-8")
    shutil.copy(LIBRARY, inside / LIBRARY.name)
    shutil.copy("/bin/true", tree / "dasarkita")
    return tree


@pytest.fixture
def with_qt(tree: Path) -> Path:
    """The same with libraries of Qt."""
    for name in ("libQt6Core.so.6", "libicui18n.so.73", "libicuuc.so.73", "libicudata.so.73"):
        shutil.copy(QT / "lib" / name, tree / "_internal" / name)
    return tree


def test_control_says_what_dpkg_asks_for() -> None:
    text = deb.control(*CONTROL)
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.*)$", text, re.MULTILINE))
    assert fields["Package"] == "dasarkita"
    assert fields["Version"] == "1.2.3"
    assert fields["Depends"] == "libc6 (>= 2.35), libglib2.0-0 | libglib2.0-0t64"
    assert fields["Installed-Size"] == "1234"
    assert len(fields["Description"]) <= 60
    assert text.endswith("\n") and "\n\n" not in text
    assert all(len(line) <= 80 for line in text.partition("Description:")[2].splitlines())


def test_control_can_be_read_by_dpkg(tmp_path: Path) -> None:
    (tmp_path / "root" / "DEBIAN").mkdir(parents=True)
    (tmp_path / "root" / "DEBIAN" / "control").write_text(deb.control(*CONTROL), encoding="utf-8")
    said(tool("dpkg-deb"), "--build", str(tmp_path / "root"), str(tmp_path / "x.deb"))
    assert said("dpkg-deb", "--field", str(tmp_path / "x.deb"), "Package") == "dasarkita\n"


def test_the_menu_entry_speaks_both_languages() -> None:
    entry = desktop_entry()
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] and entry[f"{key}[ms]"] and entry[key] != entry[f"{key}[ms]"]
    assert entry["Exec"] == "dasarkita %f"
    assert entry["MimeType"] == f"{mime_type().get('type')};"


def test_the_menu_entry_is_valid() -> None:
    said(tool("desktop-file-validate"), str(layout.HERE / "dasarkita.desktop"))


def test_the_file_type_speaks_both_languages() -> None:
    comments = {each.get(LANG): each.text for each in mime_type().iter(f"{MIME}comment")}
    assert set(comments) == {None, "ms"}
    assert comments[None] != comments["ms"]
    assert [each.get("pattern") for each in mime_type().iter(f"{MIME}glob")] == ["*.dasar"]


def test_a_policy_is_known_by_its_content(tmp_path: Path) -> None:
    library = load_library()
    with create_policy(tmp_path, "Kedai", library, datetime.now().astimezone()) as file:
        path = file.path
    assert fits_magic(path.read_bytes())
    assert not fits_magic(b"SQLite format 3\0" + bytes(200))


def test_the_magic_number_is_that_of_the_store() -> None:
    assert [number for _offset, number in magic_numbers()] == [APPLICATION_ID.to_bytes(4, "big")]


def test_the_description_speaks_both_languages_paragraph_by_paragraph() -> None:
    root = ElementTree.fromstring(layout.metainfo())
    for parent in (root, *root.iter("description"), *root.iter("ul")):
        for kind in ("summary", "p", "li"):
            languages = [each.get(LANG) for each in parent.findall(kind)]
            assert languages == [None, "ms"] * (len(languages) // 2)
    assert len(list(root.iter("li"))) >= 6


def test_the_description_names_the_release_the_menu_entry_and_the_file_type() -> None:
    root = ElementTree.fromstring(layout.metainfo())
    assert f"{root.findtext('id')}.metainfo.xml" == layout.METAINFO
    assert [each.get("version") for each in root.iter("release")] == [layout.VERSION]
    assert root.findtext("launchable") == "dasarkita.desktop"
    assert root.findtext("provides/mediatype") == mime_type().get("type")


def test_a_software_centre_accepts_the_description(tmp_path: Path) -> None:
    file = tmp_path / layout.METAINFO
    file.write_bytes(layout.metainfo())
    version = re.search(r"(\d+)\.(\d+)", said(tool("appstreamcli"), "--version"))
    assert version is not None
    # newer ones ask for a page on the web, which the project does not have
    without_page = ["--override", "url-homepage-missing=info"] if int(version[1]) >= 1 else []
    said("appstreamcli", "validate", "--no-net", "--pedantic", *without_page, str(file))


def test_the_manual_names_every_command_in_both_languages() -> None:
    commands = re.findall(r"^ {4}([a-z][a-z-]+)", said(sys.executable, "-m", "desktop", "--help"), re.MULTILINE)
    assert "self-test" in commands
    for page in ("dasarkita.1", "dasarkita.ms.1"):
        source = (layout.HERE / page).read_text(encoding="utf-8")
        text = re.sub(r"\\f[BIR]", "", source).replace("\\-", "-")
        missing = [name for name in commands if not re.search(rf"\b{re.escape(name)}\b", text)]
        assert not missing, f"{page}: {missing}"
        assert "@VERSION@" in source


def test_depends_are_what_the_libraries_ask_for(with_qt: Path) -> None:
    must, _may = packages_needed(with_qt)
    found = depends.depends(with_qt)
    assert [each.partition(" (")[0] for each in found] == must
    assert "libglib2.0-0 | libglib2.0-0t64" in found
    assert "libc6 (>= 2.34)" in found  # what Qt's own builds ask for
    assert any(re.fullmatch(r"libstdc\+\+6 \(>= \d+\)", each) for each in found)


def test_names_for_apt_are_without_alternatives(with_qt: Path) -> None:
    found = depends.plain_names(with_qt)
    assert "libglib2.0-0" in found
    assert all(re.fullmatch(r"[a-z0-9.+-]+", name) for name in found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/somewhere/python/lib", ""),
        ("$ORIGIN/../lib", "$ORIGIN/../lib"),
        ("$ORIGIN:/somewhere/lib:$ORIGIN/Qt/lib", "$ORIGIN:$ORIGIN/Qt/lib"),
        ("", ""),
    ],
)
def test_no_library_is_looked_for_on_the_build_machine(before: str, after: str) -> None:
    assert layout.own_paths(before) == after


def test_the_packed_tree_has_plain_rights_and_no_trace_of_the_build_machine(tree: Path, tmp_path: Path) -> None:
    patchelf = tool("patchelf")
    said(patchelf, "--set-rpath", "/somewhere/python/lib", str(tree / "_internal" / LIBRARY.name))
    (tree / "_internal" / "libQt6Network.so.6").symlink_to("PySide6/Qt/lib/libQt6Network.so.6")
    (tree / "_internal" / "libQt6.so").symlink_to(LIBRARY.name)
    (tree / NOTICES).chmod(0o600)
    layout.pack_tree(tree, tmp_path / "packed")
    packed = tmp_path / "packed"
    rights = {path.name: path.stat().st_mode & 0o777 for path in packed.rglob("*") if path.is_file()}
    assert rights.pop("dasarkita") == 0o755
    assert set(rights.values()) == {0o644}
    assert (packed / "_internal" / "libQt6.so").is_symlink()
    assert not (packed / "_internal" / "libQt6Network.so.6").is_symlink()
    assert said(patchelf, "--print-rpath", str(packed / "_internal" / LIBRARY.name)).strip() == ""
    assert said(patchelf, "--print-rpath", str(tree / "_internal" / LIBRARY.name)).strip() != ""


def test_a_folder_without_the_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    with pytest.raises(ValueError, match="no program"):
        layout.pack_tree(tmp_path / "tree", tmp_path / "packed")


def test_the_changes_are_written_as_debian_writes_them() -> None:
    text = deb.debian_changes(layout.VERSION)
    assert text.startswith(f"dasarkita ({layout.VERSION}) stable; urgency=low\n\n  * ")
    assert re.search(r"\n -- DasarKita <\S+>  \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000\n$", text)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert len(layout.changes(layout.VERSION)) >= 4


def test_a_version_the_list_of_changes_does_not_name_gets_what_is_to_come() -> None:
    assert layout.changes("999.0") == layout.changes("Unreleased")


def test_the_copyright_names_both_licences_and_what_is_carried(tree: Path) -> None:
    text = copyright.copyright_file(tree, "usr/lib/dasarkita")
    assert re.findall(r"^License: (\S+)$", text, re.MULTILINE) == ["Expat", "of-each", "CC-BY-4.0"]
    assert " Babel 2.0: BSD-3-Clause" in text
    assert "\n\n\n" not in text


def test_nothing_is_packed_without_the_notices(tree: Path, tmp_path: Path) -> None:
    (tree / NOTICES).unlink()
    with pytest.raises(ValueError, match="notices"):
        layout.pack_tree(tree, tmp_path / "packed")


def test_the_size_is_reckoned_as_dpkg_does(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "small").write_bytes(b"x")
    (tmp_path / "folder" / "large").write_bytes(bytes(1025))
    (tmp_path / "link").symlink_to("folder")
    assert deb.installed_size(tmp_path) == 1 + 1 + 2 + 1


def test_the_package_holds_everything(tree: Path, tmp_path: Path) -> None:
    for name in ("dpkg-deb", "patchelf"):
        tool(name)
    made = deb.make_deb(tree, tmp_path / "out")
    assert made.name == f"dasarkita_{layout.VERSION}_amd64.deb"
    listed = said("dpkg-deb", "--contents", str(made))
    for path in (
        "./usr/bin/dasarkita -> ../lib/dasarkita/dasarkita",
        "./usr/share/applications/dasarkita.desktop",
        "./usr/share/mime/packages/dasarkita.xml",
        f"./usr/share/metainfo/{layout.METAINFO}",
        "./usr/share/icons/hicolor/scalable/apps/dasarkita.svg",
        "./usr/share/icons/hicolor/48x48/apps/dasarkita.png",
        "./usr/share/man/man1/dasarkita.1.gz",
        "./usr/share/man/ms/man1/dasarkita.1.gz",
    ):
        assert f" {path}\n" in listed
    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}


def test_lintian_finds_no_errors(tree: Path, tmp_path: Path) -> None:
    lintian = tool("lintian")
    for name in ("dpkg-deb", "patchelf"):
        tool(name)
    said(lintian, "--allow-root", "--fail-on", "error", str(deb.make_deb(tree, tmp_path / "out")))


def desktop_entry() -> dict[str, str]:
    parser = RawConfigParser()
    parser.optionxform = str  # pyright: ignore[reportAttributeAccessIssue]
    parser.read(layout.HERE / "dasarkita.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def mime_type() -> ElementTree.Element:
    return ElementTree.parse(layout.HERE / "dasarkita.xml").getroot()[0]


def magic_numbers() -> list[tuple[int, bytes]]:
    return [
        (int(each.get("offset", "")), int(each.get("value", ""), 16).to_bytes(4, "big"))
        for each in mime_type().iter(f"{MIME}match")
        if each.get("type") == "big32"
    ]


def fits_magic(content: bytes) -> bool:
    return content.startswith(b"SQLite format 3\0") and all(
        content[offset : offset + 4] == number for offset, number in magic_numbers()
    )


def test_only_clean_systems_left_behind_are_swept_away(tmp_path: Path) -> None:
    for name in ("bookworm-x1/etc", "trixie-x2/etc", "my-papers", "bookworm.tar-copies"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "bookworm.tar").touch()
    chroots.sweep(tmp_path, ["bookworm", "trixie"])
    assert {path.name for path in tmp_path.iterdir()} == {"my-papers", "bookworm.tar-copies", "bookworm.tar"}
