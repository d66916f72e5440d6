"""Where each row of a form belongs: by its key, or by what it says when the key is gone or stands there twice.

A row that somebody added has no key; a row that somebody copied has that of another. Neither is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    ContributionForm,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Promise,
    Question,
    Record,
    ReportYear,
)
from riec_desktop.dossier.views import filled_prompt, indicators, report_name, reports, year_of
from riec_desktop.excel.form_answer import AnswerRow, FormAnswer
from riec_desktop.excel.form_fields import ASKED, Key, read_key
from riec_desktop.excel.form_plan import SheetKind
from riec_desktop.excel.form_values import organisations_by_name, plain_name
from riec_desktop.excel.reading.cells import shown
from riec_desktop.excel.wording import plain
from riec_desktop.workspace.form_shown import year_of_report

_NATIONAL = "landelijk"
_NOTHING = ("", "–", "-")
_KINDS: Mapping[SheetKind, type[Record]] = {SheetKind.ACTIVITIES: Activity, SheetKind.CALLOUTS: Callout}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row and the record it is about; None when nobody can tell. `doubt` is a Dutch sentence or ''.

    `homeless`: the key of a new record that only misses its portfolio.
    """

    row: AnswerRow
    key: Key | None
    doubt: str = ""
    homeless: Key | None = None


def placed_rows(dossier: Dossier, answer: FormAnswer, form: ContributionForm | None) -> tuple[Placed, ...]:
    """Every row that says something, with its place."""
    placing = _Placing(dossier=dossier, answer=answer, reports=_reports(dossier, answer, form))
    seen: dict[str, AnswerRow] = {}
    found: list[Placed] = []
    for row in answer.rows:
        before = seen.get(row.key) if row.key else None
        if row.key:
            seen.setdefault(row.key, row)
        placed = _placed(placing, row) if before is None else _twice(placing, row, before)
        found += [placed] if placed else []
    return tuple(found)


def year_of_form(dossier: Dossier, answer: FormAnswer, form: ContributionForm | None) -> ReportYear | None:
    """The year that a form is about, from its record or from its own keys."""
    if form is not None:
        return dossier.get(ReportYear, form.year_id)
    keys = [key for text in answer.hashes if (key := read_key(text))]
    numbers = (int(key.parts[1]) for key in keys if key.kind is IndicatorValue)
    number = next(numbers, None)
    if number is not None:
        return year_of(dossier, number)
    return next((year for key in keys if (year := year_of_report(dossier, key.parts[0]))), None)


