"""How a kind of workbook was read before, so that the same kind needs no choices next year.

A kind is known by the heads of its table, without years; columns are kept by their heads, so that they may move. The
file holds heads and choices, never a figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Portfolio
from riec_desktop.excel.figure_columns import FIRST_ROWS, heads, year_in
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, Shape
from riec_desktop.excel.form_values import plain_name
from riec_desktop.excel.reading.cells import ReadSheet
from riec_desktop.files import digest_of
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.small_files import read_json, write_json

_FILE = "cijferbestanden.json"
_MOST = 100
_LEAST_HEADS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The choices for one kind of workbook; `columns`: meaning → head."""

    shape: Shape
    columns: Mapping[Meaning, str]
    portfolio_id: str | None = None
    indicator_id: str | None = None


def signature(found: Mapping[int, str]) -> str:
    """What tells a kind of table from others: its heads in any order, without years; '' for too few to tell."""
    texts = sorted({plain_name(text) for text in found.values() if text and year_in(text) is None})
    return digest_of("\n".join(texts).encode())[:32] if len(texts) >= _LEAST_HEADS else ""


def profiles(env: Environment) -> Mapping[str, Profile]:
    """Signature → choices of everything that was read before; what is damaged is left out."""
    plain = read_json(env.data_folder / _FILE)
    found = cast("dict[str, Any]", plain).items() if isinstance(plain, dict) else ()
    return {key: profile for key, value in found if (profile := _from_json(value)) is not None}


def remember(env: Environment, sheet: ReadSheet, mapping: FigureMapping) -> None:
    """Remember how a sheet was read; the oldest are forgotten."""
    found = heads(sheet, mapping.header_row)
    key = signature(found)
    if key:
        columns = {meaning: found.get(column, "") for meaning, column in mapping.columns.items()}
        made = Profile(
            shape=mapping.shape,
            columns=columns,
            portfolio_id=mapping.portfolio_id,
            indicator_id=mapping.indicator_id,
        )
        kept = {other: profile for other, profile in profiles(env).items() if other != key}
        newest = [*kept.items(), (key, made)][-_MOST:]
        write_json(env.data_folder / _FILE, {other: _to_json(profile) for other, profile in newest})


def known_mapping(
    sheet: ReadSheet, known: Mapping[str, Profile], year: int | None, dossier: Dossier
) -> FigureMapping | None:
    """The mapping of a sheet whose kind was read before, wherever its head is now; None for a new kind."""
    for row in sorted(sheet.rows)[:FIRST_ROWS]:
        found = heads(sheet, row)
        profile = known.get(signature(found))
        if profile is not None:
            return FigureMapping(
                sheet=sheet.name,
                header_row=row,
                shape=profile.shape,
                columns=_placed(profile.columns, found),
                year=year,
                portfolio_id=profile.portfolio_id if dossier.get(Portfolio, profile.portfolio_id) else None,
                indicator_id=profile.indicator_id if dossier.get(Indicator, profile.indicator_id) else None,
            )
    return None


def _placed(columns: Mapping[Meaning, str], found: Mapping[int, str]) -> Mapping[Meaning, int]:
    """Meaning → column, by the heads as they stand now."""
    by_head = {plain_name(text): column for column, text in reversed([*found.items()])}
    return {one: by_head[plain_name(head)] for one, head in columns.items() if plain_name(head) in by_head}


# --- As JSON ---------------------------------------------------------------------------------------------------------


def _to_json(profile: Profile) -> Mapping[str, object]:
    return {
        "shape": profile.shape.value,
        "columns": {meaning.value: head for meaning, head in profile.columns.items()},
        "portfolio": profile.portfolio_id,
        "indicator": profile.indicator_id,
    }


def _from_json(plain: Any) -> Profile | None:
    try:
        columns: Sequence[tuple[str, object]] = list(plain["columns"].items())
        return Profile(
            shape=Shape(plain["shape"]),
            columns={Meaning(meaning): str(head) for meaning, head in columns},
            portfolio_id=_id(plain["portfolio"]),
            indicator_id=_id(plain["indicator"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _id(plain: object) -> str | None:
    return plain if isinstance(plain, str) else None
