"""Promises: what a portfolio said last year that it would do, so that this year says what came of it (rule 12).

They are made of last year's answers to the questions that promise something, one record for each thing promised. Ids
follow from the two reports and the place, so that two people who take them over have the same records.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.lineage import heirs, previous_reports, year_number
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.order import STEP
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import PortfolioReport, Promise, ReportYear
from riec_desktop.dossier.richtext import BlockKind, Blocks, CrossReference, RichBlock, Run

# --- One text --------------------------------------------------------------------------------------------------------


def split_promises(text: str) -> tuple[str, ...]:
    """The things that a text promises: each item of a list is one, and so is the text around a list.

    A text without a list is one promise, whatever its length: no program can tell where one ends. A paragraph that
    only leads in to a list ('In 2024 gaan we:') promises nothing by itself.
    """
    parts = tuple(_parts(parse(text)))
    return tuple(write(_bare(part)) for part in parts if part)


def _parts(blocks: Blocks) -> Iterator[Blocks]:
    for is_item, group in groupby(blocks, lambda one: one.kind is not BlockKind.PARAGRAPH):
        found = tuple(group)
        if is_item:
            yield from _items(found)
        elif found[-1] is blocks[-1] or not _leads_in(found[-1]):
            yield found
        else:
            yield found[:-1]


def _leads_in(block: RichBlock) -> bool:
    return "".join(run.text for run in block.runs).rstrip().endswith(":")


def _items(blocks: Blocks) -> Iterator[Blocks]:
    """The items of a list, each with what stands below it."""
    item: list[RichBlock] = []
    for block in blocks:
        if item and block.level == 0:
            yield tuple(item)
            item = []
        item.append(block)
    yield tuple(item)


def _bare(blocks: Blocks) -> Iterable[RichBlock]:
    """An item by itself is a paragraph; what stood below it becomes its list."""
    if blocks[0].kind is BlockKind.PARAGRAPH:
        return blocks
    first = replace(blocks[0], kind=BlockKind.PARAGRAPH, level=0)
    return (first, *(replace(one, level=max(0, one.level - 1)) for one in blocks[1:]))


def in_year(text: str, year: int) -> str:
    """The text with its linked numbers held to this year, as it reads in the report that it comes from."""
    return write(replace(block, runs=tuple(_run_in(run, year) for run in block.runs)) for block in parse(text))


def _run_in(run: Run, year: int) -> Run:
    linked = run.linked
    if linked is None or isinstance(linked, CrossReference) or linked.year is not None:
        return run
    return replace(run, linked=replace(linked, year=year))


# --- A portfolio -----------------------------------------------------------------------------------------------------


def promised(dossier: Dossier, report: PortfolioReport) -> tuple[str, ...]:
    """What a report promises for the year after it, each thing once."""
    asked = (one for one in views.questions(dossier, report.year_id) if one.promise)
    answers = (views.answer(dossier, report, one).text for one in asked)
    year = year_number(dossier, report)
    return tuple(in_year(part, year) for text in answers for part in split_promises(text))


def inherited(dossier: Dossier, report: PortfolioReport) -> tuple[Promise, ...]:
    """The promises that reports of a year earlier made for this one, as records nobody took over yet.

    Of a portfolio that was split the first part answers them, in the order of the chapter: each is answered once.
    """
    answered = (one for one in previous_reports(dossier, report) if _is_first(dossier, report, one))
    return tuple(made for before in answered for made in made_for(dossier, report, before))


def _is_first(dossier: Dossier, report: PortfolioReport, before: PortfolioReport) -> bool:
    if before.portfolio_id == report.portfolio_id:
        return True
    going_on = {one.id for one in heirs(dossier, before.portfolio_id)}
    year = dossier.get(ReportYear, report.year_id)
    found = views.reports(dossier, year) if year else ()
    return next((one.id for one in found if one.portfolio_id in going_on), report.id) == report.id


def made_for(dossier: Dossier, report: PortfolioReport, before: PortfolioReport) -> tuple[Promise, ...]:
    """The promises that one report made for another, unanswered."""
    return tuple(
        Promise(
            id=natural_id(Promise.__name__, report.id, before.id, number),
            report_id=report.id,
            from_report_id=before.id,
            text=text,
        )
        for number, text in enumerate(promised(dossier, before), 1)
    )


def promises_of(dossier: Dossier, report: PortfolioReport) -> tuple[Promise, ...]:
    """The promises that a report answers, in their order."""
    return dossier.where(Promise, "report_id", report.id)


def waiting(dossier: Dossier, report: PortfolioReport) -> tuple[Promise, ...]:
    """The promises of last year that were not taken over: none when some of the same report were.

    So a promise that somebody removed stays away.
    """
    held = promises_of(dossier, report)
    taken = {one.from_report_id for one in held}
    new = [one for one in inherited(dossier, report) if one.from_report_id not in taken]
    start = max((one.position for one in held), default=Decimal(0))
    return tuple(replace(one, position=start + STEP * number) for number, one in enumerate(new, 1))


def take_over(dossier: Dossier, report: PortfolioReport) -> tuple[Change, ...]:
    """The changes that put last year's promises in a report."""
    return tuple(AddRecord(one) for one in waiting(dossier, report))
