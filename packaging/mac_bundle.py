"""What a Mac is told about the program, in its `Info.plist` and in the words for it in both languages.

`build.spec` hands `info_plist()` and `names(FOLDER)` to the freezer, which puts the words into `Contents/Resources`.
"""

import plistlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import desktop  # noqa: E402

IDENTIFIER = "my.dasarkita"
DOCUMENT = "my.dasarkita.policy"
"""The kind of a business file, which this program brings into the world."""

OLDEST_SYSTEM = "13.0"
"""What Qt is built for; `macos/make_dmg.py` holds every library against it."""

ICON = "dasarkita.icns"
_POLICY = "DasarKita policy"
_COPYRIGHT = "Copyright © 2026 The DasarKita authors. MIT; texts CC BY 4.0."

_FOLDERS = {
    "Documents": "Your policy and the papers made from it are kept in your Documents folder.",
    "Desktop": "This is needed to open or save a policy that you keep on your desktop.",
    "Downloads": "This is needed to open or save a policy that you keep in your Downloads folder.",
    "RemovableVolumes": "This is needed to open or save a policy, or a copy of it, on a USB stick.",
    "NetworkVolumes": "This is needed to open or save a policy that you keep on a shared drive.",
}
"""A Mac asks its owner before a program touches these, and says below the question what for."""

_MALAY = {
    _POLICY: "Dasar DasarKita",
    "NSHumanReadableCopyright": "Hak cipta © 2026 Pengarang DasarKita. MIT; teks CC BY 4.0.",
    "NSDocumentsFolderUsageDescription": "Dasar anda dan dokumen yang dihasilkan daripadanya disimpan dalam folder "
    "Dokumen anda.",
    "NSDesktopFolderUsageDescription": "Kebenaran ini diperlukan untuk membuka atau menyimpan dasar pada desktop anda.",
    "NSDownloadsFolderUsageDescription": "Kebenaran ini diperlukan untuk membuka atau menyimpan dasar dalam folder "
    "Muat Turun anda.",
    "NSRemovableVolumesUsageDescription": "Kebenaran ini diperlukan untuk membuka atau menyimpan dasar, atau "
    "salinannya, dalam pemacu USB.",
    "NSNetworkVolumesUsageDescription": "Kebenaran ini diperlukan untuk membuka atau menyimpan dasar pada pemacu "
    "yang dikongsi.",
}


def info_plist() -> dict[str, object]:
    """What goes into `Info.plist` besides what the freezer writes there itself."""
    return {
        "CFBundleDisplayName": "DasarKita",
        "CFBundleName": "DasarKita",
        "CFBundleShortVersionString": desktop.__version__,
        "CFBundleVersion": desktop.__version__,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ms"],
        "CFBundleDocumentTypes": [_document_type()],
        "UTExportedTypeDeclarations": [_exported_type()],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # it can be dark
        "NSSupportsAutomaticGraphicsSwitching": True,  # a window of text is no reason to wake the strong graphics card
        **words()["en"],
    }


def words() -> dict[str, dict[str, str]]:
    """Language -> what of `Info.plist` the owner reads, by its key there."""
    english = {"NSHumanReadableCopyright": _COPYRIGHT}
    english |= {f"NS{folder}{_kind(folder)}UsageDescription": reason for folder, reason in _FOLDERS.items()}
    return {"en": english, "ms": {key: _MALAY[key] for key in english}}


def names(folder: Path) -> list[tuple[str, str, str]]:
    """Write what the owner reads, a file a language, into a folder, and return it as the freezer collects things:
    where it goes, where it is, what it is.
    """
    entries: list[tuple[str, str, str]] = []
    for language, text in words().items():
        file = folder / f"{language}.lproj" / "InfoPlist.strings"
        file.parent.mkdir(parents=True, exist_ok=True)
        kind = _POLICY if language == "en" else _MALAY[_POLICY]
        file.write_bytes(plistlib.dumps({"CFBundleDisplayName": "DasarKita", _POLICY: kind, **text}))
        entries.append((f"{file.parent.name}/{file.name}", str(file), "DATA"))
    return entries


def _kind(folder: str) -> str:
    """Drives are called differently from folders."""
    return "" if folder.endswith("Volumes") else "Folder"


def _document_type() -> dict[str, object]:
    return {
        "CFBundleTypeName": _POLICY,
        "CFBundleTypeRole": "Editor",
        "CFBundleTypeIconFile": ICON,
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [DOCUMENT],
    }


def _exported_type() -> dict[str, object]:
    return {
        "UTTypeIdentifier": DOCUMENT,
        "UTTypeDescription": _POLICY,
        "UTTypeConformsTo": ["public.data"],
        "UTTypeIconFile": ICON,
        "UTTypeTagSpecification": {"public.filename-extension": ["dasar"]},
    }
