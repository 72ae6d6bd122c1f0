"""Clean Debian systems in a folder, to install into, to run programs in as an ordinary user, and to throw away.

All mounts are made in a mount namespace of the process's own (`go_apart`), so that they end with it whatever happens.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

TOOLS = {"debootstrap": "debootstrap", "unshare": "util-linux", "setpriv": "util-linux", "chroot": "coreutils"}
"""What is called here, and the Debian package it is in."""

USER = "aminah"
HOME = f"/home/{USER}"
RUNTIME = "/tmp/runtime-aminah"
_NUMBER = 1000
_APART = "DASARKITA_APART"
_PASSING = {"proc", "sys", "dev", "run", "tmp", "home", "root"}
_KEPT_BY_APT = ("var/cache", "var/log", "var/lib/apt", "var/lib/dpkg")
_CHROOT = "/usr/sbin/chroot"
"""In full: it is looked for with the variables of those it runs programs for."""

_NODES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9), "tty": (5, 0)}


def go_apart() -> None:
    """Start this script once more with mounts and processes of its own, and end with it; goes on if that is done.

    Whatever is mounted or still runs in a clean system then ends with the script, even when that is killed.
    """
    if os.environ.get(_APART) == str(os.getpid()):
        return
    command = [
        "setpriv",
        "--pdeathsig",
        "KILL",
        "unshare",
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
    ]
    environment = {**os.environ, _APART: "1"}
    with subprocess.Popen([*command, sys.executable, *sys.argv], env=environment, process_group=0) as child:

        def stop(_signal: int, _frame: object) -> None:
            """Let it take down what it has set up, as after an interruption from the keyboard."""
            os.killpg(child.pid, signal.SIGINT)

        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
        sys.exit(child.wait())


class Chroot:
    """A system in a folder, `root`, with an ordinary user."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def home(self) -> Path:
        """The user's folder, seen from outside."""
        return self.path(HOME)

    def path(self, inside: str) -> Path:
        """A place of the system, seen from outside."""
        return self.root / inside.lstrip("/")

    def as_root(self, *command: str, seconds: float = 600) -> str:
        """Run a command as its administrator; returns what it says. Raises `CalledProcessError`, and says why."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "LC_ALL": "C.UTF-8",
        }
        return self._said([*self._chroot(), *command], environment, seconds)

    def as_user(self, *command: str, seconds: float = 120, **variables: str) -> str:
        """Run a command as the user; returns what it says. Raises `CalledProcessError`, and says why."""
        return self._said([*self._as_user(), *command], _of_the_user(variables), seconds)

    def start(self, log: Path, *command: str, **variables: str) -> "subprocess.Popen[bytes]":
        """Start a program as the user and let it run; what it says goes to `log`."""
        with log.open("wb") as said:
            return subprocess.Popen(
                [*self._as_user(), *command],
                env=_of_the_user(variables),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def install(self, *packages: str) -> None:
        """Install packages, or a package file, with what they depend on and nothing more."""
        self.as_root("apt-get", "install", "-y", "-q", "--no-install-recommends", *packages)

    def running(self, program: str) -> list[int]:
        """The processes in this system that run a program, by the end of its path."""
        found: list[int] = []
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if str((process / "exe").readlink()).endswith(program) and _runs_in(process, self.root):
                    found.append(int(process.name))
            except OSError:
                continue  # it has just ended
        return found

    def files(self) -> set[str]:
        """Everything on the system that stays, but for the homes of its users and what apt notes down."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.root):
            here = os.path.relpath(folder, self.root)
            if here == ".":
                folders[:] = [name for name in folders if name not in _PASSING]
            if here in _KEPT_BY_APT:
                folders[:] = []
                continue
            found.update(os.path.join(here, name) for name in (*folders, *names))  # noqa: PTH118 - many, and plain text
        return found

    def end_processes(self) -> None:
        """End what still runs in this system."""
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if _runs_in(process, self.root):
                    os.kill(int(process.name), signal.SIGKILL)
            except OSError:
                continue  # it has just ended

    def _chroot(self) -> list[str]:
        return [_CHROOT, str(self.root)]

    def _as_user(self) -> list[str]:
        # env goes to the user's folder, from which programs of a menu start
        whose = [f"--userspec={_NUMBER}:{_NUMBER}", "--groups="]
        return [_CHROOT, *whose, str(self.root), "/usr/bin/env", "-C", HOME]

    def _said(self, command: list[str], environment: dict[str, str], seconds: float) -> str:
        done = subprocess.run(
            command,
            env=environment,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
        return done.stdout


@contextmanager
def clean_system(release: str, cache: Path, mirror: str) -> Generator[Chroot]:
    """A new system of this release, as bare as Debian can be, with a user; gone after the block."""
    base = _base(release, cache, mirror)
    root = Path(tempfile.mkdtemp(prefix=f"{release}-", dir=cache)).resolve()
    system = Chroot(root)
    try:
        subprocess.run(["tar", "-C", str(root), "-xf", str(base)], check=True)
        root.chmod(0o755)
        _mount(root)
        # no service starts in here
        policy = system.path("/usr/sbin/policy-rc.d")
        policy.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
        policy.chmod(0o755)
        shutil.copyfile("/etc/resolv.conf", system.path("/etc/resolv.conf"))
        system.as_root("useradd", "--create-home", f"--uid={_NUMBER}", "--shell=/bin/sh", USER)
        runtime = system.path(RUNTIME)
        runtime.mkdir(mode=0o700)
        os.chown(runtime, _NUMBER, _NUMBER)
        system.as_root("apt-get", "update", "-q")
        yield system
    finally:
        system.end_processes()
        _remove(root)


def sweep(cache: Path, releases: Iterable[str]) -> None:
    """Remove what runs that were killed have left in the cache: clean systems of these releases, and nothing else."""
    for left in (path for release in releases for path in cache.glob(f"{release}-*")):
        if left.is_dir():
            _remove(left.resolve())


def usual_mirror() -> str:
    """The Debian mirror this machine uses itself; "" if it is no Debian, for debootstrap's own."""
    sources = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    words = (word for source in sources if source.is_file() for word in source.read_text(encoding="utf-8").split())
    return next((word for word in words if word.startswith("http") and word.rstrip("/").endswith("/debian")), "")


def _base(release: str, cache: Path, mirror: str) -> Path:
    """The bare system as an archive, fetched at first need."""
    cache.mkdir(parents=True, exist_ok=True)
    base = cache / f"{release}.tar"
    if base.exists():
        return base
    with tempfile.TemporaryDirectory(prefix=f"{release}-", dir=cache) as folder:
        done = subprocess.run(
            ["debootstrap", "--variant=minbase", release, folder, *filter(None, [mirror])],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, done.args, done.stdout[-2000:], done.stderr)
        half = base.with_suffix(".new")
        subprocess.run(
            ["tar", "-C", folder, "--exclude=./var/cache/apt/archives/*.deb", "-cf", str(half), "."], check=True
        )
        half.replace(base)
    return base


def _of_the_user(variables: dict[str, str]) -> dict[str, str]:
    usual = {
        "HOME": HOME,
        "USER": USER,
        "LOGNAME": USER,
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "ms_MY.UTF-8",
        "XDG_RUNTIME_DIR": RUNTIME,
        "XDG_CURRENT_DESKTOP": "GNOME",
    }
    return usual | variables


def _mount(root: Path) -> None:
    """Processes, a few devices, and the sockets of the screens of this machine. Never the machine's own /dev."""
    _call("mount", "-t", "proc", "proc", str(root / "proc"))
    _call("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", str(root / "dev"))
    for name, (major, minor) in _NODES.items():
        node = root / "dev" / name
        os.mknod(node, 0o20666, os.makedev(major, minor))
        node.chmod(0o666)
    (root / "dev" / "shm").mkdir()
    (root / "dev" / "shm").chmod(0o1777)
    (root / "dev" / "fd").symlink_to("/proc/self/fd")
    sockets = root / "tmp" / ".X11-unix"
    sockets.mkdir()
    _call("mount", "--bind", "/tmp/.X11-unix", str(sockets))


def _remove(root: Path) -> None:
    """Take down what is mounted below a folder, then the folder. Raises `RuntimeError` if something stays mounted."""
    for place in sorted(_mounted(root), reverse=True):
        _call("umount", "--lazy", place)
    if left := _mounted(root):
        raise RuntimeError(f"{root} is left as it is: still mounted: {', '.join(left)}")
    _call("rm", "-rf", "--one-file-system", str(root))


def _runs_in(process: Path, root: Path) -> bool:
    return (process / "root").readlink() == root


def _mounted(root: Path) -> list[str]:
    lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    places = (line.split()[4] for line in lines)
    return [place for place in places if place == str(root) or place.startswith(f"{root}/")]


def _call(*command: str) -> None:
    subprocess.run(command, check=True)
