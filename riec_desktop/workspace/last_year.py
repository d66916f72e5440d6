"""What the year before says about the same thing: texts to take over, what was promised, activities, figures, boxes.

Plain data for the screen; every text knows the field of this year that it belongs to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import previous_reports
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
    Organisation,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    StrategicGoal,
)
from riec_desktop.dossier.richtext import BlockKind, Linked, RichBlock, numbered, plain_text
from riec_desktop.figures.shielded import total
from riec_desktop.figures.shown import figure_text, linked_text, shown, shown_difference
from riec_desktop.figures.trends import breaks
from riec_desktop.figures.values import difference


@dataclass(frozen=True, slots=True, kw_only=True)
class OldText:
    """A text of last year: `text` is Markdown, `shown` its words, with numbers instead of links to them.

    `record` and `field` say where this year's text goes, `now` what stands there in words. `of` names the portfolio
    that it is of, where that is another one.
    """

    title: str
    text: str
    shown: str
    record: Record
    field: str
    now: str
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldFigure:
    """A figure of last year, this year's, and how much it went up or down, as a reader sees them."""

    name: str
    before: str
    now: str
    difference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Something of last year to read: an activity with its state, a box with its organisations."""

    title: str
    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastYear:
    """All there is. `promises` are texts that promised something for this year; their `now` is what was answered."""

    year: int
    promises: tuple[OldText, ...] = ()
    texts: tuple[OldText, ...] = ()
    activities: tuple[Kept, ...] = ()
    figures: tuple[OldFigure, ...] = ()
    boxes: tuple[Kept, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether last year has nothing to say about it."""
        return not (self.promises or self.texts or self.activities or self.figures or self.boxes)


def _words(dossier: Dossier, text: str, year: int | None) -> str:
    def number(linked: Linked) -> str:
        return linked_text(dossier, linked, year)

    return "\n".join(f"{_sign(block, at)}{plain_text((block,), number)}" for block, at in numbered(parse(text)))


def _sign(block: RichBlock, at: int) -> str:
    """What stands before an item of a list."""
    return f"{at}. " if at else "• " if block.kind is BlockKind.BULLET else ""


def _before(dossier: Dossier, year: ReportYear) -> ReportYear | None:
    return views.previous_year(dossier, year)


# --- A portfolio -----------------------------------------------------------------------------------------------------


def of_report(dossier: Dossier, report: PortfolioReport) -> LastYear | None:
    """What the same portfolio wrote, did and counted a year earlier; None when it has no report of that year."""
    befores = previous_reports(dossier, report)
    year = dossier.get(ReportYear, befores[0].year_id) if befores else None
    if year is None or year.year is None:
        return None
    return LastYear(
        year=year.year,
        promises=tuple(_promises(dossier, report, year.year)),
        texts=tuple(_answers(dossier, report, year.year)),
        activities=tuple(one for each in befores for one in _activities(dossier, each, year.year or 0)),
        figures=figures_before(dossier, report, year.year),
        boxes=tuple(one for each in befores for one in _boxes(dossier, each, year.year or 0)),
    )


def old_answers(dossier: Dossier, report: PortfolioReport, question: Question, year: int) -> Iterator[OldText]:
    """Last year's answers to a question of this year: of the portfolio, and of each that was taken up in it."""
    for before in previous_reports(dossier, report):
        found = views.same_answer(dossier, before, question)
        if found is not None and found.text:
            yield _named(dossier, report, before, _old(dossier, report, question, found.text, year))


def old_promises(dossier: Dossier, report: PortfolioReport, question: Question, year: int) -> Iterator[OldText]:
    """What was promised last year, at a question of this year that asks what became of it; nothing at any other."""
    befores = previous_reports(dossier, report) if views.answers_promise(question) else ()
    for before in befores:
        promise = views.promise_of(dossier, before)
        if promise is not None and promise.text:
            yield _named(dossier, report, before, _old(dossier, report, question, promise.text, year))


def _named(dossier: Dossier, report: PortfolioReport, before: PortfolioReport, old: OldText) -> OldText:
    """A text of another portfolio says of which, under the name that it had then."""
    if before.portfolio_id == report.portfolio_id:
        return old
    name = views.report_name(dossier, before)
    return replace(old, title=f"{old.title} ({name})", of=name)


def _old(dossier: Dossier, report: PortfolioReport, question: Question, text: str, year: int) -> OldText:
    answer = views.answer(dossier, report, question)
    return OldText(
        title=views.filled_prompt(question.topic or question.prompt, year + 1),
        text=text,
        shown=_words(dossier, text, year),
        record=answer,
        field="text",
        now=_words(dossier, answer.text, year + 1),
    )


