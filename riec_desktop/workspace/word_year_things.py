"""Boxes, lines of facts and tables in a chapter of an earlier year, as proposals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from riec_desktop.dossier.edits import figure
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
)
from riec_desktop.excel.form_values import plain_name
from riec_desktop.workspace.review import Proposal, Standing
from riec_desktop.workspace.word_year_filling import (
    LOOSE,
    NO_PLACE,
    Filling,
    field_proposal,
    loose_proposal,
    place_of,
    record_proposal,
    report_of,
    spelled_paras,
)
from riec_desktop.workspace.word_year_parts import Part, What, Where, cell_text, rows_of
from riec_desktop.workspace.word_year_tables import Number, activity, activity_heads, facts, numbers, organisations

TOTAL = "Dit is een totaal over de organisaties; hun eigen cijfers staan ook in het document."


def box_proposals(filling: Filling, part: Part) -> Iterator[Proposal]:
    """A box as a callout of the portfolio that it stands under."""
    if part.section.where is not Where.PORTFOLIO:
        yield loose_proposal(filling, part)
        return
    report, basis = report_of(filling, part.section)
    title, source = (part.title, part.source) if part.source else _source_apart(filling, part)
    names = organisations(filling.dossier, source)
    callout_id = natural_id("Callout", report.id, part.title, spelled_paras(part.paras))
    wanted = Callout(id=callout_id, report_id=report.id, organisation_ids=names.values["organisation_ids"], title=title)
    wanted = replace(wanted, text=spelled_paras(part.paras), position=place_of(filling, wanted))
    same = (one for one in filling.dossier.where(Callout, "report_id", report.id) if one.text == wanted.text)
    if next(same, None) is None:
        yield record_proposal(filling, wanted, basis, " ".join((*names.doubts, part.section.doubt)).strip())


def _source_apart(filling: Filling, part: Part) -> tuple[str, str]:
    """Title and organisation of a box with one line above its text: it may be either."""
    found = filling.names.organisation(part.title)
    return ("", part.title) if found.id and not found.doubt else (part.title, "")


def facts_proposals(filling: Filling, part: Part) -> Iterator[Proposal]:
    """The roles of a portfolio."""
    if part.section.where is not Where.PORTFOLIO:
        return
    report, basis = report_of(filling, part.section)
    found = facts(filling.dossier, [one.text for one in part.paras])
    for name, value in found.values.items():
        made = field_proposal(filling, report, name, value, basis)
        if made is not None:
            doubts = found.doubts if name.endswith("_ids") else ()
            yield replace(made, doubt=" ".join((*doubts, made.doubt)).strip())


def table_proposals(filling: Filling, part: Part) -> Iterator[Proposal]:
    """A table as activities, figures or a box; one that is none of these has no place."""
    rows = rows_of(part)
    texts = [[cell_text(cell) for cell in row] for row in rows]
    heads = activity_heads(texts[0])
    if part.section.where is not Where.PORTFOLIO:
        yield loose_proposal(filling, part)
    elif heads:
        yield from _activities(filling, part, heads)
    elif len(rows) == 1 and len(rows[0]) == 1:
        paras = tuple(replace(one, cell=None) for one in part.paras)
        yield from box_proposals(filling, _named_box(replace(part, what=What.BOX, paras=paras)))
    else:
        found = numbers(texts, filling.year.year or 0)
        yield from _figures(filling, part, found) if found else (loose_proposal(filling, part),)


def _named_box(part: Part) -> Part:
    first, *rest = part.paras
    return replace(part, title=first.text.strip(), paras=tuple(rest)) if rest else part


def _activities(filling: Filling, part: Part, heads: Mapping[int, str]) -> Iterator[Proposal]:
    report, basis = report_of(filling, part.section)
    held = filling.dossier.where(Activity, "report_id", report.id)
    results = [at for at, name in heads.items() if name == "result"]
    for row in rows_of(part)[1:]:
        found = activity(filling.dossier, heads, [cell_text(cell) for cell in row])
        result = spelled_paras(row[results[0]]) if results else ""
        activity_id = natural_id("Activity", report.id, found.values["title"], result)
        wanted = Activity(id=activity_id, report_id=report.id, result="" if result == "–" else result, **found.values)
        wanted = replace(wanted, position=place_of(filling, wanted))
        if not any(one.title == wanted.title and one.result == wanted.result for one in held):
            yield record_proposal(filling, wanted, basis, " ".join((*found.doubts, part.section.doubt)).strip())


def _figures(filling: Filling, part: Part, found: Sequence[Number]) -> Iterator[Proposal]:
    report, basis = report_of(filling, part.section)
    for one in found:
        indicator = filling.names.indicator(one.indicator, report.portfolio_id)
        owner = filling.names.organisation(one.organisation) if one.organisation else None
        total = TOTAL if not one.organisation and plain_name(one.indicator) in filling.regional else ""
        doubts = " ".join(filter(None, (total, one.doubt, indicator.doubt, owner.doubt if owner else "")))
        known = filling.dossier.get(Indicator, indicator.id)
        if known is None or (owner is not None and not owner.id) or one.doubt:
            yield _unknown_figure(filling, part, one, doubts or indicator.reason)
            continue
        held = figure(filling.dossier, known.id, one.year, owner.id if owner else None)
        for name, value in _values(filling, one).items():
            made = field_proposal(filling, held, name, value, basis) if value else None
            if made is not None:
                yield replace(made, doubt=f"{doubts} {made.doubt}".strip())


def _values(filling: Filling, one: Number) -> Mapping[str, Any]:
    """What to keep of a figure: of a total over organisations whose own figures are there, the target alone."""
    if not one.organisation and plain_name(one.indicator) in filling.regional:
        return {"target": one.target}
    return {"target": one.target, "actual": one.actual, "missing": one.missing, "provisional": one.provisional}


def _unknown_figure(filling: Filling, part: Part, one: Number, doubt: str) -> Proposal:
    text = f"{one.indicator}{f', {one.organisation}' if one.organisation else ''}: {one.actual or one.missing}"
    return Proposal(
        id=natural_id("loose", filling.year.id, part.section.title, text),
        standing=Standing.UNKNOWN,
        place=f"Onder ‘{part.section.title}’",
        label=LOOSE,
        theirs=text,
        doubt=doubt or NO_PLACE,
    )
