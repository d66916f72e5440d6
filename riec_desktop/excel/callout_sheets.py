"""The sheets 'Kaderteksten' and 'Kaderbalans': the examples of the regions, and which region has none."""

from collections.abc import Iterator

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Callout, Organisation, PortfolioReport, ReportYear
from riec_desktop.dossier.richtext import word_count
from riec_desktop.dossier.views import centres, report_name, reports
from riec_desktop.excel.plan import Column, ColumnType, Mark, Row, SheetPlan, Tone
from riec_desktop.excel.wording import named, plain

_NONE = Mark("nog geen kadertekst", Tone.LACKING)
_SOME = Mark("in beeld", Tone.DONE)


def _callouts(dossier: Dossier, year: ReportYear) -> Iterator[tuple[PortfolioReport, Callout]]:
    """The callouts of a year with their portfolio reports, in the order of the chapter."""
    for report in reports(dossier, year):
        for callout in dossier.where(Callout, "report_id", report.id):
            yield report, callout


def callouts(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per callout of the year."""
    return SheetPlan(
        name="Kaderteksten",
        description="Eén regel per kadertekst: van welke organisatie, bij welke portefeuille, en de tekst zelf.",
        columns=(
            Column(name="Portefeuille", widest=28),
            Column(name="Organisaties", widest=28),
            Column(name="Titel", widest=34, bold=True),
            Column(name="Tekst", widest=90),
            Column(name="Woorden", type=ColumnType.INTEGER),
        ),
        rows=tuple(_callout_row(dossier, year, report, callout) for report, callout in _callouts(dossier, year)),
        nothing="Er zijn in dit verslagjaar nog geen kaderteksten.",
    )


def _callout_row(dossier: Dossier, year: ReportYear, report: PortfolioReport, callout: Callout) -> Row:
    return (
        report_name(dossier, report),
        named(dossier, callout.organisation_ids),
        callout.title,
        plain(dossier, year, callout.text),
        word_count(parse(callout.text)),
    )


def balance(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row for the LIEC and for each RIEC of the year; a callout of two organisations counts for both."""
    found = tuple(_callouts(dossier, year))
    return SheetPlan(
        name="Kaderbalans",
        description="Eén regel per organisatie: hoeveel kaderteksten zij heeft, en wie er nog geen heeft.",
        columns=(
            Column(name="Organisatie", widest=34, bold=True),
            Column(name="Kaderteksten", type=ColumnType.INTEGER),
            Column(name="Oordeel", marks=(_NONE, _SOME), widest=24),
            Column(name="Portefeuilles", widest=60),
        ),
        rows=tuple(_balance_row(dossier, organisation, found) for organisation in centres(dossier, year.year)),
        nothing="Dit dossier heeft nog geen LIEC of RIEC.",
    )


def _balance_row(
    dossier: Dossier, organisation: Organisation, found: tuple[tuple[PortfolioReport, Callout], ...]
) -> Row:
    own = [report for report, callout in found if organisation.id in callout.organisation_ids]
    names = dict.fromkeys(report_name(dossier, report) for report in own)
    return (organisation.name, len(own), (_SOME if own else _NONE).word, ", ".join(names))