def _questions(dossier: Dossier, report: PortfolioReport) -> tuple[Question, ...]:
    return views.questions(dossier, report.year_id)


def _promises(dossier: Dossier, report: PortfolioReport, year: int) -> Iterator[OldText]:
    for question in _questions(dossier, report):
        yield from old_promises(dossier, report, question, year)


def _answers(dossier: Dossier, report: PortfolioReport, year: int) -> Iterator[OldText]:
    for question in _questions(dossier, report):
        yield from old_answers(dossier, report, question, year)


def _activities(dossier: Dossier, before: PortfolioReport, year: int) -> Iterator[Kept]:
    for one in dossier.where(Activity, "report_id", before.id):
        yield Kept(title=one.title, about=word(one.state), text=_words(dossier, one.result, year))


def _boxes(dossier: Dossier, before: PortfolioReport, year: int) -> Iterator[Kept]:
    for one in dossier.where(Callout, "report_id", before.id):
        about = ", ".join(views.names(dossier, one.organisation_ids))
        yield Kept(title=one.title, about=about, text=_words(dossier, one.text, year))


def figures_before(dossier: Dossier, report: PortfolioReport, year: int) -> tuple[OldFigure, ...]:
    """The national figures of `year` that are known, beside those of the year after."""
    return tuple(_figures(dossier, report, year))


def _figures(dossier: Dossier, report: PortfolioReport, year: int) -> Iterator[OldFigure]:
    for one in views.indicators(dossier, report):
        before, now = total(dossier, one, year), total(dossier, one, year + 1)
        if before.actual is not None:
            yield OldFigure(
                name=one.name,
                before=shown(before.actual, one),
                now=figure_text(now, one),
                difference=_difference(dossier, one, year),
            )


def _difference(dossier: Dossier, indicator: Indicator, year: int) -> str:
    """What changed since; a dash where the two years were not counted in one way."""
    before, now = total(dossier, indicator, year), total(dossier, indicator, year + 1)
    broken = breaks(dossier, indicator, year, year + 1)
    return shown_difference(None if broken else difference(now.actual, before.actual), indicator)


# --- Other pages -----------------------------------------------------------------------------------------------------


def of_goal(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> LastYear | None:
    """What was said about a goal; a goal of a new agenda has no year before."""
    before = _before(dossier, year)
    if before is None or before.year is None:
        return None
    old, new = (views.goal_section(dossier, one, goal) for one in (before, year))
    return LastYear(year=before.year, texts=tuple(_fields(dossier, old, new, before.year)))


def of_chapter(dossier: Dossier, year: ReportYear) -> LastYear | None:
    """The texts of the chapter itself."""
    before = _before(dossier, year)
    if before is None or before.year is None:
        return None
    return LastYear(year=before.year, texts=tuple(_fields(dossier, before, year, before.year)))


def of_regions(dossier: Dossier, year: ReportYear) -> LastYear | None:
    """The pages of the regions that have one this year too."""
    before = _before(dossier, year)
    if before is None or before.year is None:
        return None
    return LastYear(year=before.year, texts=tuple(_regions(dossier, before, year)))


def _regions(dossier: Dossier, before: ReportYear, year: ReportYear) -> Iterator[OldText]:
    old = {one.organisation_id: one for one in views.regional_sections(dossier, before)}
    for one in views.regional_sections(dossier, year):
        found: RegionalSection | None = old.get(one.organisation_id)
        organisation = dossier.get(Organisation, one.organisation_id)
        if found is not None and organisation is not None:
            yield from _fields(dossier, found, one, before.year or 0, lambda _, name=organisation.name: name)


def _fields(
    dossier: Dossier, old: Record, new: Record, year: int, title: Callable[[str], str] = capitalised
) -> Iterator[OldText]:
    """The texts of two records of one type that say the same in two years."""
    for name, spec in specs(type(old)).items():
        text = cast("str", getattr(old, name))
        if spec.kind is Kind.RICH and text:
            now = _words(dossier, cast("str", getattr(new, name)), year + 1)
            yield OldText(
                title=title(spec.label),
                text=text,
                shown=_words(dossier, text, year),
                record=new,
                field=name,
                now=now,
            )


def taken_over(current: str, text: str, *, below: bool) -> str:
    """The text of a field after a text was taken over: under what stands there, or in its place."""
    return f"{current}\n\n{text}" if below and current else text
