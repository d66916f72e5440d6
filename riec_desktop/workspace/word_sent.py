"""A draft that goes round: the marks in it, and the record of what was sent, to compare with when it comes back.

What was sent is read from the document itself, by the same reader that will read it back: so a document that nobody
touched shows no difference, whatever a style or a field made of the text.
"""

import json
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from riec_desktop.chapter.blocks import Chapter
from riec_desktop.dossier.changes import AddRecord, Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import TYPE_BY_NAME, Record, ReportYear, ReviewDocument
from riec_desktop.files import digest_of
from riec_desktop.word.marking import FieldKey, MarkedText, Marking, typed_fields
from riec_desktop.word.reading.document import read_document
from riec_desktop.word.reading.read import Manifest, Para, ReadDocument
from riec_desktop.workspace.review_order import ReviewOrder
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_back_text import SentPara, SentText

_MOST_BYTES = 100_000_000
_CONTENTS = "toc "
_FORM = 1
_DESCRIBED = re.compile(r"\[(\w+): [^\]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What stood in a draft: the typed texts by field, and every other line, which the program wrote (`frame`)."""

    texts: Mapping[FieldKey, SentText]
    frame: tuple[str, ...] = ()


# --- Out -------------------------------------------------------------------------------------------------------------


def record_of(dossier: Dossier, key: FieldKey) -> Record | None:
    """The record of a field, when the dossier holds it."""
    kind, record_id, _ = key
    return dossier.get(TYPE_BY_NAME[kind], record_id) if kind in TYPE_BY_NAME else None


def spelling_of(dossier: Dossier, key: FieldKey) -> str:
    """The text in a field, '' when there is none."""
    record = record_of(dossier, key)
    return cast("str", getattr(record, key[2], "")) if record is not None else ""


def digest(spelling: str) -> str:
    """The digest of a text."""
    return digest_of(spelling.encode())


def marking_of(dossier: Dossier, chapter: Chapter, order: ReviewOrder, version: str) -> Marking:
    """The marks of a draft of this chapter."""
    keys = typed_fields(chapter)
    return Marking(
        document_id=order.document_id,
        dossier_id=order.dossier_id,
        version=version,
        year=chapter.year,
        texts={key: _marked(dossier, key) for key in keys},
    )


def _marked(dossier: Dossier, key: FieldKey) -> MarkedText:
    record = record_of(dossier, key)
    alias = whereabouts(dossier, record, key[2]) if record is not None else ""
    return MarkedText(alias=alias, digest=digest(spelling_of(dossier, key)))


def sending(dossier: Dossier, order: ReviewOrder, docx: bytes) -> tuple[Change, ...]:
    """The changes that keep in the dossier what was sent; `docx` is a draft with a manifest."""
    document = read_document(docx)
    manifest = document.manifest
    if manifest is None:
        return ()
    content = packed(sent_in(dossier, document, manifest))
    year = dossier.first(ReportYear, "year", manifest.year)
    record = ReviewDocument(
        id=order.document_id,
        year_id=year.id if year else None,
        version=manifest.version,
        sent_at=order.now,
        content=content,
        digest=digest_of(content),
    )
    return (AddRecord(record),)


def sent_in(dossier: Dossier, document: ReadDocument, manifest: Manifest) -> Sent:
    """What stands in a draft of ours."""
    keys: dict[str, FieldKey] = {stem: (one[0], one[1], one[2]) for stem, one in manifest.texts.items()}
    paras: dict[FieldKey, list[SentPara]] = {key: [] for key in keys.values()}
    frame: list[str] = []
    for one in document.paras:
        tag = next((stretch.tag for stretch in one.stretches if stretch.tag), "")
        if tag:
            shown = SentPara(text=one.text.strip(), kind=one.kind, depth=one.depth)
            paras[keys[tag.rpartition(":")[0]]].append(shown)
        elif line := frame_line(one):
            frame.append(line)
    texts = {key: SentText(spelling=spelling_of(dossier, key), paras=tuple(found)) for key, found in paras.items()}
    return Sent(texts=texts, frame=tuple(frame))


def frame_line(para: Para) -> str:
    """A line that the program wrote, as it is compared: without what programs count and space themselves."""
    things = "".join(f"[{one.thing}]" for one in para.stretches if one.thing and one.fate != "out")
    line = " ".join(f"{para.text} {things}".split())
    return line.rstrip("#0123456789 ") if para.style.startswith(_CONTENTS) else line


def undescribed(line: str) -> str:
    """A line without the descriptions of its pictures, which not every program keeps."""
    return _DESCRIBED.sub(r"[\1]", line)


# --- Kept in the dossier ---------------------------------------------------------------------------------------------


def packed(sent: Sent) -> bytes:
    """What was sent, small."""
    plain = {
        "form": _FORM,
        "texts": [
            [*key, one.spelling, [[p.text, p.kind, p.depth] for p in one.paras]] for key, one in sent.texts.items()
        ],
        "frame": sent.frame,
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def unpacked(content: bytes) -> Sent | None:
    """What was sent; None when it cannot be read, because the dossier is damaged or newer than this program."""
    try:
        stream = zlib.decompressobj()
        plain: dict[str, Any] = json.loads(stream.decompress(content, _MOST_BYTES))
        texts = {_key(one): _sent_text(one) for one in plain["texts"]}
        return Sent(texts=texts, frame=tuple(plain["frame"])) if plain["form"] == _FORM else None
    except (zlib.error, ValueError, KeyError, TypeError, IndexError):
        return None


def _key(one: Sequence[Any]) -> FieldKey:
    return str(one[0]), str(one[1]), str(one[2])


def _sent_text(one: Sequence[Any]) -> SentText:
    paras: Iterable[Sequence[Any]] = one[4]
    return SentText(
        spelling=str(one[3]), paras=tuple(SentPara(text=str(p[0]), kind=str(p[1]), depth=int(p[2])) for p in paras)
    )
