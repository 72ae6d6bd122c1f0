"""How the image for the Mac looks when it is opened: the program on the left, the folder to drag it to on the right.

Read by dmgbuild, which hands in `defines` and takes the other names from here; `make_dmg.py` calls it.
"""

from pathlib import PurePosixPath

_defines: dict[str, str] = globals()["defines"]
_app = _defines["app"]
_name = PurePosixPath(_app).name

files = [_app]
symlinks = {"Applications": "/Applications"}
hide_extensions = [_name]
icon = _defines["icon"]
background = _defines["background"]

format = "ULMO"  # the smallest; every Mac the program runs on can read it
filesystem = "HFS+"
default_view = "icon-view"
window_rect = ((200, 200), (640, 360))
icon_size = 112.0
text_size = 13.0
icon_locations = {_name: (160, 160), "Applications": (480, 160)}
