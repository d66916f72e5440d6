"""Marks by which a text that somebody typed finds its way back: bookmarks in every document, controls in a draft.

A bookmark goes around the whole of a text. In a draft that is sent round, each paragraph of it also is a content
control that cannot be thrown away, and a part of the package (the manifest) says which document this is. One control
per paragraph, because LibreOffice keeps no more than one inside a control (VERIFY.md).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from riec_desktop.chapter.blocks import Anchor, Block, Callout, Chapter, ListItem, Paragraph, Table
from riec_desktop.chapter.bookmarks import field_hash, text_bookmark
from riec_desktop.dossier.record import natural_id
from riec_desktop.word.attachments import Attached
from riec_desktop.word.markup import attribute
from riec_desktop.word.package import Packed, pack

FieldKey = tuple[str, str, str]
"""The name of a record type, the id of a record, the name of a field."""

TAG = "jv"
LONGEST_TAG = 64
"""Characters of a tag (ISO/IEC 29500-1, 17.5.2.42; Word cuts what is longer)."""
_ROOM_FOR_NUMBER = 7
_LONGEST_ALIAS = 64

NAMESPACE = "urn:riec-jaarverslag:reviewversie"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """A text as the draft calls it (`alias`, Dutch), and the digest of what was sent."""

    alias: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """Which draft this is, and the texts in it. `version` says which version of the dossier it shows."""

    document_id: str
    dossier_id: str
    version: str
    year: int
    texts: Mapping[FieldKey, MarkedText]


def key_of(place: Anchor) -> FieldKey:
    """The field that a block came from."""
    return place.kind, place.record_id, place.field


def typed_places(blocks: Iterable[Block]) -> Iterator[Anchor]:
    """The place of every paragraph that somebody typed, in the order of the chapter."""
    for block in blocks:
        match block:
            case Paragraph() | ListItem():
                if block.typed and block.anchor:
                    yield block.anchor
            case Callout():
                yield from typed_places(block.blocks)
            case Table():
                yield from _typed_cells(block)
            case _:
                pass


def _typed_cells(table: Table) -> Iterator[Anchor]:
    for place, row in zip(table.typed_last, table.rows, strict=False):
        if place is not None:
            yield from (
                Anchor(kind=place.kind, record_id=place.record_id, field=place.field, index=at)
                for at in range(len(row[-1]))
            )


def typed_fields(chapter: Chapter) -> tuple[FieldKey, ...]:
    """The fields whose text stands in a chapter, each once."""
    return tuple(dict.fromkeys(map(key_of, typed_places(chapter.blocks))))


def tag_stem(key: FieldKey) -> str:
    """The tag of a field without the number of its paragraph: 'jv:<record>:<field>'.

    The id of a record is one of our own or came with a file; one that is too long or has a colon gives its hash.
    """
    _, record_id, name = key
    fits = len(f"{TAG}:{record_id}:{name}") + _ROOM_FOR_NUMBER <= LONGEST_TAG and ":" not in record_id
    return f"{TAG}:{record_id if fits else field_hash(*key)}:{name}"


@dataclass(slots=True)
class Marks:
    """Writes the marks of one document; `marking` is None unless it is a draft to be sent round.

    `lasts` gives the number of the last paragraph of every text.
    """

    marking: Marking | None
    lasts: Mapping[FieldKey, int]
    controls: int = 0
    open: dict[FieldKey, int] = field(default_factory=dict[FieldKey, int])

    def around(self, place: Anchor, topic: str, runs: str, new_bookmark: int) -> str:
        """The runs of a typed paragraph with their marks. `new_bookmark` is a number that no bookmark has yet."""
        key = key_of(place)
        inside = self._control(key, place.index, runs) if self.marking else runs
        start, end = "", ""
        if place.index == 0:
            self.open[key] = new_bookmark
            name = text_bookmark(*key, topic)
            start = f'<w:bookmarkStart w:id="{new_bookmark}" w:name="{name}"/>'
        if key in self.open and self.lasts.get(key) == place.index:
            end = f'<w:bookmarkEnd w:id="{self.open.pop(key)}"/>'
        return f"{start}{inside}{end}"

    def _control(self, key: FieldKey, index: int, runs: str) -> str:
        known = self.marking.texts.get(key) if self.marking else None
        if known is None:
            return runs
        self.controls += 1
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(known.alias[:_LONGEST_ALIAS])}"/>'
            f'<w:tag w:val="{attribute(f"{tag_stem(key)}:{index}")}"/><w:id w:val="{self.controls}"/>'
            f'<w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
        )


def new_marks(blocks: Iterable[Block], marking: Marking | None) -> Marks:
    """The marks for these blocks."""
    lasts: dict[FieldKey, int] = {}
    for place in typed_places(blocks):
        lasts[key_of(place)] = place.index
    return Marks(marking, lasts)


# --- The manifest ----------------------------------------------------------------------------------------------------


def manifest_parts(marking: Marking, taken: Iterable[str]) -> tuple[tuple[Packed, ...], Attached]:
    """The manifest as a part of the package with its own properties, and the relationship from the document to it.

    `taken` are the names of parts that are there.
    """
    names = set(taken)
    number = next(at for at in range(1, len(names) + 2) if f"customXml/item{at}.xml" not in names)
    item, about = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    relation = (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/customXmlProps" '
        f'Target="itemProps{number}.xml"/></Relationships>'
    )
    parts = (
        pack(item, _manifest(marking).encode()),
        pack(about, _properties(marking).encode()),
        pack(f"customXml/_rels/item{number}.xml.rels", relation.encode()),
    )
    return parts, Attached("rIdManifest", "customXml", item)


def _manifest(marking: Marking) -> str:
    texts = "".join(
        f'<tekst sleutel="{attribute(tag_stem(key))}" soort="{attribute(key[0])}" gegeven="{attribute(key[1])}" '
        f'veld="{attribute(key[2])}" controlegetal="{attribute(one.digest)}"/>'
        for key, one in marking.texts.items()
    )
    return (
        f'{_HEAD}<reviewversie xmlns="{NAMESPACE}" vorm="1" document="{attribute(marking.document_id)}" '
        f'dossier="{attribute(marking.dossier_id)}" versie="{attribute(marking.version)}" jaar="{marking.year}">'
        f"{texts}</reviewversie>"
    )


def _properties(marking: Marking) -> str:
    item_id = natural_id("manifest", marking.document_id).upper()
    return (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_CUSTOM}" ds:itemID="{{{item_id}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
