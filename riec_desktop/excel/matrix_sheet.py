"""The sheet 'Matrix': per portfolio how many activities and callouts each RIEC and the LIEC have in it.

Organisations stand across, as in a pivot table, so that an empty column shows at a glance. Activities and callouts are
rows under each other: the number of organisations is fixed, that of portfolios is not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Callout, Organisation, ReportYear
from riec_desktop.dossier.views import centres, report_name, reports
from riec_desktop.excel.plan import Column, ColumnType, Row, SheetPlan
from riec_desktop.excel.wording import column_names, total_of

_KINDS: tuple[tuple[str, type[Activity] | type[Callout]], ...] = (
    ("activiteiten", Activity),
    ("kaderteksten", Callout),
)
_FIRST = (Column(name="Portefeuille", widest=34, bold=True), Column(name="Soort", widest=14))
_LAST = "In totaal"


def matrix(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """Two rows per portfolio; what several organisations do together counts for each, and once in the last column."""
    across = centres(dossier, year.year)
    rows = tuple(_rows(dossier, year, across))
    return SheetPlan(
        name="Matrix",
        description="Per portefeuille hoeveel activiteiten en kaderteksten elke organisatie heeft. Wat organisaties "
        f"samen doen, telt bij elk van hen mee en één keer bij ‘{_LAST}’.",
        columns=(*_FIRST, *_number_columns(across, rows)),
        rows=rows,
        nothing="Dit verslagjaar heeft nog geen portefeuilles.",
        frozen_columns=len(_FIRST),
    )


def _number_columns(across: Sequence[Organisation], rows: Sequence[Row]) -> Iterator[Column]:
    names = column_names((one.name for one in across), (*(column.name for column in _FIRST), _LAST))
    for at, name in enumerate(names, start=len(_FIRST)):
        yield Column(name=name, type=ColumnType.COUNT, total=total_of(rows, at))
    yield Column(name=_LAST, type=ColumnType.INTEGER, total=total_of(rows, -1), bold=True)


def _rows(dossier: Dossier, year: ReportYear, across: Sequence[Organisation]) -> Iterator[Row]:
    for report in reports(dossier, year):
        name = report_name(dossier, report)
        for kind, record_type in _KINDS:
            found = dossier.where(record_type, "report_id", report.id)
            # An organisation that is named twice in one activity has one activity.
            counts = Counter(owner for one in found for owner in set(one.organisation_ids))
            yield (name, kind, *(counts[one.id] for one in across), len(found))
