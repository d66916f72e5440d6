"""The other sheets of a contribution form: activities, figures, callouts and the page of a region."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import cast

from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.dossier.edits import figure
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Record,
    RegionalSection,
)
from riec_desktop.dossier.views import (
    centres,
    indicators,
    previous_year,
    report_name,
)
from riec_desktop.excel.form_fields import Key, record_at, sent_values
from riec_desktop.excel.form_making import (
    DATE_HINT,
    IN_DOSSIER,
    NAMES_HINT,
    NATIONAL,
    NEW,
    NO,
    RICH_HINT,
    SPARE_ACTIVITIES,
    SPARE_CALLOUTS,
    YES,
    Making,
    open_cell,
    portfolio_column,
)
from riec_desktop.excel.form_plan import (
    Entry,
    Fixed,
    FormCell,
    FormColumn,
    FormRow,
    FormSheet,
    Open,
    SheetKind,
    Words,
)
from riec_desktop.excel.plan import Amount
from riec_desktop.excel.wording import plain
from riec_desktop.figures.shielded import total, value
from riec_desktop.figures.shown import decimals_of

# --- Activities ------------------------------------------------------------------------------------------------------


def activities(making: Making) -> FormSheet:
    """One row per activity, and spare rows."""
    return FormSheet(
        kind=SheetKind.ACTIVITIES,
        name="Activiteiten",
        table="Activiteiten",
        description="Wat er is gedaan: controleer wat er staat en vul aan. Onderaan is plaats voor wat nieuw is.",
        columns=(
            FormColumn(key="regel", name="Regel", width=14),
            portfolio_column(making),
            FormColumn(key="title", name="Activiteit (vul in)", width=34, entry=Entry.LINE),
            FormColumn(key="state", name="Stand (kies)", width=12, entry=Entry.CHOICE, choices="standen"),
            FormColumn(key="start", name="Begin (datum)", width=13, entry=Entry.DATE, hint=DATE_HINT),
            FormColumn(key="end", name="Einde (datum)", width=13, entry=Entry.DATE, hint=DATE_HINT),
            FormColumn(key="joint", name="Gezamenlijk (kies)", width=14, entry=Entry.CHOICE, choices="ja_nee"),
            _names_column("organisation_ids", "Organisaties (vul in)", "organisaties"),
            _names_column("partner_ids", "Partners (vul in)", "partners"),
            FormColumn(key="result", name="Resultaat (vul in)", width=56, entry=Entry.RICH, hint=RICH_HINT),
        ),
        rows=(*_activity_rows(making), *_spare_activities(making)),
        frozen=3,
    )


def _names_column(key: str, name: str, choices: str) -> FormColumn:
    return FormColumn(key=key, name=name, width=26, entry=Entry.NAMES, choices=choices, hint=NAMES_HINT)


def _activity_rows(making: Making) -> Iterator[FormRow]:
    for report in making.reports:
        name = report_name(making.dossier, report)
        for activity in making.dossier.where(Activity, "report_id", report.id):
            key = making.asks(activity, f"{name} › {activity.title}")
            yield FormRow(key=key.text(), cells=(Fixed(IN_DOSSIER), Fixed(name), *_activity_cells(making, activity)))


def _activity_cells(making: Making, activity: Activity) -> Iterator[FormCell]:
    yield from (open_cell(making, activity, name) for name in ("title", "state"))
    yield from (Open(activity.start), Open(activity.end))
    yield from (open_cell(making, activity, name) for name in ("joint", "organisation_ids", "partner_ids", "result"))


def _spare_activities(making: Making) -> Iterator[FormRow]:
    for number in range(1, SPARE_ACTIVITIES + 1):
        key = _spare_key(making, Activity, number)
        making.values[key.text()] = dict(sent_values(record_at(making.dossier, key)))
        yield FormRow(
            key=key.text(), cells=(Fixed(NEW), _spare_portfolio(making), *(Open() for _ in range(8))), lines=2
        )


def _spare_key(making: Making, kind: type[Record], number: int) -> Key:
    """The key of a spare row: its record has an id from the start, so reading a form twice makes no second record."""
    report = making.reports[0].id if len(making.reports) == 1 else ""
    return Key(kind, (report, natural_id(making.request.form_id, kind.__name__, number)))


def _spare_portfolio(making: Making) -> FormCell:
    return Fixed(report_name(making.dossier, making.reports[0])) if len(making.reports) == 1 else Open()


# --- Figures ---------------------------------------------------------------------------------------------------------


def figures(making: Making) -> FormSheet:
    """One row per indicator and, where it is counted per organisation, per organisation."""
    year = making.request.year.year or 0
    return FormSheet(
        kind=SheetKind.FIGURES,
        name="Cijfers",
        table="Cijfers",
        description=f"De cijfers van {year}. Weet u een getal niet? Laat het leeg en kies een reden.",
        columns=(
            FormColumn(key="portefeuille", name="Portefeuille", width=22),
            FormColumn(key="indicator", name="Indicator", width=28),
            FormColumn(key="definitie", name="Wat telt mee", width=38),
            FormColumn(key="organisatie", name="Organisatie", width=24),
            FormColumn(key="vorig", name=f"In {year - 1}", width=11),
            FormColumn(key="target", name="Doel (getal)", width=12, entry=Entry.NUMBER),
            FormColumn(key="actual", name="Werkelijk (getal)", width=13, entry=Entry.NUMBER),
            FormColumn(key="provisional", name="Voorlopig (kies)", width=12, entry=Entry.CHOICE, choices="ja_nee"),
            FormColumn(key="reference_date", name="Peildatum (datum)", width=13, entry=Entry.DATE, hint=DATE_HINT),
            FormColumn(
                key="missing", name="Reden van ontbreken (kies)", width=16, entry=Entry.CHOICE, choices="redenen"
            ),
            FormColumn(key="note", name="Toelichting (vul in)", width=40, entry=Entry.LINE),
        ),
        rows=tuple(_figure_rows(making)),
        frozen=2,
    )


def _figure_rows(making: Making) -> Iterator[FormRow]:
    for report in making.reports:
        for indicator in indicators(making.dossier, report):
            asked = _counted(making, indicator)
            for organisation in asked:
                definition = _definition(indicator, first=asked[0], here=organisation)
                yield _figure_row(making, report, indicator, organisation, definition)


def _definition(indicator: Indicator, *, first: Organisation | None, here: Organisation | None) -> str:
    """The definition in the first row; the others name that row, which also holds after sorting."""
    if first is here or first is None or not indicator.definition:
        return indicator.definition or "–"
    return f"zie bij {first.name}"


def _counted(making: Making, indicator: Indicator) -> tuple[Organisation | None, ...]:
    """The organisations that an indicator is asked of; None for the country."""
    only = making.request.organisation_id
    if indicator.scope is Scope.NATIONAL:
        return () if only else (None,)
    found = centres(making.dossier, making.request.year.year)
    return tuple(one for one in found if only in (None, one.id))


def _figure_row(
    making: Making, report: PortfolioReport, indicator: Indicator, organisation: Organisation | None, definition: str
) -> FormRow:
    year = making.request.year.year or 0
    name = report_name(making.dossier, report)
    held = _sendable(figure(making.dossier, indicator.id, year, organisation.id if organisation else None))
    key = making.asks(held, f"{name} › {indicator.name}")
    unit = f"{indicator.name} ({indicator.unit})" if indicator.unit not in ("", indicator.name) else indicator.name
    return FormRow(
        key=key.text(),
        cells=(
            Fixed(name),
            Fixed(unit, bold=True),
            Fixed(definition),
            Fixed(organisation.name if organisation else NATIONAL),
            Fixed(_before(making, indicator, organisation) or "–"),
            Open(held.target),
            Open(held.actual),
            Open(_certainty(held.actual, provisional=held.provisional)),
            Open(held.reference_date),
            Open(word(held.missing)),
            Open(held.note),
        ),
    )


def _sendable(held: IndicatorValue) -> IndicatorValue:
    """A confidential number stays at home."""
    return replace(held, actual=None) if held.missing is MissingReason.CONFIDENTIAL else held


def _certainty(actual: Decimal | None, *, provisional: bool) -> str:
    """Nothing to say about a number that is not there yet."""
    if actual is None and not provisional:
        return ""
    return YES if provisional else NO


def _before(making: Making, indicator: Indicator, organisation: Organisation | None) -> Amount | None:
    year = (making.request.year.year or 0) - 1
    if organisation is None:
        found = total(making.dossier, indicator, year)
    else:
        found = value(making.dossier, indicator, year, organisation.id)
    return None if found.actual is None else Amount(found.actual, decimals_of(indicator))


# --- Callouts and the page of a region -------------------------------------------------------------------------------


def callouts(making: Making) -> FormSheet:
    """One row per callout, of one organisation when the form is for one, and spare rows."""
    return FormSheet(
        kind=SheetKind.CALLOUTS,
        name="Kaderteksten",
        table="Kaderteksten",
        description="Een voorbeeld van één RIEC of het LIEC bij een portefeuille. Onderaan is plaats voor nieuwe.",
        columns=(
            FormColumn(key="regel", name="Regel", width=14),
            portfolio_column(making),
            _names_column("organisation_ids", "Van wie (vul in)", "organisaties"),
            FormColumn(key="title", name="Titel (vul in)", width=30, entry=Entry.LINE),
            FormColumn(key="text", name="Tekst (vul in)", width=84, entry=Entry.RICH, hint=RICH_HINT),
            FormColumn(key="woorden", name="Woorden", width=9),
        ),
        rows=(*_callout_rows(making), *_spare_callouts(making)),
        frozen=2,
    )


def _callout_rows(making: Making) -> Iterator[FormRow]:
    only = making.request.organisation_id
    for report in making.reports:
        name = report_name(making.dossier, report)
        for callout in making.dossier.where(Callout, "report_id", report.id):
            if only is None or only in callout.organisation_ids:
                key = making.asks(callout, f"{name} › {callout.title}")
                cells = (open_cell(making, callout, one) for one in ("organisation_ids", "title", "text"))
                yield FormRow(key=key.text(), cells=(Fixed(IN_DOSSIER), Fixed(name), *cells, Words("text")), lines=4)


def _spare_callouts(making: Making) -> Iterator[FormRow]:
    only = making.request.organisation_id
    for number in range(1, SPARE_CALLOUTS + 1):
        key = _spare_key(making, Callout, number)
        spare = cast("Callout", record_at(making.dossier, key))
        if only:
            spare = replace(spare, organisation_ids=(only,))
        making.values[key.text()] = dict(sent_values(spare))
        cells = (open_cell(making, spare, one) for one in ("organisation_ids", "title", "text"))
        yield FormRow(key=key.text(), cells=(Fixed(NEW), _spare_portfolio(making), *cells, Words("text")), lines=4)


def region(making: Making, organisation: Organisation) -> FormSheet:
    """The page of one RIEC before the chapter."""
    year = making.request.year
    before = previous_year(making.dossier, year)
    record = record_at(making.dossier, Key(RegionalSection, (year.id, organisation.id)))
    key = making.asks(record, f"{organisation.name} › regionale bijdrage")
    told = f"Wat gebeurde er in {year.year} bij {organisation.name}? Schrijf voor lezers die uw regio niet kennen."
    last = _section_before(making, before.id if before else "", organisation)
    return FormSheet(
        kind=SheetKind.REGION,
        name="Regionale bijdrage",
        table="Regionale_bijdrage",
        description=f"De bladzijde van {organisation.name} vooraan in het hoofdstuk.",
        columns=(
            FormColumn(key="vraag", name="Vraag", width=30),
            FormColumn(key="vorig", name=f"Tekst over {before.year}" if before else "Tekst van vorig jaar", width=60),
            FormColumn(key="text", name="Uw tekst (vul in)", width=84, entry=Entry.RICH, hint=RICH_HINT),
            FormColumn(key="woorden", name="Woorden", width=9),
        ),
        rows=(
            FormRow(
                key=key.text(),
                cells=(
                    Fixed(told, bold=True),
                    Fixed(plain(making.dossier, before, last) if before and last else "–"),
                    open_cell(making, record, "text"),
                    Words("text"),
                ),
                lines=14,
            ),
        ),
    )


def _section_before(making: Making, year_id: str, organisation: Organisation) -> str:
    found = record_at(making.dossier, Key(RegionalSection, (year_id, organisation.id)))
    return cast("RegionalSection", found).text
