"""The sheet 'Beloften' of a contribution form: what was promised last year, with room for what came of it.

A promise is answered by who carried it out, and that is often the colleague who has only Excel.
"""

from collections.abc import Iterator

from riec_desktop.dossier.choices import PromiseOutcome
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import year_number
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import PortfolioReport, Promise
from riec_desktop.dossier.views import report_name
from riec_desktop.excel.form_making import RICH_HINT, Making, open_cell
from riec_desktop.excel.form_plan import Entry, Fixed, FormColumn, FormRow, FormSheet, Open, SheetKind, Words
from riec_desktop.excel.wording import plain

NAME = "Beloften"
OUTCOMES = tuple(word(one) for one in PromiseOutcome if one is not PromiseOutcome.OPEN)
_OUTCOME_HINT = "Wat kwam er van deze belofte? Kies uit de lijst en licht het hiernaast toe."


def promises(making: Making) -> FormSheet:
    """One row per promise that the portfolios of the form answer; no rows when there are none."""
    return FormSheet(
        kind=SheetKind.PROMISES,
        name=NAME,
        table="Beloften",
        description=f"Wat er vorig jaar voor {making.request.year.year} is beloofd. Kies per belofte wat ervan kwam.",
        columns=(
            FormColumn(key="portefeuille", name="Portefeuille", width=22),
            FormColumn(key="beloofd_in", name="Beloofd in", width=10),
            FormColumn(key="belofte", name="Belofte", width=56),
            FormColumn(
                key="outcome",
                name="Wat ervan kwam (kies)",
                width=17,
                entry=Entry.CHOICE,
                choices="uitkomsten",
                hint=_OUTCOME_HINT,
            ),
            FormColumn(key="reply", name="Toelichting (vul in)", width=64, entry=Entry.RICH, hint=RICH_HINT),
            FormColumn(key="woorden", name="Woorden", width=9),
        ),
        rows=tuple(_rows(making)),
        frozen=1,
    )


def _rows(making: Making) -> Iterator[FormRow]:
    for report in making.reports:
        for promise in promises_of(making.dossier, report):
            yield _row(making, report, promise)


def _row(making: Making, report: PortfolioReport, promise: Promise) -> FormRow:
    name = report_name(making.dossier, report)
    key = making.asks(promise, f"{name} › {NAME}")
    before = making.dossier.get(PortfolioReport, promise.from_report_id)
    year = year_number(making.dossier, before) if before else None
    # A promise that nobody answered yet has an empty cell, which asks for an answer.
    outcome = "" if promise.outcome is PromiseOutcome.OPEN else word(promise.outcome)
    return FormRow(
        key=key.text(),
        cells=(
            Fixed(name),
            Fixed(str(year or "–")),
            Fixed(plain(making.dossier, making.request.year, promise.text)),
            Open(outcome),
            open_cell(making, promise, "reply"),
            Words("reply"),
        ),
        lines=3,
    )
