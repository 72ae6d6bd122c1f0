"""Reading a Word file back, the way Word does."""

import io
import re
import zipfile
from collections import defaultdict

import docx
from docx.oxml.ns import qn
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data):
    return docx.Document(io.BytesIO(data))


def parts_read(data):
    """Every part by name, as it is."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def parts(data):
    """Every part by name, parsed; pictures left out."""
    return {name: etree.fromstring(part) for name, part in parts_read(data).items() if name.endswith((".xml", ".rels"))}


def body(data):
    return parts(data)["word/document.xml"].find(f"{W}body")


def style_of(paragraph):
    """The style of a paragraph; those inside a drawing have none."""
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else named.get(f"{W}val")


def words_of(element):
    """The text in an element, with line breaks as they are."""
    return "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in element.iter(f"{W}t", f"{W}br"))


def language_of(run):
    found = run.find(f"{W}rPr/{W}lang")
    return None if found is None else found.get(f"{W}val")


class Counter:
    """Counts list paragraphs as Word does: instances of one list go on counting unless they say where to start."""

    def __init__(self, package):
        numbering, styles = package["word/numbering.xml"], package["word/styles.xml"]
        self.lists = {item.get(f"{W}abstractNumId"): item for item in numbering.findall(f"{W}abstractNum")}
        self.instances = {item.get(f"{W}numId"): item for item in numbering.findall(f"{W}num")}
        self.styles = {style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}numPr") for style in styles}
        self.counts = defaultdict(dict)
        self.begun = set()

    def label(self, paragraph):
        """The number Word prints before a paragraph, or "" where it prints none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        properties = self.styles.get(style_of(paragraph)) if own is None else own
        if properties is None:
            return ""
        instance = self.instances[properties.find(f"{W}numId").get(f"{W}val")]
        level = properties.find(f"{W}ilvl")
        return self._count(instance, 0 if level is None else int(level.get(f"{W}val")))

    def _count(self, instance, level):
        identity = instance.find(f"{W}abstractNumId").get(f"{W}val")
        levels = self.lists[identity].findall(f"{W}lvl")
        counts = self.counts[identity]
        number = instance.get(f"{W}numId")
        if number not in self.begun and instance.find(f"{W}lvlOverride/{W}startOverride") is not None:
            counts.clear()
        self.begun.add(number)
        counts[level] = counts.get(level, 0) + 1
        for lower in [key for key in counts if key > level]:
            del counts[lower]
        pattern = levels[level].find(f"{W}lvlText").get(f"{W}val")
        letters = levels[level].find(f"{W}numFmt").get(f"{W}val") == "lowerLetter"
        return re.sub(
            r"%(\d)",
            lambda found: chr(96 + counts[int(found[1]) - 1]) if letters else str(counts[int(found[1]) - 1]),
            pattern,
        )


def numbered(data, *styles):
    """Label and words of every paragraph of these styles, in order."""
    package = parts(data)
    counter = Counter(package)
    labelled = [(style_of(p), counter.label(p), words_of(p)) for p in package["word/document.xml"].iter(qn("w:p"))]
    return [(label, words) for style, label, words in labelled if style in styles]
