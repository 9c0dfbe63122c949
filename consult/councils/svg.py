"""SVG files, drawn again from a short list of shapes: no script, no style, no address survives."""

import re
from xml.etree.ElementTree import Element, ParseError, SubElement, TreeBuilder, tostring
from xml.parsers import expat

NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
PAINTS = {"linearGradient", "radialGradient", "stop", "clipPath"}
HOLDERS = {"svg", "g", "defs"}
WORDS = {"title", "desc"}
ELEMENTS = SHAPES | PAINTS | HOLDERS | WORDS
PAINTING = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "opacity", "clip-path", "clip-rule", "stop-color", "stop-opacity",
}  # fmt: skip
ATTRIBUTES = PAINTING | {
    "id", "d", "points", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2",
    "y2", "fx", "fy", "viewBox", "transform", "offset", "gradientUnits", "gradientTransform",
    "spreadMethod", "clipPathUnits", "preserveAspectRatio",
}  # fmt: skip
SAFE = re.compile(r"[\w\s.,()%#+-]*", re.ASCII)
OWN = re.compile(r"url\(#[A-Za-z][\w-]*\)", re.ASCII)
PARTS = 2000
DEPTH = 32


class NotSvg(ValueError):
    """Why it cannot be taken: "broken", "entities", "empty" or "large"."""


def looks_like_one(picture: bytes) -> bool:
    """It starts like a text that holds an SVG element."""
    start = picture[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"<svg" in picture[:4000]


def cleaned(picture: bytes) -> bytes:
    """The same drawing, written anew from what the list allows."""
    root = _read(picture)
    if _local(root.tag) != "svg":
        raise NotSvg("broken")
    drawing = Element("svg", {"xmlns": NAMESPACE} | _attributes(root))
    _copy(root, drawing, 1)
    if not any(element.tag in SHAPES for element in drawing.iter()):
        raise NotSvg("empty")
    if "viewBox" not in drawing.attrib and not {"width", "height"} <= set(drawing.attrib):
        raise NotSvg("broken")
    return tostring(drawing, encoding="utf-8")


def _read(picture: bytes) -> Element:
    """Read XML that declares nothing: no DOCTYPE, so no entities of its own."""
    builder = TreeBuilder()
    reader = expat.ParserCreate(namespace_separator="}")
    count = depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > PARTS or depth > DEPTH:
            raise NotSvg("large")
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    def refuse(*_: object) -> int:
        raise NotSvg("entities")

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.CharacterDataHandler = builder.data
    reader.StartDoctypeDeclHandler = refuse
    reader.EntityDeclHandler = refuse
    reader.ExternalEntityRefHandler = refuse
    try:
        reader.Parse(picture, True)
        return builder.close()
    except (expat.ExpatError, ParseError, AssertionError, LookupError, UnicodeError) as error:
        raise NotSvg("broken") from error


def _local(name: str) -> str:
    """The name of an SVG element; of any other vocabulary, nothing."""
    space, _, local = name.rpartition("}")
    return local if space == NAMESPACE else ""


def _copy(source: Element, target: Element, depth: int) -> None:
    for child in source:
        name = _local(child.tag)
        if name not in ELEMENTS or name == "svg":
            continue
        copied = SubElement(target, name, _attributes(child))
        if name in WORDS:
            copied.text = " ".join((child.text or "").split())[:200]
        else:
            _copy(child, copied, depth + 1)


def _attributes(element: Element) -> dict[str, str]:
    styled = _declared(element.attrib.get("style", ""))
    given = {name: " ".join(value.split()) for name, value in element.attrib.items()} | styled
    return {name: value for name, value in given.items() if name in ATTRIBUTES and _is_safe(value)}


def _declared(style: str) -> dict[str, str]:
    """Paint that drawing programs write as a style, as plain attributes."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip() in PAINTING}


def _is_safe(value: str) -> bool:
    if "url" in value.lower():
        return OWN.fullmatch(value) is not None
    return SAFE.fullmatch(value) is not None
