"""A contribution form from a dossier: which sheets there are, their drop-down lists, and what was sent."""

from collections.abc import Iterator, Mapping

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Organisation, PortfolioReport
from riec_desktop.dossier.views import centres, partners, report_name, settings
from riec_desktop.excel.form_fields import Sent
from riec_desktop.excel.form_guide import about, guide
from riec_desktop.excel.form_making import NO, REASONS, STATES, YES, Making
from riec_desktop.excel.form_plan import FormPlan, FormRequest, FormSheet
from riec_desktop.excel.form_promises import OUTCOMES, promises
from riec_desktop.excel.form_questions import question_sheets
from riec_desktop.excel.form_tables import activities, callouts, figures, region


def form_plan(dossier: Dossier, request: FormRequest) -> FormPlan:
    """The form that a request asks for. Raises `RiecError` ('form.too_long') naming a text that no cell can hold."""
    making = Making(dossier=dossier, request=request, reports=dossier.many(PortfolioReport, request.report_ids))
    sheets = tuple(_sheets(making))
    own = dossier.get(Organisation, settings(dossier).organisation_id)
    return FormPlan(
        title=f"Aanleverformulier {request.year.year or ''}: {about(making).removeprefix('de ')}".replace(" :", ":"),
        organisation=own.name if own else "",
        request=request,
        sheets=(guide(making, sheets), *sheets),
        lists=_lists(making),
        sent=Sent(values=making.values, tokens=making.tokens.by_number()),
    )


def _sheets(making: Making) -> Iterator[FormSheet]:
    organisation = making.dossier.get(Organisation, making.request.organisation_id)
    if organisation is None:
        yield from question_sheets(making)
        yield from _if_asked(promises(making))
        yield activities(making)
    yield from _if_asked(figures(making))
    yield callouts(making)
    if organisation is not None:
        yield region(making, organisation)


def _if_asked(sheet: FormSheet) -> tuple[FormSheet, ...]:
    return (sheet,) if sheet.rows else ()


def _lists(making: Making) -> Mapping[str, tuple[str, ...]]:
    year = making.request.year.year
    return {
        "portefeuilles": tuple(report_name(making.dossier, one) for one in making.reports),
        "organisaties": tuple(one.name for one in centres(making.dossier, year)),
        "partners": tuple(one.name for one in partners(making.dossier, year)),
        "uitkomsten": OUTCOMES,
        "standen": STATES,
        "redenen": REASONS,
        "ja_nee": (YES, NO),
    }
