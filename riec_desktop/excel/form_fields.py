"""What a contribution form asks: which fields of which records, and the key by which each row finds its way back.

A key names a record by what it is about ('Answer|report|question'), so a row comes home from any place on any sheet.
What was sent is kept per key and field; it is the base of the comparison when the form comes back.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from riec_desktop.dossier.codec import Json, WrongValueError, json_reader, to_json
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import figure
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    IndicatorValue,
    PortfolioReport,
    Promise,
    Question,
    Record,
    RegionalSection,
)
from riec_desktop.dossier.views import answer
from riec_desktop.files import digest_of

ASKED: Mapping[type[Record], tuple[str, ...]] = {
    Answer: ("text",),
    Promise: ("outcome", "reply"),
    Activity: ("title", "state", "start", "end", "joint", "organisation_ids", "partner_ids", "result"),
    IndicatorValue: ("target", "actual", "provisional", "reference_date", "missing", "note"),
    Callout: ("organisation_ids", "title", "text"),
    RegionalSection: ("text",),
}
"""The fields that a colleague may fill in."""

_BY_NAME = {kind.__name__: kind for kind in ASKED}
_SIGN = "|"
_MOST_CONTENT = 50_000_000


# --- Keys ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Key:
    """A record as a form names it. `parts`: the ids that it is about.

    Answer: report, question. Activity, Callout, Promise: report, own id. RegionalSection: year, organisation.
    IndicatorValue: indicator, year, organisation ('' for a national value).
    """

    kind: type[Record]
    parts: tuple[str, ...]

    def text(self) -> str:
        """The key as it stands in a cell."""
        return _SIGN.join((self.kind.__name__, *self.parts))


_PARTS: Mapping[type[Record], int] = {
    Answer: 2,
    Promise: 2,
    Activity: 2,
    IndicatorValue: 3,
    Callout: 2,
    RegionalSection: 2,
}


def read_key(text: str) -> Key | None:
    """The key that a cell holds; None for any other text."""
    name, *parts = text.strip().split(_SIGN)
    kind = _BY_NAME.get(name)
    if kind is None or len(parts) != _PARTS[kind] or (kind is IndicatorValue and not _is_year(parts[1])):
        return None
    return Key(kind, tuple(parts))


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == len("2023")


def key_of(record: Record) -> Key:
    """The key of a record that a form can ask."""
    match record:
        case Answer():
            return Key(Answer, (record.report_id or "", record.question_id or ""))
        case Activity() | Callout() | Promise():
            return Key(type(record), (record.report_id or "", record.id))
        case IndicatorValue():
            return Key(IndicatorValue, (record.indicator_id or "", str(record.year), record.organisation_id or ""))
        case RegionalSection():
            return Key(RegionalSection, (record.year_id or "", record.organisation_id or ""))
        case _:
            raise TypeError(record)


def record_at(dossier: Dossier, key: Key) -> Record:
    """The record that a key names; an empty one that is not in the dossier when nobody made it yet, or it is gone."""
    first, second = key.parts[:2]
    if key.kind is Answer:
        return _answer(dossier, first, second)
    if key.kind is IndicatorValue:
        return figure(dossier, first, int(second), key.parts[2] or None)
    if key.kind is RegionalSection:
        return _regional_section(dossier, first, second)
    kind = cast("type[Activity | Callout | Promise]", key.kind)
    return dossier.get(kind, second) or kind(id=second, report_id=first)


def _answer(dossier: Dossier, report_id: str, question_id: str) -> Answer:
    report, question = dossier.get(PortfolioReport, report_id), dossier.get(Question, question_id)
    if report and question:
        return answer(dossier, report, question)
    return Answer(id=key_id(Answer, report_id, question_id), report_id=report_id, question_id=question_id)


def _regional_section(dossier: Dossier, year_id: str, organisation_id: str) -> RegionalSection:
    same = dossier.where(RegionalSection, "organisation_id", organisation_id)
    empty = RegionalSection(
        id=key_id(RegionalSection, year_id, organisation_id), year_id=year_id, organisation_id=organisation_id
    )
    return next((one for one in same if one.year_id == year_id), empty)


def in_dossier(dossier: Dossier, record: Record) -> bool:
    """Whether the dossier holds a record with this id."""
    return dossier.get(type(record), record.id) is not None


# --- What was sent ---------------------------------------------------------------------------------------------------


def field_hash(plain: Json) -> str:
    """A short hash of a value, to see whether it is still the one that was sent."""
    return digest_of(json.dumps(plain, ensure_ascii=False).encode(errors="surrogatepass"))[:16]


def value_hash(kind: type[Record], field: str, value: Value) -> str:
    """`field_hash` of a field's value."""
    return field_hash(to_json(specs(kind)[field], value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What stood in a form: per key and field the value, and per token in its texts ('12') its own spelling."""

    values: Mapping[str, Mapping[str, Json]]
    tokens: Mapping[str, str]

    def value(self, key: Key, field: str) -> Value:
        """The value that was sent; the default of the field when it was not asked."""
        spec = specs(key.kind)[field]
        fields = self._fields(key)
        if field not in fields:
            return spec.default
        try:
            return json_reader(spec)(fields[field])
        except WrongValueError:
            return spec.default

    def asked(self, key: Key) -> bool:
        """Whether the form had a row with this key."""
        return bool(self._fields(key))

    def _fields(self, key: Key) -> Mapping[str, Json]:
        """The values of a key; a spare row was sent before anybody chose its portfolio."""
        spare = Key(key.kind, ("", *key.parts[1:]))
        return self.values.get(key.text()) or self.values.get(spare.text(), {})

    def every_key(self) -> Iterator[Key]:
        """Every key in the order of the form."""
        return (key for text in self.values if (key := read_key(text)))


NOTHING_SENT = Sent(values={}, tokens={})


def sent_values(record: Record) -> Mapping[str, Json]:
    """The asked fields of a record as plain JSON."""
    kind = type(record)
    return {name: to_json(specs(kind)[name], cast("Value", getattr(record, name))) for name in ASKED[kind]}


def packed(sent: Sent) -> bytes:
    """What was sent, small enough to keep in the dossier with every form."""
    plain = {"values": sent.values, "tokens": sent.tokens}
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 9)


def unpacked(content: bytes) -> Sent | None:
    """What `packed` made; None when it is something else."""
    try:
        unzip = zlib.decompressobj()
        text = unzip.decompress(content, _MOST_CONTENT)
        plain: Any = json.loads(text)
        values = {str(key): dict(fields) for key, fields in plain["values"].items()}
        return Sent(values=values, tokens={str(name): str(token) for name, token in plain["tokens"].items()})
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
