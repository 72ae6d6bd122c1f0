"""Memory sticks and other drives that can be unplugged, as the system tells of them. Asks no network."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_MOUNTED_IN = ("/media", "/run/media", "/Volumes")
"""Where Linux and macOS put drives that are plugged in."""

_REMOVABLE = 2
"""What Windows says of a drive with a medium that can be taken out."""


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that a copy can be put on."""

    folder: Path
    name: str
    free: int
    """Bytes."""


def removable_drives() -> tuple[Drive, ...]:
    """The drives plugged in now that can be written on."""
    return tuple(
        Drive(Path(volume.rootPath()), volume.displayName() or volume.rootPath(), volume.bytesAvailable())
        for volume in _volumes()
        if _is_removable(volume)
    )


def is_same_disk(one: Path, other: Path) -> bool:
    """Whether two folders are lost together when one disk breaks, as far as can be told."""
    devices = [QStorageInfo(str(_there(path))).device() for path in (one, other)]
    return bool(devices[0]) and devices[0] == devices[1]


def _volumes() -> Iterator[QStorageInfo]:
    for volume in map(QStorageInfo, _windows_sticks()) if sys.platform == "win32" else QStorageInfo.mountedVolumes():
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and not volume.isRoot():
            yield volume


def _windows_sticks() -> Iterator[str]:
    """Their letters. The others are not even looked at: a network drive that is gone answers after half a minute."""
    import ctypes

    kernel = ctypes.windll.kernel32
    letters = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if letters >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield root


def _is_removable(volume: QStorageInfo) -> bool:
    if sys.platform == "win32":
        return True  # see `_windows_sticks`
    root = volume.rootPath()
    # a folder of another computer has a device such as "//server/share" or "server:/share"
    return any(root.startswith(f"{place}/") for place in _MOUNTED_IN) and bytes(volume.device()).startswith(b"/dev/")


def _there(path: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next((folder for folder in (path, *path.parents) if os.path.isdir(folder)), path)  # noqa: PTH112
