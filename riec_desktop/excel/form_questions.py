"""The sheets of a contribution form with the questions: one per portfolio, with last year's answer and promise."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import (
    Answer,
    PortfolioReport,
    Question,
)
from riec_desktop.dossier.views import (
    answer,
    filled_prompt,
    is_required,
    previous_answer,
    previous_year,
    promise,
    questions,
    report_name,
)
from riec_desktop.excel.form_making import (
    RICH_HINT,
    Making,
    open_cell,
)
from riec_desktop.excel.form_plan import (
    Entry,
    Fixed,
    FormCell,
    FormColumn,
    FormRow,
    FormSheet,
    SheetKind,
    Verdict,
    Words,
)
from riec_desktop.excel.form_promises import NAME as PROMISES
from riec_desktop.excel.plan import Amount
from riec_desktop.excel.wording import plain


def question_sheets(making: Making) -> Iterator[FormSheet]:
    """One sheet per portfolio."""
    taken = {kind.value for kind in SheetKind}
    for number, report in enumerate(making.reports, start=1):
        name = sheet_name(report_name(making.dossier, report), taken)
        taken.add(name.casefold())
        yield FormSheet(
            kind=SheetKind.QUESTIONS,
            name=name,
            table=f"Vragen_{number}",
            description=f"De vragen over de portefeuille {report_name(making.dossier, report)}.",
            columns=_question_columns(making),
            rows=(*_promise_row(making, report), *_question_rows(making, report)),
            frozen=2,
        )


def sheet_name(text: str, taken: Iterable[str]) -> str:
    """A name for a sheet, not taken yet: at most 31 characters, none that Excel forbids, no quotes at the ends."""
    kept = "".join(" " if one in "[]:*?/\\" else one for one in text)
    name = capitalised(" ".join(kept.split()).strip("'"))[:31].strip(" '") or "Portefeuille"
    used = {one.casefold() for one in taken} | {"history", "formuliergegevens", "keuzelijsten"}
    number = 1
    found = name
    while found.casefold() in used:
        number += 1
        found = f"{name[:28].rstrip()} {number}"
    return found


def _question_columns(making: Making) -> tuple[FormColumn, ...]:
    before = previous_year(making.dossier, making.request.year)
    last = f"Antwoord over {before.year}" if before else "Antwoord van vorig jaar"
    return (
        FormColumn(key="vraag", name="Vraag", width=30),
        FormColumn(key="uitleg", name="Uitleg", width=30),
        FormColumn(key="vorig", name=last, width=40),
        FormColumn(key="text", name="Uw antwoord (vul in)", width=72, entry=Entry.RICH, hint=RICH_HINT),
        FormColumn(key="woorden", name="Woorden", width=9),
        FormColumn(key="gevraagd", name="Hoogstens", width=11),
        FormColumn(key="oordeel", name="Lengte", width=12),
    )


def _promise_row(making: Making, report: PortfolioReport) -> Iterator[FormRow]:
    """What was promised last year, above the questions: a promise gets an answer."""
    promised = promise(making.dossier, report)
    before = previous_year(making.dossier, making.request.year)
    if promised is None or before is None or not promised.text:
        return
    tell = f"Kies op het blad {PROMISES} wat" if promises_of(making.dossier, report) else "Vertel bij uw antwoorden wat"
    told = f"{tell} daarvan is gekomen. Hier hoeft u niets in te vullen."
    asked = Fixed(f"Beloofd in {before.year} voor {making.request.year.year}", bold=True)
    yield FormRow(
        key="",
        cells=(
            asked,
            Fixed(told),
            Fixed(plain(making.dossier, before, promised.text)),
            *(Fixed("–") for _ in range(4)),
        ),
    )


def question_text(making_year: int | None, question: Question) -> str:
    """The topic and the prompt of a question as its cell shows them."""
    topic = filled_prompt(question.topic, making_year)
    return "\n".join(part for part in (topic, filled_prompt(question.prompt, making_year)) if part)


def _question_rows(making: Making, report: PortfolioReport) -> Iterator[FormRow]:
    for question in questions(making.dossier, report.year_id):
        place = f"{report_name(making.dossier, report)} › {question.topic}"
        given = answer(making.dossier, report, question)
        key = making.asks(given, place)
        yield FormRow(key=key.text(), cells=_question_cells(making, report, question, given), lines=8)


def _question_cells(making: Making, report: PortfolioReport, question: Question, given: Answer) -> tuple[FormCell, ...]:
    year = making.request.year.year
    return (
        Fixed(question_text(year, question), bold=True),
        Fixed(_help(question, report.status, year)),
        Fixed(_last_year(making, report, question)),
        open_cell(making, given, "text"),
        Words("text"),
        Fixed(Amount(Decimal(question.word_budget)) if question.word_budget else "vrij"),
        Verdict("text", question.word_budget or 0),
    )


def _help(question: Question, status: PortfolioStatus, year: int | None) -> str:
    optional = "" if is_required(question, status) else "Deze vraag mag u overslaan."
    return "\n".join(part for part in (filled_prompt(question.help, year), optional) if part)


def _last_year(making: Making, report: PortfolioReport, question: Question) -> str:
    before = previous_answer(making.dossier, report, question)
    year = previous_year(making.dossier, making.request.year)
    return plain(making.dossier, year, before.text) if before and year and before.text else "–"
