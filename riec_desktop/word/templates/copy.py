"""The repaired copy of a template: the user's own file with what it missed, to keep and to go on with in Word.

Its text, headers and pictures stay. Macros, links to other files and protection go, and the paper becomes A4.
"""

from dataclasses import replace
from xml.sax.saxutils import quoteattr

from riec_desktop.word.etree import Element, W, parse, serialise
from riec_desktop.word.package import in_order, pack, relationships_name, target_name, write_package
from riec_desktop.word.template_package import Parts, relationships_part
from riec_desktop.word.templates.carry import loosen, type_of
from riec_desktop.word.templates.mend import KEPT, Mended, mended
from riec_desktop.word.templates.pages import put_on_a4

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MACROS = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin", "customui.xml", "attachedtoolbars.bin")
_WEB = ("http://", "https://", "mailto:")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def repaired_template(data: bytes) -> bytes:
    """The template with all that a chapter needs, as a document without macros.

    Raises `RiecError`: 'template.not_docx', 'template.damaged', 'template.too_large' or 'template.strict'.
    """
    whole = mended(data)
    parts = _without_macros(whole.package.parts)
    parts |= {**whole.carried, **_own(whole)}
    parts[relationships_name(whole.package.main)] = _document_links(whole, parts)
    for name in ("", *parts):
        if relationships_name(name) in parts and not name.endswith(".rels"):
            parts |= _cleaned(parts, name)
    parts["[Content_Types].xml"] = _types(whole, parts)
    return write_package(in_order({name: pack(name, content) for name, content in parts.items()}))


def _without_macros(parts: Parts) -> dict[str, bytes]:
    """The parts that stay. A second set of styles, as Word 2010 wrote it, would contradict the first."""
    gone = (*_MACROS, "styleswitheffects.xml")
    return {name: content for name, content in parts.items() if name.lower().rpartition("/")[2] not in gone}


def _own(whole: Mended) -> dict[str, bytes]:
    """The parts that were mended."""
    places = {relation.kind: relation.part for relation in whole.relations}
    document = whole.package.document
    for section in document.iter(f"{W}sectPr"):
        put_on_a4(section)
    roots = (("styles", whole.styles.root), ("numbering", whole.lists.root), ("settings", whole.settings))
    return {whole.package.main: serialise(document), **{places[kind]: serialise(root) for kind, root in roots}}


def _document_links(whole: Mended, parts: Parts) -> bytes:
    """The relationships of the document, with those to parts that it had not before."""
    main = whole.package.main
    root = parse(parts.get(relationships_name(main)) or relationships_part((), main))
    added = [replace(one, id=f"rIdRIEC{one.kind}") for one in whole.relations if one.kind not in whole.package.found]
    for line in list(parse(relationships_part(added, main))):
        root.append(line)
    return serialise(root)


def _cleaned(parts: Parts, source: str) -> dict[str, bytes]:
    """A part and its relationships without those that lead to a file elsewhere or to nothing; web links stay."""
    name = relationships_name(source)
    root = parse(parts[name])
    gone = [one for one in root if not _may_stay(one, source, parts)]
    for one in gone:
        root.remove(one)
    cleaned = {name: serialise(root)}
    if gone and source:
        tree = parse(parts[source])
        loosen(tree, {one.get("Id", "") for one in root})
        cleaned[source] = serialise(tree)
    return cleaned


def _may_stay(relation: Element, source: str, parts: Parts) -> bool:
    target = relation.get("Target", "")
    if relation.get("TargetMode", "") == "External":
        return relation.get("Type", "").endswith("/hyperlink") and target.lower().startswith(_WEB)
    return target_name(source, target) in parts


def _types(whole: Mended, parts: Parts) -> bytes:
    """The content types: the document is a plain one, whatever it was."""
    kinds = {relation.part: KEPT[relation.kind] for relation in whole.relations}
    kinds |= {whole.package.main: f"{_WORD}.document.main+xml"}
    named = {name: kinds.get(name) or type_of(name, whole.package.types) for name in parts if _has_type(name)}
    lines = "".join(
        f"<Override PartName={quoteattr(f'/{name}')} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(named.items())
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    ).encode()


def _has_type(name: str) -> bool:
    return not name.endswith(".rels") and name != "[Content_Types].xml"
