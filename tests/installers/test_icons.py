"""The program's picture in every form systems want."""

from io import BytesIO
from pathlib import Path

import icons
import pytest
from PIL import Image


@pytest.mark.parametrize("size", icons.LINUX_SIZES)
def test_a_picture_has_the_size_asked_for_and_clear_corners(size: int) -> None:
    picture = Image.open(BytesIO(icons.png(size))).convert("RGBA")
    assert picture.size == (size, size)
    assert picture.getpixel((0, 0))[3] < 200
    assert picture.getpixel((size // 2, size // 8)) == (15, 107, 99, 255)


def test_windows_gets_every_size_in_one_file(tmp_path: Path) -> None:
    with Image.open(icons.ico(tmp_path / "x.ico")) as picture:
        assert picture.info["sizes"] == {(size, size) for size in icons.WINDOWS_SIZES}


def test_a_mac_gets_every_size_with_room_around(tmp_path: Path) -> None:
    with Image.open(icons.icns(tmp_path / "x.icns")) as picture:
        assert {wide * scale for wide, _high, scale in picture.info["sizes"]} >= {32, 256, 512, 1024}
        assert picture.convert("RGBA").getbbox() == (100, 100, 924, 924)
