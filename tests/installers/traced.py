"""What a program asks of the system, as strace sees it: which networks it speaks to, and what it writes."""

import re
import subprocess
from pathlib import Path

_WRITING = (
    "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,"
    "symlink,symlinkat,truncate,chmod,fchmodat,chown,fchownat,lchown,utime,utimes,utimensat,futimesat,setxattr"
)
_OPENED_TO_WRITE = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
_CALL = re.compile(r"^(?:\d+ +)?(?P<name>\w+)\((?P<what>.*)$")
_FAILED = re.compile(r"\) += -1 E\w+ \(.*\)$")
_NOT_OURS = ("/dev/", "/proc/self/", "/var/cache/fontconfig/")
"""Places that are no files: devices, and what a process says of itself; and where the system keeps its list of fonts,
which the library of fonts brings up to date for whoever may."""


def trace(command: list[str], environment: dict[str, str], folder: Path) -> tuple[int, list[str]]:
    """Run a command in a folder; returns its exit code and its calls about networks and about writing files."""
    seen = folder / "calls.txt"
    calls = ",".join(["%network", *(f"?{name}" for name in _WRITING.split(","))])
    done = subprocess.run(
        ["strace", "-f", "-q", "-s", "4096", "-o", str(seen), "-e", f"trace={calls}", "-e", "signal=none", *command],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = seen.read_text("utf-8", "replace").splitlines()
    seen.unlink()
    return done.returncode, [line for line in lines if _CALL.match(line)]


def about_networks(calls: list[str]) -> list[str]:
    """The calls that open a way to another process, or use one."""
    return [call for call in calls if (match := _CALL.match(call)) and match["name"] not in _WRITING.split(",")]


def written(calls: list[str]) -> set[str]:
    """The files and folders that were made, changed or removed."""
    paths: set[str] = set()
    for call in calls:
        match = _CALL.match(call)
        if match is None or match["name"] not in _WRITING.split(",") or _FAILED.search(call):
            continue
        if match["name"].startswith("open") and not _OPENED_TO_WRITE.search(match["what"]):
            continue
        paths.update(
            name for name in re.findall(r'"((?:[^"\\]|\\.)*)"', match["what"]) if not name.startswith(_NOT_OURS)
        )
    return paths
