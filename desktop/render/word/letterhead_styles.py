"""The styles a letterhead's header and footer use, renamed so that they stand beside ours."""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from desktop.render.word.package import root_content
from desktop.render.word.trees import bytes_of, tree_of

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_MAIN}}}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

_BEGINNING = "Letterhead-"
_DEFAULTS = f"{_BEGINNING}-defaults"
"""The style with what the letterhead sets for all text; below it what Word takes where nothing is set."""

_REFERRING = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_DROPPED = ("aliases", "next", "link", "autoRedefine", "rsid", "numPr", "locked", "personal", "personalCompose")
"""What only has a meaning among the other styles and lists of its own document."""

_WITHOUT_DEFAULTS = (
    f'<w:style xmlns:w="{_MAIN}" w:type="paragraph" w:customStyle="1" w:styleId="{_BEGINNING}-word">'
    '<w:name w:val="Letterhead, Word"/><w:uiPriority w:val="99"/><w:semiHidden/><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman"/>'
    '<w:color w:val="auto"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
)


class LetterheadStyles:
    """The styles of one letterhead, and which of them are used."""

    def __init__(self, part: bytes | None) -> None:
        self._root: Any = tree_of(part) if part else tree_of(f'<w:styles xmlns:w="{_MAIN}"/>')
        self._known = {style.get(f"{_W}styleId"): style for style in self._root.iter(f"{_W}style")}
        usual = [style for style in self._known.values() if style.get(f"{_W}default") in {"1", "true", "on"}]
        self._usual = {style.get(f"{_W}type"): style.get(f"{_W}styleId") for style in usual}
        self._used: dict[str, None] = {}

    def rename_in(self, root: Any) -> None:
        """Let a header or footer use the renamed styles; text of no style gets that of its letterhead."""
        for tag in _REFERRING:
            for reference in list(root.iter(f"{_W}{tag}")):
                if not self._renamed(reference):
                    reference.getparent().remove(reference)
        for paragraph in root.iter(f"{_W}p"):
            properties = paragraph.find(f"{_W}pPr")
            if properties is None:
                properties = paragraph.makeelement(f"{_W}pPr")
                paragraph.insert(0, properties)
            if properties.find(f"{_W}pStyle") is None:
                style = properties.makeelement(f"{_W}pStyle")
                style.set(f"{_W}val", self._usual.get("paragraph") or _DEFAULTS)
                self._renamed(style)
                properties.insert(0, style)

    def written(self) -> str:
        """The used styles, and those they rest on, to be added to a styles part."""
        root: Any = tree_of(f'<w:styles xmlns:w="{_MAIN}"/>')
        root.append(tree_of(_WITHOUT_DEFAULTS))
        root.append(self._defaults())
        for name in self._closure():
            root.append(self._copy(self._known[name]))
        return root_content(bytes_of(root).decode())

    def _renamed(self, reference: Any) -> bool:
        name = reference.get(f"{_W}val")
        if name in self._known:
            self._used[name] = None
            reference.set(f"{_W}val", _BEGINNING + name)
        return name in self._known or name == _DEFAULTS

    def _closure(self) -> Iterable[str]:
        wanted = list(self._used)
        for name in wanted:  # grows while it is read
            based = self._known[name].find(f"{_W}basedOn")
            other = "" if based is None else str(based.get(f"{_W}val"))
            if other in self._known and other not in wanted:
                wanted.append(other)
        return wanted

    def _copy(self, style: Any) -> Any:
        copy = _cleaned(deepcopy(style))
        name, based = copy.find(f"{_W}name"), copy.find(f"{_W}basedOn")
        copy.set(f"{_W}styleId", _BEGINNING + copy.get(f"{_W}styleId"))
        copy.set(f"{_W}customStyle", "1")
        copy.attrib.pop(f"{_W}default", None)
        if name is not None:
            name.set(f"{_W}val", f"Letterhead {name.get(f'{_W}val')}")
        if based is not None and based.get(f"{_W}val") in self._known:
            based.set(f"{_W}val", _BEGINNING + based.get(f"{_W}val"))
        elif based is not None:
            copy.remove(based)
            based = None
        if based is None and copy.get(f"{_W}type") == "paragraph":
            based = copy.makeelement(f"{_W}basedOn")
            based.set(f"{_W}val", _DEFAULTS)
            copy.insert(0 if name is None else copy.index(name) + 1, based)
        return copy

    def _defaults(self) -> Any:
        style: Any = tree_of(
            f'<w:style xmlns:w="{_MAIN}" w:type="paragraph" w:customStyle="1" w:styleId="{_DEFAULTS}">'
            f'<w:name w:val="Letterhead, defaults"/><w:basedOn w:val="{_BEGINNING}-word"/><w:uiPriority w:val="99"/>'
            "<w:semiHidden/></w:style>"
        )
        for kind in ("pPr", "rPr"):
            found = self._root.find(f"{_W}docDefaults/{_W}{kind}Default/{_W}{kind}")
            if found is not None:
                style.append(_cleaned(deepcopy(found)))
        return style


def _cleaned(element: Any) -> Any:
    """The element without what belongs to newer Words or to other lists of its document."""
    for child in list(element.iter()):
        foreign = not isinstance(child.tag, str) or not child.tag.startswith(_W)
        if foreign or child.tag.removeprefix(_W) in _DROPPED:
            child.getparent().remove(child)
            continue
        for name in [name for name in child.attrib if not name.startswith((_W, _XML))]:
            del child.attrib[name]
    return element
