"""The sheet 'Voortgang': each portfolio × question, with who delivers, by when, how long, and what was noticed.

Findings are counted and not quoted: their sentences can repeat what somebody typed, such as the name of a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import weighty
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Answer, PortfolioReport, Question, ReportYear
from riec_desktop.dossier.richtext import word_count
from riec_desktop.dossier.views import answer, filled_prompt, is_required, questions, report_name, reports
from riec_desktop.excel.plan import Amount, Cell, Column, ColumnType, Formula, Mark, Row, SheetPlan, Tone
from riec_desktop.excel.wording import marks, own_row, total_of

NAME = "Voortgang"

_REST = "(alles naast de vragen)"
_WHOLE = "(het hele hoofdstuk)"

_FILLED = Mark("ingevuld", Tone.DONE)
_MISSING = Mark("ontbreekt", Tone.LACKING)
_OPTIONAL = Mark("hoeft niet", Tone.QUIET)

_LONG = Mark("te lang", Tone.WAITING)
_FITS = Mark("past", Tone.DONE)

_SEVERITIES: Mapping[Severity, Tone] = {
    Severity.ERROR: Tone.LACKING,
    Severity.WARNING: Tone.WAITING,
    Severity.TIP: Tone.BUSY,
}
_WORST = tuple(Mark(severity.value, tone) for severity, tone in _SEVERITIES.items())


@dataclass(frozen=True, slots=True)
class _Noticed:
    """The findings of one row: how many, and the word of the worst."""

    count: int
    worst: str


_NOTHING = _Noticed(0, "")


def progress(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """A row per portfolio and question, one for the rest of each portfolio, and one for the chapter as a whole."""
    noticed = weighty(check(dossier, year.year)) if year.year else ()
    rows = tuple(_rows(dossier, year, _by_place(noticed)))
    return SheetPlan(
        name=NAME,
        description="Eén regel per portefeuille en vraag: wie levert aan, hoe ver het is en wat er nog moet gebeuren.",
        columns=_columns(rows),
        rows=rows,
        nothing="Dit verslagjaar heeft nog geen portefeuilles.",
        frozen_columns=2,
    )


def _columns(rows: tuple[Row, ...]) -> tuple[Column, ...]:
    return (
        Column(name="Portefeuille", widest=30),
        Column(name="Vraag", widest=34, bold=True),
        Column(name="Antwoord", widest=14, marks=(_FILLED, _MISSING, _OPTIONAL)),
        Column(name="Voortgang", widest=16, marks=marks(ReviewState)),
        Column(name="Wie levert aan", widest=46),
        Column(name="Aanleveren voor", type=ColumnType.DATE),
        Column(name="Woorden", type=ColumnType.INTEGER, total=total_of(rows, 6)),
        Column(name="Ruimte", type=ColumnType.INTEGER),
        Column(name="Verschil", type=ColumnType.DIFFERENCE),
        Column(name="Lengte", widest=10, marks=(_LONG, _FITS)),
        Column(name="Aandachtspunten", type=ColumnType.COUNT, total=total_of(rows, 10)),
        Column(name="Ernst", widest=14, marks=_WORST),
    )


# --- Findings --------------------------------------------------------------------------------------------------------


def _by_place(findings: Iterable[Finding]) -> Mapping[str, _Noticed]:
    """By the id of the answer that they are about, else of the portfolio report, else '' for the whole chapter."""
    groups: dict[str, list[Severity]] = {}
    for one in findings:
        place = one.record_id if one.kind is Answer else one.report_id
        groups.setdefault(place, []).append(one.severity)
    return {
        place: _Noticed(len(group), min(group, key=list(_SEVERITIES).index).value) for place, group in groups.items()
    }


# --- Rows ------------------------------------------------------------------------------------------------------------


def _rows(dossier: Dossier, year: ReportYear, found: Mapping[str, _Noticed]) -> Iterator[Row]:
    asked = tuple((one, filled_prompt(one.topic or one.prompt, year.year)) for one in questions(dossier, year.id))
    for report in reports(dossier, year):
        name = report_name(dossier, report)
        for question, title in asked:
            yield _question_row(dossier, report, question, (name, title), found)
        yield _rest_row(report, name, found.get(report.id, _NOTHING))
    if "" in found:
        yield ("", _WHOLE, *[None] * 8, *_counted(found[""]))


def _question_row(
    dossier: Dossier,
    report: PortfolioReport,
    question: Question,
    names: tuple[str, str],
    found: Mapping[str, _Noticed],
) -> Row:
    written = answer(dossier, report, question)
    words, room = word_count(parse(written.text)), question.word_budget
    return (
        *names,
        _state(written, question, report),
        word(report.review),
        report.holder,
        report.deadline,
        words,
        room,
        _over(words, room),
        _length(words, room),
        *_counted(found.get(written.id, _NOTHING)),
    )


def _rest_row(report: PortfolioReport, name: str, noticed: _Noticed) -> Row:
    """What stands beside the questions, so that every finding of the portfolio is counted somewhere."""
    return (name, _REST, None, word(report.review), report.holder, report.deadline, *[None] * 4, *_counted(noticed))


def _counted(noticed: _Noticed) -> tuple[Cell, Cell]:
    return noticed.count, noticed.worst


def _state(written: Answer, question: Question, report: PortfolioReport) -> str:
    if written.text:
        return _FILLED.word
    return (_MISSING if is_required(question, report.status) else _OPTIONAL).word


def _over(words: int, room: int | None) -> Cell:
    """How many words there are more (+) or fewer (−) than there is room for."""
    if not words or room is None:
        return None
    return Formula(f"={own_row(NAME, 'Woorden')}-{own_row(NAME, 'Ruimte')}", Amount(Decimal(words - room)))


def _length(words: int, room: int | None) -> str:
    if not words or room is None:
        return ""
    return (_LONG if words > room else _FITS).word
