"""Makes the image for the Mac from the frozen program, and tries it: opened, copied, run. Only a Mac can.

    python packaging/macos/make_dmg.py              what run.py --freeze left in dist/ -> dist/DasarKita-….dmg
    python packaging/macos/make_dmg.py --no-try     make it only

Without credentials the program is signed by nobody ("ad hoc"), as Apple's processors demand; its owner must allow it
once in the system settings. With these in the environment it is signed by a developer Apple knows, with the hardened
runtime, looked through by Apple, and the answer is put into program and image, for computers without internet:

    DASARKITA_MAC_IDENTITY    "Developer ID Application: …", whose certificate is in a keychain that is open
    DASARKITA_NOTARY_KEY      a file: the key of App Store Connect (.p8)
    DASARKITA_NOTARY_KEY_ID, DASARKITA_NOTARY_ISSUER    what belongs to the key
"""

import argparse
import os
import plistlib
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import mac_bundle
from macos import background, mach_o, trying
from macos.notary import Credentials, notarise
from macos.steps import StepError, run, step

import desktop

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DIST = ROOT / "dist"
APP = DIST / "DasarKita.app"
ENTITLEMENTS = HERE / "entitlements.plist"
_SAYS_TOO_MUCH = re.compile(r"/(PySide6|shiboken6)/[^/]+\.(so|dylib): starts on macOS")
"""The bindings of Qt say that they start on macOS 15 only. That is the system they were built on: they ask for nothing
that is missing on the oldest system of Qt itself, whose libraries say it rightly."""

_PROCESSORS = {"arm64": "arm64", "x86_64": "x64"}


def image_name(machine: str) -> str:
    """What the image is called, made on such a machine."""
    return f"DasarKita-{desktop.__version__}-macos-{_PROCESSORS[machine]}.dmg"


def check(app: Path, processor: str) -> None:
    """See that the frozen program is what was asked for. Raises `StepError`."""
    told = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    expected = {
        "CFBundleIdentifier": mac_bundle.IDENTIFIER,
        "CFBundleExecutable": "dasarkita",
        **mac_bundle.info_plist(),
    }
    wrong = [f"Info.plist: {key} is {told.get(key)!r}" for key, value in expected.items() if told.get(key) != value]
    resources = app / "Contents" / "Resources"
    needed = [told.get("CFBundleIconFile", mac_bundle.ICON), *(f"{lang}.lproj" for lang in mac_bundle.words())]
    wrong += [f"{name} is missing" for name in needed if not (resources / name).exists()]
    oldest = tuple(int(part) for part in mac_bundle.OLDEST_SYSTEM.split("."))
    too_new = mach_o.too_new(app, processor, (oldest[0], oldest[1]))
    wrong += [line for line in too_new if not _SAYS_TOO_MUCH.search(line)]
    if wrong:
        raise StepError("\n".join([f"{app.name} must not be shipped:", *wrong]))


def code_in(app: Path) -> list[Path]:
    """What must be signed, in this order: what lies deepest first, frameworks as a whole, the program last."""
    frameworks = {path for path in (app / "Contents").rglob("*.framework") if not path.is_symlink()}
    main = app / "Contents" / "MacOS" / "dasarkita"
    single = {path for path in mach_o.libraries(app) if path != main and not any(f in path.parents for f in frameworks)}
    return [*sorted(single | frameworks, key=lambda path: (-len(path.parts), path)), app]


def sign(app: Path, identity: str) -> None:
    """Sign the program and all it carries. Raises `StepError`."""
    command: list[str | Path] = ["codesign", "--force", "--sign", identity or "-"]
    if identity:
        command += ["--timestamp", "--options", "runtime"]
    for path in code_in(app):
        rights: list[str | Path] = ["--entitlements", ENTITLEMENTS] if path == app and identity else []
        run([*command, *rights, path])
    run(["codesign", "--verify", "--deep", "--strict", app])


def build(app: Path, target: Path, work: Path) -> None:
    """Make the image. Raises `StepError`."""
    settings = {
        "app": app,
        "icon": app / "Contents" / "Resources" / mac_bundle.ICON,
        "background": background.draw(work),
    }
    defines = [word for name, value in settings.items() for word in ("-D", f"{name}={value}")]
    half = target.with_name(f"half-{target.name}")
    try:
        run([sys.executable, "-m", "dmgbuild", "-s", HERE / "dmg_settings.py", *defines, "DasarKita", half])
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    run(["hdiutil", "verify", target])


def make(app: Path, target: Path, *, tries: bool) -> None:
    """All steps, one after the other. Raises `StepError`."""
    identity = os.environ.get("DASARKITA_MAC_IDENTITY", "")
    credentials = Credentials.given(os.environ) if identity else None
    with tempfile.TemporaryDirectory(prefix="dasarkita-dmg-") as folder:
        work = Path(folder)
        with step("look into the program"):
            run(["plutil", "-lint", app / "Contents" / "Info.plist", ENTITLEMENTS])
            check(app, _PROCESSORS[os.uname().machine])
        with step("sign the program" if identity else "sign the program, ad hoc"):
            sign(app, identity)
        if credentials is not None:
            with step("let Apple look through the program"):
                packed = work / "DasarKita.zip"
                run(["ditto", "-c", "-k", "--keepParent", app, packed])
                notarise(packed, credentials, staple=app)
        with step("make the image"):
            build(app, target, work)
        if identity:
            with step("sign the image"):
                run(["codesign", "--sign", identity, "--timestamp", target])
        if credentials is not None:
            with step("let Apple look through the image"):
                notarise(target, credentials, staple=target)
        if tries:
            trying.try_image(target, work, known_to_apple=credentials is not None)


def main() -> int:
    """Make the image as the command line says. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-try", action="store_true", help="make it only")
    wish = parser.parse_args()
    if sys.platform != "darwin":
        print("Only a Mac can make the image for the Mac.", file=sys.stderr)
        return 1
    if not APP.is_dir():
        print(f"{APP}: there is none. First: python3 run.py --freeze", file=sys.stderr)
        return 1
    target = DIST / image_name(os.uname().machine)
    try:
        make(APP, target, tries=not wish.no_try)
    except (StepError, OSError, ValueError) as fault:
        print(f"no image: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
