"""What is tried with a package in a clean system, step by step, and what must be found after each."""

import hashlib
import re
import shlex
import shutil
import subprocess
import tarfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from linux import drive
from linux.chroots import HOME, RUNTIME, Chroot
from linux.screen import NotSeenError, Screen, wait_for

PROGRAM = "/usr/lib/dasarkita/dasarkita"
MIME_TYPE = "application/x-dasarkita"
LEFT_BY_OLD = "/usr/lib/dasarkita/_internal/of-the-older-version"
"""A file only an older package made for the trial has: the upgrade must take it away."""

_FILE_TOOLS = ("xdg-utils", "libglib2.0-bin", "shared-mime-info", "desktop-file-utils")
"""What every desktop has for opening files, and a bare system lacks."""

_CACHE = ".cache"
_NAME = "dasarkita"


class StepError(Exception):
    """A step that did not do what it should, in a few lines."""


@dataclass
class Steps:
    """Runs steps, says how long each took, and keeps what it said for the end."""

    place: str
    lines: list[str] = field(default_factory=list[str])

    def __call__(self, name: str, work: Callable[[], object]) -> None:
        """Run a step; a text it returns goes into its line. Raises `StepError`."""
        start = time.monotonic()
        try:
            said = work()
        except subprocess.CalledProcessError as fault:
            told = f"{shlex.join(map(str, fault.cmd))} ended with {fault.returncode}:\n{fault.stdout}\n{fault.stderr}"
            raise StepError(f"{self.place}: {name}: {told}") from fault
        except (AssertionError, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as fault:
            raise StepError(f"{self.place}: {name}: {type(fault).__name__}: {fault}") from fault
        note = f"  ({said.strip()})" if isinstance(said, str) and said.strip() else ""
        self.lines.append(f"{time.monotonic() - start:7.1f} s  {self.place}: {name}{note}")
        print(self.lines[-1], flush=True)


@dataclass(frozen=True)
class Trial:
    """A clean system, the screen its windows are on, and where pictures and notes of it go."""

    system: Chroot
    screen: Screen
    out: Path
    step: Steps

    def use(self, command: str) -> None:
        """What needs nothing of a desktop: it tests itself, shows its window by itself, and is used by hand."""
        self.step("self-test", lambda: _quietly(self.system.as_user(command, "self-test")))
        self.step("smoke run", lambda: self._smoke(command, "xcb", DISPLAY=self.screen.display))
        self.step("start, sample, export in Malay, English, quit", lambda: self._by_hand(command))

    def file_types(self) -> None:
        """A policy is known for one by its name, and by its content; a protected one, all noise, by its name."""
        folder = self.system.home / "types"
        folder.mkdir()
        shutil.copyfile(self.sample, folder / "without-ending")
        (folder / "protected.dasar").write_bytes(hashlib.sha512(b"noise").digest() * 64)
        (folder / "any.dasar").write_bytes(self.sample.read_bytes())
        for name in ("without-ending", "protected.dasar", "any.dasar"):
            said = self.system.as_user("xdg-mime", "query", "filetype", f"{HOME}/types/{name}").strip()
            _expect(said == MIME_TYPE, f"{name} is taken for {said!r}")
        shutil.rmtree(folder)
        said = self.system.as_user("xdg-mime", "query", "default", MIME_TYPE).strip()
        _expect(said == "dasarkita.desktop", f"a policy is opened by {said!r}")

    def open_with(self, opener: str, program: str) -> None:
        """What a double-click does: the desktop is asked to open a policy. `program` ends the path of what must run."""
        inside = f"{HOME}/{self.sample.relative_to(self.system.home)}"
        words = opener.split()
        log = self.out / "opener.log"
        process = self.system.start(log, *words, inside, DISPLAY=self.screen.display)
        try:
            self.screen.window(f"^{self.sample.stem} - DasarKita$")
        except NotSeenError as fault:
            runs = f"{program} runs as {self.system.running(program)}, {opener} ended with {process.poll()}"
            raise NotSeenError(f"{fault}; {runs} and said: {log.read_text(errors='replace')[-1500:]}") from fault
        _expect(bool(self.system.running(program)), f"{program} is not what has opened it")
        drive.looks_and_quits(self.screen, self.sample, f"opened-by-{words[0]}")
        wait_for("the program to end", lambda: not self.system.running(program) or None)
        process.wait(30)

    @property
    def sample(self) -> Path:
        """The policy of the user, seen from outside."""
        return next((self.system.home / "Documents" / "DasarKita").glob("*.dasar"))

    def own_files(self) -> dict[str, str]:
        """What belongs to the user, each with a sum of its content."""
        home = self.system.home
        files = (path for path in home.rglob("*") if path.is_file() and _CACHE not in path.relative_to(home).parts)
        return {str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(files)}

    def under_wayland(self, command: str) -> str:
        """The smoke run on the kind of screen that desktops have by default today; nobody sees this one."""
        size = ("--width=1920", "--height=1080")
        compositor = self.system.start(
            self.out / "weston.log", "weston", "--backend=headless-backend.so", "--socket=wayland-trial", *size
        )
        try:
            socket = self.system.path(f"{RUNTIME}/wayland-trial")
            wait_for("a Wayland screen", lambda: socket.exists() or None)
            return self._smoke(command, "wayland", WAYLAND_DISPLAY=socket.name, XDG_SESSION_TYPE="wayland")
        finally:
            compositor.terminate()
            compositor.wait(30)

    def _smoke(self, command: str, platform: str, **variables: str) -> str:
        folder = f"{HOME}/smoke"
        self.system.as_user(command, "--smoke", folder, seconds=120, **variables)
        seen = self.system.path(folder)
        shutil.copytree(seen, self.out / f"smoke-{platform}", dirs_exist_ok=True)
        said = drive.check_smoke(seen, platform)
        shutil.rmtree(seen)
        return said

    def _by_hand(self, command: str) -> str:
        return drive.first_minutes(self.system, self.screen, self.out / "window.log", command)


def try_package(trial: Trial, package: Path, old: Path) -> None:
    """The whole life of the .deb: install, use, remove; an older one, the upgrade, and everything away."""
    system, step = trial.system, trial.step
    step("there is no Python", lambda: _without_python(system))
    step("apt-get install", lambda: _install(system, package))
    trial.use("dasarkita")
    step("there is still no Python", lambda: _without_python(system))
    step("install what desktops open files with", lambda: _quietly(system.install(*_FILE_TOOLS)))
    step("file type and its program", trial.file_types)
    for opener in ("gio open", "xdg-open"):
        step(opener, lambda opener=opener: trial.open_with(opener, PROGRAM))
    step("install a Wayland screen", lambda: _quietly(system.install("weston")))
    step("smoke run under Wayland", lambda: trial.under_wayland("dasarkita"))
    own = trial.own_files()
    step("apt-get remove", lambda: _quietly(system.as_root("apt-get", "remove", "-y", "-q", "dasarkita")))
    step("only the user's files are left", lambda: _nothing_left(trial, own))
    bare = system.files()
    step("install an older version", lambda: _install(system, old))
    step("upgrade", lambda: _upgrade(trial, package, own))
    step("gio open after the upgrade", lambda: trial.open_with("gio open", PROGRAM))
    own = trial.own_files()
    step("apt-get purge", lambda: _quietly(system.as_root("apt-get", "purge", "-y", "-q", "dasarkita")))
    step("only the user's files are left", lambda: _nothing_left(trial, own))
    step("no file more or less than before", lambda: _same(bare, system.files()))


def try_archive(trial: Trial, archive: Path) -> None:
    """The .tar.xz: unpack, install the libraries its README names, use, enter in the menu, take out again."""
    system, step = trial.system, trial.step
    with tarfile.open(archive) as packed:
        name = packed.getnames()[0]
    place = f"{HOME}/Muat turun"  # a folder with a space, as people have
    command = f"{place}/{name}/dasarkita"
    step("unpack", lambda: _unpack(system, archive, place))
    step("install what the README names", lambda: _libraries_of(trial, f"{place}/{name}/README.txt"))
    step("there is no Python", lambda: _without_python(system))
    trial.use(command)
    step("install what desktops open files with", lambda: _quietly(system.install(*_FILE_TOOLS)))
    before = trial.own_files()
    step("add-to-menu", lambda: system.as_user(f"{place}/{name}/add-to-menu"))
    step("file type and its program", trial.file_types)
    step("gio open", lambda: trial.open_with("gio open", f"{name}/dasarkita"))
    step("remove-from-menu", lambda: system.as_user(f"{place}/{name}/remove-from-menu"))
    step("nothing of it is left in the menu", lambda: _menu_is_clean(trial, before))


def _install(system: Chroot, package: Path) -> str:
    shutil.copyfile(package, system.path(f"/tmp/{package.name}"))
    before = len(_packages(system))
    system.install(f"/tmp/{package.name}")
    system.path(f"/tmp/{package.name}").unlink()
    return f"version {_version(system)}, {len(_packages(system)) - before} packages"


def _upgrade(trial: Trial, package: Path, own: dict[str, str]) -> str:
    system = trial.system
    before = _version(system)
    said = _install(system, package)
    _expect(_version(system) != before, f"the version is still {before}")
    _expect(not system.path(LEFT_BY_OLD).exists(), f"{LEFT_BY_OLD} is still there")
    _expect(trial.own_files() == own, "files of the user were touched")
    return f"from {before} to {said}"


def _unpack(system: Chroot, archive: Path, place: str) -> str:
    # xz is no part of a bare system; unpacking is the file manager's, and this machine's here
    system.as_user("mkdir", place)
    subprocess.run(["tar", "-C", str(system.path(place)), "--no-same-owner", "-xJf", str(archive)], check=True)
    system.as_root("chown", "-R", "aminah:aminah", place)
    return f"{archive.stat().st_size / 1e6:.1f} MB"


def _libraries_of(trial: Trial, readme: str) -> str:
    text = trial.system.path(readme).read_text(encoding="utf-8")
    found = re.findall(r"sudo apt-get install ((?:[^\n]*\\\n)*[^\n]*)", text)
    _expect(
        len(found) == 2 and found[0] == found[1], f"the README does not name the libraries in both languages: {found}"
    )
    packages = found[0].replace("\\\n", " ").split()
    trial.system.install(*packages)
    return f"{len(packages)} named"


def _without_python(system: Chroot) -> None:
    found = [str(path) for folder in ("usr/bin", "usr/local/bin") for path in (system.root / folder).glob("python*")]
    _expect(not found, f"there is {found}")


def _nothing_left(trial: Trial, own: dict[str, str]) -> None:
    system = trial.system
    named = [path for path in system.files() if _NAME in path.lower()]
    _expect(not named, f"left: {named}")
    told = [
        path for path in ("applications/mimeinfo.cache", "mime/globs2", "mime/mime.cache") if _names_us(system, path)
    ]
    _expect(not told, f"still spoken of in {told}")
    notes = [path.name for path in system.path("/var/lib/dpkg/info").glob(f"*{_NAME}*")]
    _expect(not notes, f"dpkg still has {notes}")
    _expect(trial.own_files() == own, "files of the user were touched")


def _names_us(system: Chroot, path: str) -> bool:
    cache = system.path(f"/usr/share/{path}")
    return cache.exists() and _NAME.encode() in cache.read_bytes().lower()


def _same(before: set[str], after: set[str]) -> None:
    _expect(before == after, f"more: {sorted(after - before)[:20]}; less: {sorted(before - after)[:20]}")


def _menu_is_clean(trial: Trial, before: dict[str, str]) -> None:
    data, own = ".local/share/", ".local/share/DasarKita/"  # copies of policies, which are the user's
    new = [
        path for path in trial.own_files() if path.startswith(data) and not path.startswith(own) and path not in before
    ]
    ours = [path for path in new if _NAME in path.lower()]
    _expect(not ours, f"left: {ours}")
    told = [path for path in new if _NAME.encode() in (trial.system.home / path).read_bytes().lower()]
    _expect(not told, f"still spoken of in {told}")


def _packages(system: Chroot) -> list[str]:
    return system.as_root("dpkg-query", "-W", "-f", "${Package}\n").split()


def _version(system: Chroot) -> str:
    return system.as_root("dpkg-query", "-W", "-f", "${Version}", "dasarkita")


def _quietly(_said: object) -> None:
    """What a command says is no news."""


def _expect(what: object, otherwise: str) -> None:
    if not what:
        raise AssertionError(otherwise)
