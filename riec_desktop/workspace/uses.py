"""Where a figure is used in texts, so that whoever changes it sees every sentence that changes with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import RECORD_TYPES, IndicatorValue, Record, ReportYear
from riec_desktop.dossier.richtext import RichBlock, plain_text
from riec_desktop.figures.shown import linked_text
from riec_desktop.workspace.names import shortened
from riec_desktop.workspace.whereabouts import whereabouts

_WITH_PREVIOUS = (Measure.PREVIOUS, Measure.CHANGE, Measure.PERCENTAGE)
"""These print or compare the number of the year before too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A paragraph in which a figure is linked: the field, where that is in words, and how the paragraph reads."""

    kind: type[Record]
    record_id: str
    field: str
    where: str
    words: str


def uses(dossier: Dossier, value: IndicatorValue) -> tuple[Use, ...]:
    """The paragraphs that print this figure, or a number that is made with it; of every year of the dossier."""
    return tuple(
        one for one, linked, year in _linked(dossier, value.indicator_id or "") if _prints(value, linked, year)
    )


def uses_of(dossier: Dossier, indicator_id: str) -> tuple[Use, ...]:
    """Every paragraph that prints a number of this indicator."""
    return tuple(dict.fromkeys(one for one, _, _ in _linked(dossier, indicator_id)))


_Found = tuple[Use, LinkedNumber, int | None]


def _linked(dossier: Dossier, indicator_id: str) -> tuple[_Found, ...]:
    """Every linked number of an indicator; looked up once per dossier."""
    return dossier.once(
        ("uses", indicator_id), lambda: tuple(_search(dossier, f"{{cijfer:{indicator_id}", indicator_id))
    )


def _search(dossier: Dossier, start: str, indicator_id: str) -> Iterator[_Found]:
    for kind in RECORD_TYPES:
        fields = [spec.name for spec in specs(kind).values() if spec.kind is Kind.RICH]
        for record in dossier.all(kind) if fields else ():
            for name in fields:
                if start in getattr(record, name):
                    yield from _in_field(dossier, record, name, indicator_id)


def _in_field(dossier: Dossier, record: Record, name: str, indicator_id: str) -> Iterator[_Found]:
    found = dossier.get(ReportYear, year_id_of(dossier, record))
    year = found.year if found else None
    for block in parse(getattr(record, name)):
        numbers = [run.linked for run in block.runs if isinstance(run.linked, LinkedNumber)]
        for linked in dict.fromkeys(one for one in numbers if one.indicator_id == indicator_id):
            yield _use(dossier, record, name, block, year), linked, year


def _use(dossier: Dossier, record: Record, name: str, block: RichBlock, year: int | None) -> Use:
    return Use(
        kind=type(record),
        record_id=record.id,
        field=name,
        where=whereabouts(dossier, record, name),
        words=shortened(plain_text((block,), lambda linked: linked_text(dossier, linked, year)), 120),
    )


def _prints(value: IndicatorValue, linked: LinkedNumber, year: int | None) -> bool:
    """Whether a linked number in a text of `year` depends on this figure; a total depends on every organisation."""
    printed = linked.year or year
    if printed is None or value.year is None:
        return False
    years = (printed, printed - 1) if linked.measure in _WITH_PREVIOUS else (printed,)
    return value.year in years and linked.organisation_id in (None, value.organisation_id)
