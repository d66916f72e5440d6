"""What a Word document of somebody else holds, as plain values: paragraphs, remarks, and which draft it is.

These values travel as JSON from the child process that reads the file. Nothing here knows a dossier.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from riec_desktop.children import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring text with one look and one history.

    `tag` is the tag of the innermost control of ours, `bookmark` the innermost bookmark of ours. `fate` is '' for text
    that was there, 'in' for what somebody added with record changes on, 'out' for what was taken away; then `author`
    and `when` (ISO 8601, '' when unknown) say by whom, and `move` names the move that it is a part of. `remarks` are
    the ids of the remarks on it. `thing` is a Dutch word for what is no text ('afbeelding').
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    tag: str = ""
    bookmark: str = ""
    fate: str = ""
    author: str = ""
    when: str = ""
    move: str = ""
    remarks: tuple[str, ...] = ()
    thing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The fate of the end of a paragraph: 'in' when it was added, so that two paragraphs were one, 'out' when gone."""

    fate: str = ""
    author: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Para:
    """A paragraph.

    `part` is '' in the text, else a Dutch word for where it stands ('koptekst', 'voetnoot', 'tekstvak'). `style` is
    the name of its style in small letters, `level` that of a heading (0: none). `kind` is 'paragraph', 'bullet' or
    'number' with its `depth`. `cell` is the number of its table, row and column, counted from 0. `boxed`: it has
    borders or a background.
    """

    part: str = ""
    style: str = ""
    level: int = 0
    kind: str = "paragraph"
    depth: int = 0
    cell: tuple[int, int, int] | None = None
    boxed: bool = False
    stretches: tuple[Stretch, ...] = ()
    end: Mark = field(default_factory=Mark)

    @property
    def text(self) -> str:
        """The text as it is when every change is taken."""
        return "".join(one.text for one in self.stretches if one.fate != "out")

    @property
    def before(self) -> str:
        """The text as it was before the changes that are still open."""
        return "".join(one.text for one in self.stretches if one.fate != "in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment of a reader; `parent` is the id of the remark that it answers."""

    id: str
    author: str = ""
    when: str = ""
    text: str = ""
    parent: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Which draft a document says that it is; `texts` gives by the stem of a tag the field and the digest sent."""

    document_id: str
    dossier_id: str
    version: str
    year: int
    texts: Mapping[str, tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A whole document. `oddities` are codes of what is odd about it, without being a reason to refuse it."""

    paras: tuple[Para, ...] = ()
    remarks: tuple[Remark, ...] = ()
    manifest: Manifest | None = None
    oddities: tuple[str, ...] = ()


def to_json(document: ReadDocument) -> Plain:
    """The document as JSON can hold it; what has its default value is left out."""
    return _bare(asdict(document))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        held = cast("dict[str, Any]", value)
        return {name: _bare(one) for name, one in held.items() if one not in ("", False, (), None, 0) or name == "id"}
    if isinstance(value, list | tuple):
        return [_bare(one) for one in cast("list[Any]", value)]
    return value


def from_json(plain: Plain) -> ReadDocument:
    """The document that `to_json` wrote."""
    manifest = plain.get("manifest")
    return ReadDocument(
        paras=tuple(map(_para, plain.get("paras", ()))),
        remarks=tuple(Remark(**one) for one in plain.get("remarks", ())),
        manifest=_manifest(manifest) if manifest else None,
        oddities=tuple(plain.get("oddities", ())),
    )


def _para(plain: Mapping[str, Any]) -> Para:
    cell = plain.get("cell")
    rest: dict[str, Any] = {name: value for name, value in plain.items() if name not in ("cell", "stretches", "end")}
    return Para(
        **rest,
        cell=tuple(cell) if cell else None,
        stretches=tuple(map(_stretch, plain.get("stretches", ()))),
        end=Mark(**plain.get("end", {})),
    )


def _stretch(plain: Mapping[str, Any]) -> Stretch:
    given: dict[str, Any] = {**plain, "remarks": tuple(plain.get("remarks", ()))}
    return Stretch(**given)


def _manifest(plain: Mapping[str, Any]) -> Manifest:
    texts = {key: tuple(value) for key, value in plain.get("texts", {}).items()}
    return Manifest(
        document_id=plain.get("document_id", ""),
        dossier_id=plain.get("dossier_id", ""),
        version=plain.get("version", ""),
        year=plain.get("year", 0),
        texts=texts,
    )
