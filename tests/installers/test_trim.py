"""What of all that the freezer collects is carried: names as it collects them on each system."""

import pytest
import trim

LIB = "PySide6/Qt/lib"
CARRIED = {
    "linux": [
        "PySide6/QtCore.abi3.so",
        f"{LIB}/libQt6Core.so.6",
        f"{LIB}/libQt6XcbQpa.so.6",
        f"{LIB}/libicui18n.so.73",
        "libQt6Widgets.so.6",
        "libpyside6.abi3.so.6.11",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "babel/locale-data/ms_MY.dat",
        "babel/locale-data/root.dat",
        "tzdata/zoneinfo/UTC",
        "resources/library.json",
        "lxml-6.1.3.dist-info/licenses/LICENSE.txt",
    ],
    "mac": [
        f"{LIB}/QtCore.framework/Versions/A/QtCore",
        f"{LIB}/QtCore.framework/Versions/A/Resources/Info.plist",
        f"{LIB}/QtCore.framework/Versions/Current",
        f"{LIB}/QtCore.framework/Resources",
        f"{LIB}/QtCore.framework/QtCore",
        f"{LIB}/QtDBus.framework/Versions/A/QtDBus",
        "QtCore",
        "libpyside6.abi3.6.11.dylib",
        "libshiboken6.abi3.6.11.dylib",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.dylib",
        "Python.framework/Versions/3.11/Python",
        "Python",
        "en.lproj/InfoPlist.strings",
    ],
    "windows": [
        "PySide6\\Qt6Core.dll",
        "PySide6\\QtGui.pyd",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\imageformats\\qjpeg.dll",
        "python311.dll",
    ],
}
LEFT_OUT = {
    "linux": [
        f"{LIB}/libQt6Network.so.6",
        "libQt6Network.so.6",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "babel/locale-data/de.dat",
        "babel/locale-data/mr.dat",
        "tzdata/zoneinfo/Asia/Kuala_Lumpur",
        "dateutil/zoneinfo/dateutil-zoneinfo.tar.gz",
        "docx/templates/default.docx",
        "lxml-6.1.3.dist-info/RECORD",
    ],
    "mac": [
        f"{LIB}/QtNetwork.framework/Versions/A/QtNetwork",
        f"{LIB}/QtNetwork.framework/Versions/A/Resources/Info.plist",
        f"{LIB}/QtNetwork.framework/Versions/Current",
        f"{LIB}/QtNetwork.framework/Resources",
        f"{LIB}/QtNetwork.framework/QtNetwork",
        f"{LIB}/QtQmlModels.framework/Resources",
        "QtNetwork",
        "QtQuick",
        "PySide6/Qt/plugins/styles/libqmacstyle.dylib",
        "PySide6/Qt/plugins/imageformats/libqpdf.dylib",
        "PySide6/Qt/plugins/networkinformation/libqapplenetworkinformation.dylib",
    ],
    "windows": [
        "PySide6\\Qt6Network.dll",
        "PySide6\\QtNetwork.pyd",
        "PySide6\\opengl32sw.dll",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
    ],
}


@pytest.mark.parametrize(("system", "name"), [(system, name) for system in CARRIED for name in CARRIED[system]])
def test_what_the_program_stands_on_is_carried(system: str, name: str) -> None:
    assert trim.is_carried(name, f"/somewhere/site-packages/{name}", linux=system == "linux")


@pytest.mark.parametrize(("system", "name"), [(system, name) for system in LEFT_OUT for name in LEFT_OUT[system]])
def test_what_it_never_uses_is_left_out(system: str, name: str) -> None:
    assert not trim.is_carried(name, f"/somewhere/site-packages/{name}", linux=system == "linux")


def test_libraries_of_a_linux_system_stay_there() -> None:
    assert not trim.is_carried("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6", linux=True)
    assert trim.is_carried("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", linux=True)
    assert trim.is_carried("libffi.8.dylib", "/usr/lib/libffi.8.dylib")
    # an older one than that of the system would come between it and the window of Wayland
    assert not trim.is_carried("libffi.so.8", "/usr/lib/x86_64-linux-gnu/libffi.so.8", linux=True)


def test_a_library_a_window_needs_and_that_was_not_found_is_told() -> None:
    lost = "Library not found: could not resolve 'libxcb-cursor.so.0', dependency of 'libqxcb.so'."
    assert trim.unresolved(["all is well", lost, "could not resolve 'libtiff.so.5'"]) == [lost]
