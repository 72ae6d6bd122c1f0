"""How long ago the system started this process, of which Python's own start is a part."""

import os
import sys
import time
from pathlib import Path

_IMPORTED = time.perf_counter()


def age() -> tuple[float, str]:
    """Seconds since the start, and what counts as that: "process", or "import" of this where the system tells none."""
    known = _age_by_system()
    return (time.perf_counter() - _IMPORTED, "import") if known is None else (known, "process")


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _age_by_system() -> float | None:
        times = [wintypes.FILETIME() for _time in range(4)]
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.GetProcessTimes.argtypes = [wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4]
        if not kernel.GetProcessTimes(kernel.GetCurrentProcess(), *map(ctypes.byref, times)):
            return None
        now = wintypes.FILETIME()
        kernel.GetSystemTimeAsFileTime(ctypes.byref(now))
        return (_ticks(now) - _ticks(times[0])) / 1e7

    def _ticks(moment: wintypes.FILETIME) -> int:
        """In tenths of a microsecond."""
        return moment.dwHighDateTime << 32 | moment.dwLowDateTime

elif sys.platform == "linux":

    def _age_by_system() -> float | None:
        try:
            # the name of the program, in brackets, may hold anything; the start is the 22nd word, and the name the 2nd
            words = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
            began = int(words[19]) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return None
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began

else:

    def _age_by_system() -> float | None:
        return None
