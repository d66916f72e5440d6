"""What stands in a dossier, in lines that fit a terminal."""

from collections.abc import Iterable, Iterator

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
    IndicatorValue,
    Picture,
    PortfolioReport,
    ReportYear,
)
from riec_desktop.dossier.richtext import word_count


def summary(dossier: Dossier, file: str, version: int) -> str:
    """The whole dossier: first what holds for all years, then every year with its portfolios, the newest first."""
    lines = [*_head(dossier, file, version)]
    for year in views.years(dossier):
        lines += ["", *_year(dossier, year)]
    return "\n".join(lines)


def counted(count: int, one: str, many: str) -> str:
    """'1 fout', '3 fouten', 'geen fouten'."""
    if count == 0:
        return f"geen {many}"
    return f"1 {one}" if count == 1 else f"{number(count)} {many}"


def _head(dossier: Dossier, file: str, version: int) -> Iterator[str]:
    yield views.settings(dossier).name or "Dossier zonder naam"
    yield f"  bestand      {file}, versie {version}"
    centres, partners = len(views.centres(dossier)), len(views.partners(dossier))
    yield f"  organisaties LIEC en RIEC’s: {centres}, partners: {partners}"
    yield f"  indicatoren  {number(len(dossier.all(Indicator)))}"


def _year(dossier: Dossier, year: ReportYear) -> Iterator[str]:
    yield f"Verslagjaar {year.year or '(geen jaar)'}, {word(year.state)}: {year.number} {year.title}".rstrip()
    reports = views.reports(dossier, year)
    yield f"  {', '.join(_counts(dossier, year, reports))}"
    for place, goal in enumerate(views.goals(dossier, year), start=1):
        yield f"  {place} {goal.short_name}"
        yield from (_report(dossier, one) for one in reports if one.goal_id == goal.id)
    known = {goal.id for goal in views.goals(dossier, year)}
    homeless = [one for one in reports if one.goal_id not in known]
    if homeless:
        yield "  zonder doel"
        yield from (_report(dossier, one) for one in homeless)


def _counts(dossier: Dossier, year: ReportYear, reports: Iterable[PortfolioReport]) -> Iterator[str]:
    ids = [one.id for one in reports]
    activities = sum(len(dossier.where(Activity, "report_id", one)) for one in ids)
    callouts = sum(len(dossier.where(Callout, "report_id", one)) for one in ids)
    pictures = sum(len(dossier.where(Picture, "report_id", one)) for one in ids)
    figures = len(dossier.where(IndicatorValue, "year", year.year))
    regions = len(views.regional_sections(dossier, year))
    yield counted(len(ids), "portefeuille", "portefeuilles")
    yield counted(activities, "activiteit", "activiteiten")
    yield counted(callouts, "kadertekst", "kaderteksten")
    yield counted(pictures, "afbeelding", "afbeeldingen")
    yield counted(figures, "cijfer", "cijfers")
    yield counted(regions, "regionale bijdrage", "regionale bijdragen")


def _report(dossier: Dossier, report: PortfolioReport) -> str:
    questions = views.questions(dossier, report.year_id)
    words = [word_count(parse(views.answer(dossier, report, one).text)) for one in questions]
    answered = sum(1 for count in words if count)
    name = views.report_name(dossier, report) or "(zonder naam)"
    parts = (
        word(report.status),
        word(report.review),
        f"{answered} van {counted(len(questions), 'vraag', 'vragen')} beantwoord",
        counted(sum(words), "woord", "woorden"),
    )
    return f"    {name}: {', '.join(parts)}"
