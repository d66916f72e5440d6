"""Tables and lines of facts in a chapter of an earlier year: activities, figures and roles, as records.

Tables are known by their heads. What a cell says and the dossier cannot hold is a doubt.
"""

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from riec_desktop.dossier.choices import ActivityState, ExecutionForm, MissingReason, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import MONTHS, parse_date, parse_number
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Organisation
from riec_desktop.excel.form_values import organisations_by_name, plain_name

ACTIVITIES = ("activiteit", "activiteiten")
INDICATORS = ("indicator", "cijfer", "kengetal", "wat")
_ORGANISATION = ("organisatie", "regio", "riec")
_NOTHING = ("", "–", "-", "—")
_TOGETHER = "riec’s en liec samen"
_UNKNOWN_NAME = "‘{name}’ is geen organisatie in het dossier."
_NO_NUMBER = "‘{text}’ is geen getal."
_HEADS: Mapping[str, str] = {
    "activiteit": "title",
    "activiteiten": "title",
    "organisaties": "organisations",
    "organisatie": "organisations",
    "periode": "period",
    "stand": "state",
    "status": "state",
    "resultaat": "result",
    "resultaten": "result",
}
_FACTS: Mapping[str, str] = {
    "status": "status",
    "opdrachtgever": "client",
    "opdrachtnemer": "contractor",
    "uitvoering": "execution",
    "organisaties": "organisation_ids",
    "partners": "partner_ids",
}
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(rf"(?:({'|'.join(MONTHS)})(?: (\d{{4}}))?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Values by field, and the doubts about them."""

    values: Mapping[str, Any]
    doubts: tuple[str, ...] = ()


def activity_heads(row: Sequence[str]) -> Mapping[int, str]:
    """Which column of a table of activities holds what; empty for another table."""
    heads = {at: _HEADS[text.casefold()] for at, text in enumerate(row) if text.casefold() in _HEADS}
    return heads if "title" in heads.values() else {}


def activity(dossier: Dossier, heads: Mapping[int, str], row: Sequence[str]) -> Found:
    """The fields of an activity but its result, which is rich text."""
    cells = {name: row[at] for at, name in heads.items() if at < len(row) and row[at] not in _NOTHING}
    names = organisations(dossier, cells.get("organisations", ""))
    start, end = period(cells.get("period", ""))
    state = next((one for one in ActivityState if word(one) == cells.get("state", "").casefold()), ActivityState.DONE)
    values = {**names.values, "title": cells.get("title", ""), "start": start, "end": end, "state": state}
    return Found(values={**values, "joint": len(names.values["organisation_ids"]) != 1}, doubts=names.doubts)


def organisations(dossier: Dossier, text: str) -> Found:
    """The centres and partners that a list names: 'LIEC, RIEC Limburg, gemeenten en politie'."""
    known = organisations_by_name(dossier)
    own: list[str] = []
    partners: list[str] = []
    doubts: list[str] = []
    for name in _names(text, known):
        found = known.get(plain_name(name))
        if found is None:
            doubts.append(_UNKNOWN_NAME.format(name=name))
        else:
            (partners if found.kind.value == "partner" else own).append(found.id)
    return Found(values={"organisation_ids": tuple(own), "partner_ids": tuple(partners)}, doubts=tuple(doubts))


def _names(text: str, known: Mapping[str, Organisation]) -> Iterator[str]:
    """The names in a list; a name may have 'en' in it."""
    for part in re.split(r"[;,]", text.removesuffix(".")):
        bare = part.strip()
        if not bare or plain_name(bare) == plain_name(_TOGETHER):
            continue
        if plain_name(bare) in known:
            yield bare
        else:
            yield from (one.strip() for one in re.split(r"\ben\b", bare) if one.strip())


def period(text: str) -> tuple[date | None, date | None]:
    """The days of 'maart – juni 2023', 'vanaf maart 2023', 'tot en met juni 2023' or 'maart 2023'."""
    found = _MONTH.findall(text.casefold())
    last = next((year for _, year in reversed(found) if year), "")
    if not found or not last:
        day = parse_date(text)
        return day, day
    days = [(int(year or last), MONTHS.index(month) + 1) for month, year in found]
    first = date(*days[0], 1)
    end = date(*days[-1], calendar.monthrange(*days[-1])[1])
    if text.casefold().startswith("vanaf"):
        return first, None
    return (None, end) if text.casefold().startswith("tot") else (first, end)


def facts(dossier: Dossier, lines: Sequence[str]) -> Found:
    """The roles of a portfolio in lines as 'Status: lopend · Opdrachtgever: hoofdenoverleg'."""
    values: dict[str, Any] = {}
    doubts: list[str] = []
    for part in (one for line in lines for one in line.split(" · ")):
        label, _, text = part.partition(":")
        name = _FACTS.get(label.strip().casefold(), "")
        if name in ("organisation_ids", "partner_ids"):
            found = organisations(dossier, text.strip())
            values[name] = found.values[name]
            doubts += found.doubts
        elif name == "status":
            values[name] = next((one for one in PortfolioStatus if word(one) == text.strip().casefold()), None)
        elif name == "execution":
            values |= _execution(text.strip())
        elif name:
            values[name] = text.strip()
    return Found(values={name: value for name, value in values.items() if value}, doubts=tuple(doubts))


def _execution(text: str) -> dict[str, Any]:
    """The form of the execution, where the line begins with it or names it, and the rest."""
    form = next((one for one in ExecutionForm if word(one).casefold() in text.casefold()), None)
    rest = text
    if form is not None and text.casefold().startswith(word(form).casefold()):
        rest = text[len(word(form)) :].removeprefix(".").strip()
    return {"execution_form": form, "execution": rest}


# --- Figures ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure in a table: of which indicator, year and organisation ('' for the whole country), and what it says."""

    indicator: str
    year: int
    organisation: str = ""
    target: Decimal | None = None
    actual: Decimal | None = None
    provisional: bool = False
    missing: MissingReason = MissingReason.NONE
    doubt: str = ""


def numbers(rows: Sequence[Sequence[str]], year: int) -> tuple[Number, ...]:
    """The figures in a table; none when its head is not of a table of figures."""
    head = [text.casefold() for text in rows[0]] if rows else []
    if not head:
        return ()
    if head[0] in INDICATORS:
        return tuple(_national(rows, year))
    return tuple(_regional(rows, year)) if head[0] in _ORGANISATION else ()


def _national(rows: Sequence[Sequence[str]], year: int) -> Iterator[Number]:
    """Indicators down; a target and the years across. Differences are sums, and are not read."""
    actual = [at for at, text in enumerate(rows[0]) if _YEAR.fullmatch(text) and int(text) == year]
    targets = [at for at, text in enumerate(rows[0]) if text.casefold().startswith("doel")]
    actual = actual or [
        at for at, text in enumerate(rows[0]) if text.casefold() in ("werkelijk", "resultaat", "aantal")
    ]
    for row in rows[1:]:
        found = _cell(row[actual[0]]) if actual else {}
        target = parse_number(row[targets[0]]) if targets else None
        if found or target is not None:
            yield Number(indicator=row[0], year=year, target=target, **found)


def _regional(rows: Sequence[Sequence[str]], year: int) -> Iterator[Number]:
    """Organisations down, indicators across."""
    for row in rows[1:]:
        for at, indicator in enumerate(rows[0][1:], 1):
            found = _cell(row[at]) if at < len(row) else {}
            if found and not row[0].casefold().startswith(("totaal", "landelijk", "samen")):
                yield Number(indicator=indicator, year=year, organisation=row[0], **found)


def _cell(text: str) -> dict[str, Any]:
    """What a cell says: a number, with a star when it is provisional, or why there is none."""
    bare = text.strip()
    if bare in _NOTHING:
        return {}
    reason = next((one for one in MissingReason if one.value != "none" and word(one) == bare.casefold()), None)
    if reason is not None:
        return {"missing": reason}
    found = parse_number(bare.rstrip("*").strip())
    if found is None:
        return {"doubt": _NO_NUMBER.format(text=bare)}
    return {"actual": found, "provisional": bare.endswith("*")}