def _reports(dossier: Dossier, answer: FormAnswer, form: ContributionForm | None) -> tuple[PortfolioReport, ...]:
    """The portfolios that a form is about, from its record or from its own keys."""
    if form is not None and form.report_ids:
        return dossier.many(PortfolioReport, form.report_ids)
    keys = [key for text in answer.hashes if (key := read_key(text))]
    ids = dict.fromkeys(key.parts[0] for key in keys if key.kind in (Answer, Activity, Callout))
    found = dossier.many(PortfolioReport, ids)
    year = year_of_form(dossier, answer, form)
    return found or (reports(dossier, year) if year else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placing:
    """What placing rows needs to know."""

    dossier: Dossier
    answer: FormAnswer
    reports: tuple[PortfolioReport, ...]


def _says(row: AnswerRow, name: str) -> str:
    cell = row.cells.get(name)
    return shown(cell).strip() if cell else ""


def _placed(placing: _Placing, row: AnswerRow) -> Placed | None:
    key = read_key(row.key)
    if key is None:
        return _without_key(placing, row)
    if key.kind in (Activity, Callout):
        return _with_report(placing, row, key)
    if not _exists(placing.dossier, key):
        return Placed(row=row, key=None, doubt="Waar deze regel over gaat, staat niet (meer) in het dossier.")
    return Placed(row=row, key=key, doubt=_mismatch(placing.dossier, row, key))


def _exists(dossier: Dossier, key: Key) -> bool:
    """Whether what the row is about is in the dossier."""
    first = key.parts[0]
    if key.kind is Answer:
        return dossier.get(PortfolioReport, first) is not None and dossier.get(Question, key.parts[1]) is not None
    if key.kind is IndicatorValue:
        return dossier.get(Indicator, first) is not None
    if key.kind is Promise:
        return dossier.get(Promise, key.parts[1]) is not None
    return dossier.get(ReportYear, first) is not None


def _mismatch(dossier: Dossier, row: AnswerRow, key: Key) -> str:
    """A doubt when the words of a row belong to another key: somebody sorted a part of the columns."""
    wrong = False
    if key.kind is Answer and (asked := _says(row, "vraag")):
        wrong = plain_name(asked.split("\n")[0]) != plain_name(_topic(dossier, key))
    if key.kind is IndicatorValue:
        indicator, organisation = _says(row, "indicator"), _says(row, "organisatie")
        wrong = bool(indicator) and not plain_name(indicator).startswith(plain_name(_indicator_name(dossier, key)))
        wrong = wrong or (bool(organisation) and _organisation_id(dossier, organisation) != key.parts[2])
    if key.kind is Promise and (promised := _says(row, "belofte")):
        wrong = promised != _promise_text(dossier, dossier.get(Promise, key.parts[1]))
    return "De vraag in deze regel is niet de vraag van het kenmerk; misschien is er gesorteerd." if wrong else ""


def _promise_text(dossier: Dossier, promise: Promise | None) -> str:
    """A promise as its cell in a form shows it."""
    year = year_of_report(dossier, promise.report_id) if promise else None
    return plain(dossier, year, promise.text).strip() if promise and year else ""


def _topic(dossier: Dossier, key: Key) -> str:
    question = dossier.get(Question, key.parts[1])
    year = year_of_report(dossier, key.parts[0])
    return filled_prompt(question.topic or question.prompt, year.year if year else None) if question else ""


def _indicator_name(dossier: Dossier, key: Key) -> str:
    indicator = dossier.get(Indicator, key.parts[0])
    return indicator.name if indicator else ""


def _organisation_id(dossier: Dossier, name: str) -> str:
    """The id of an organisation by any of its names; '' for the country, '?' for a name that nobody has."""
    if plain_name(name) == _NATIONAL:
        return ""
    found: Organisation | None = organisations_by_name(dossier).get(plain_name(name))
    return found.id if found else "?"


# --- Rows without a key ----------------------------------------------------------------------------------------------


def _without_key(placing: _Placing, row: AnswerRow) -> Placed | None:
    fields = {name for kind in ASKED.values() for name in kind}
    if all(_says(row, name) in _NOTHING for name in fields):
        return None
    if row.kind in _KINDS:
        return _with_report(placing, row, Key(_KINDS[row.kind], ("", _made_id(placing, row))))
    key = _BY_WORDS.get(row.kind, _answer_key)(placing, row)
    if key is None:
        return Placed(row=row, key=None)
    return Placed(row=row, key=key, doubt="De regel had geen kenmerk meer; hij is herkend aan de woorden.")


def _made_id(placing: _Placing, row: AnswerRow) -> str:
    """The same id for the same row, so that reading a form twice makes no second record."""
    text = "\x1f".join(f"{name}={shown(cell)}" for name, cell in sorted(row.cells.items()))
    return natural_id(placing.answer.form_id, row.kind.value, text)


def _with_report(placing: _Placing, row: AnswerRow, key: Key) -> Placed:
    """The key with its portfolio: that of the key, else the one that the row names, else the only one of the form."""
    if placing.dossier.get(PortfolioReport, key.parts[0]) is not None:
        return Placed(row=row, key=key)
    if key.parts[0]:
        return Placed(row=row, key=None, doubt="De portefeuille van deze regel staat niet (meer) in het dossier.")
    named = _says(row, "portefeuille")
    by_name = {plain_name(report_name(placing.dossier, one)): one for one in placing.reports}
    report = by_name.get(plain_name(named)) if named else _only(placing.reports)
    if report is None and not _has_content(row):
        return Placed(row=row, key=replace_report(key, ""))
    if report is None:
        told = (
            f"De portefeuille ‘{named}’ staat niet in het formulier." if named else "De portefeuille is niet gekozen."
        )
        return Placed(row=row, key=None, doubt=told, homeless=key)
    return Placed(row=row, key=replace_report(key, report.id))


def _has_content(row: AnswerRow) -> bool:
    return any(_says(row, name) for name in ("title", "text", "result", "start", "end", "state", "partner_ids"))


def _only(found: tuple[PortfolioReport, ...]) -> PortfolioReport | None:
    return found[0] if len(found) == 1 else None


def replace_report(key: Key, report_id: str) -> Key:
    """The key of the same record in another portfolio."""
    return replace(key, parts=(report_id, *key.parts[1:]))


def _figure_key(placing: _Placing, row: AnswerRow) -> Key | None:
    name, organisation = plain_name(_says(row, "indicator")), _says(row, "organisatie")
    owner = _organisation_id(placing.dossier, organisation or _NATIONAL)
    for report in placing.reports:
        year = year_of_report(placing.dossier, report.id)
        for indicator in indicators(placing.dossier, report):
            if year and year.year and owner != "?" and _is_named(name, indicator):
                return Key(IndicatorValue, (indicator.id, str(year.year), owner))
    return None


def _is_named(name: str, indicator: Indicator) -> bool:
    return name in (plain_name(indicator.name), plain_name(f"{indicator.name} ({indicator.unit})"))


def _answer_key(placing: _Placing, row: AnswerRow) -> Key | None:
    """The question that the row names, of the portfolio of the other rows of its sheet."""
    beside = (read_key(one.key) for one in placing.answer.rows if one.sheet == row.sheet)
    alone = _only(placing.reports)
    report_id = next((key.parts[0] for key in beside if key and key.kind is Answer), alone.id if alone else "")
    report = placing.dossier.get(PortfolioReport, report_id)
    topic = plain_name(_says(row, "vraag").split("\n")[0])
    for question in placing.dossier.where(Question, "year_id", report.year_id) if report else ():
        key = Key(Answer, (report_id, question.id))
        if plain_name(_topic(placing.dossier, key)) == topic:
            return key
    return None


def _promise_key(placing: _Placing, row: AnswerRow) -> Key | None:
    """The promise that the row names, of the portfolios of the form."""
    promised = _says(row, "belofte")
    for report in placing.reports:
        for promise in promises_of(placing.dossier, report):
            if promised and promised == _promise_text(placing.dossier, promise):
                return Key(Promise, (report.id, promise.id))
    return None


_BY_WORDS: Mapping[SheetKind, Callable[[_Placing, AnswerRow], Key | None]] = {
    SheetKind.PROMISES: _promise_key,
    SheetKind.FIGURES: _figure_key,
}


def _twice(placing: _Placing, row: AnswerRow, before: AnswerRow) -> Placed | None:
    """A second row with the key of another: nothing when it says the same, else something of its own."""
    said = {name: shown(cell) for name, cell in row.cells.items()}
    if said == {name: shown(cell) for name, cell in before.cells.items()} or all(
        one in _NOTHING for one in said.values()
    ):
        return None
    doubt = "Deze regel staat twee keer in het formulier, met verschillende inhoud."
    if row.kind not in _KINDS:
        return Placed(row=row, key=None, doubt=doubt)
    key = read_key(row.key)
    report = key.parts[0] if key else ""
    copy = Key(_KINDS[row.kind], (report, _made_id(placing, row)))
    return replace(_with_report(placing, row, copy), doubt=doubt)
