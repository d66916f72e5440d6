"""A chapter of an earlier year as proposals, so that the first year in a dossier need not be typed.

Each proposal brings along what it stands on: the year with its questions, the portfolio, its report. So any of them can
be taken by itself. What finds no place is shown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, cast

from riec_desktop.chapter.bookmarks import slug
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, Source, set_field
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, end_position, figure, normal_record, set_value
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.markdown import write
from riec_desktop.dossier.order import STEP
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    Activity,
    AgendaStep,
    Callout,
    Indicator,
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    StrategicGoal,
)
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run
from riec_desktop.excel.form_values import plain_name
from riec_desktop.word.reading.read import Para, ReadDocument
from riec_desktop.workspace.figure_names import Names
from riec_desktop.workspace.merge_words import field_text, record_text
from riec_desktop.workspace.review import Destination, Incoming, Proposal, Standing
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_back_words import odd_notes
from riec_desktop.workspace.word_year_guess import guessed, question_words
from riec_desktop.workspace.word_year_names import known_names
from riec_desktop.workspace.word_year_parts import Part, Section, What, Where, cell_text, parts_of, rows_of
from riec_desktop.workspace.word_year_tables import Number, activity, activity_heads, facts, numbers, organisations

CLOSED = "Verslagjaar {year} is in uw dossier afgesloten. Open het eerst als u dit wilt overnemen."
GUESSED = "Bij welke vraag deze tekst hoort, is geraden. Kies een andere vraag als het niet klopt."
NO_PLACE = "Voor deze tekst is geen plaats gevonden."
TOTAL = "Dit is een totaal over de organisaties; hun eigen cijfers staan ook in het document."
DIFFERS = "In uw dossier staat hier al iets anders."
LOOSE = "niet geplaatst"
_YEAR_FIELDS = ("opening", "execution", "governance", "aim", "history", "reading_guide")
_ITEM = re.compile(r"^\d+\. ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filling:
    """The dossier with the year in it, the changes that put it there, and the questions of that year.

    `regional` are the plain names of the indicators of which the chapter has figures per organisation. `added` are the
    ids of the records that came so far, whose number gives the next one its place.
    """

    dossier: Dossier
    year: ReportYear
    basis: tuple[Change, ...]
    questions: tuple[Question, ...]
    names: Names
    regional: frozenset[str] = frozenset()
    added: list[str] = field(default_factory=list[str])


def year_proposals(dossier: Dossier, document: ReadDocument, number: int, origin: str) -> Incoming:
    """What the chapter of the year with this number brings; the year is made when the dossier has it not."""
    filling = _filling(dossier, number)
    parts = parts_of(document.paras, known_names(filling.dossier, filling.year, filling.questions))
    filling = replace(filling, regional=frozenset(_per_organisation(parts, number)))
    found = [one for part in _asked(filling, parts) for one in _proposals(filling, part)]
    return Incoming(
        id=natural_id("year", number, origin),
        source=Source.WORD,
        title=f"Hoofdstuk van {number}",
        origin=origin,
        proposals=tuple(_unless_closed(dossier, one) for one in _numbered(found)),
        notes=(*_about_year(filling), *odd_notes(document)),
    )


def _per_organisation(parts: Sequence[Part], number: int) -> Iterator[str]:
    for part in parts:
        if part.what is What.TABLE:
            texts = [[cell_text(cell) for cell in row] for row in rows_of(part)]
            yield from (plain_name(one.indicator) for one in numbers(texts, number) if one.organisation)


def _about_year(filling: _Filling) -> Iterator[str]:
    if filling.basis:
        yield f"Verslagjaar {filling.year.year} is er nog niet. Het komt erbij zodra u iets overneemt."


def _unless_closed(dossier: Dossier, proposal: Proposal) -> Proposal:
    closed = closed_year(dossier, proposal.changes) if proposal.changes else None
    if closed is None:
        return proposal
    doubt = f"{CLOSED.format(year=closed.year)} {proposal.doubt}".strip()
    return replace(proposal, changes=(), destinations=(), doubt=doubt)


def _numbered(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Every proposal with an id of its own."""
    seen: dict[str, int] = {}
    for one in found:
        seen[one.id] = seen.get(one.id, 0) + 1
        yield one if seen[one.id] == 1 else replace(one, id=f"{one.id}:{seen[one.id]}")


# --- The year --------------------------------------------------------------------------------------------------------


def _filling(dossier: Dossier, number: int) -> _Filling:
    held = views.year_of(dossier, number)
    basis = () if held else tuple(_new_year(dossier, number))
    grown = applied(dossier, basis)
    year = held or cast("ReportYear", views.year_of(grown, number))
    questions = views.questions(grown, year.id)
    return _Filling(dossier=grown, year=year, basis=basis, questions=questions, names=Names(grown))


def _new_year(dossier: Dossier, number: int) -> Iterator[Change]:
    """A year as the nearest one that there is: its agenda and its questions."""
    years = [one for one in dossier.all(ReportYear) if one.year]
    nearest = min(years, key=lambda one: abs((one.year or 0) - number), default=None)
    year_id = natural_id("ReportYear", number)
    agenda = nearest.agenda_id if nearest else None
    yield AddRecord(normal_record(ReportYear(id=year_id, year=number, agenda_id=agenda)))
    for one in views.questions(dossier, nearest.id) if nearest else ():
        yield AddRecord(replace(one, id=natural_id(year_id, one.id), year_id=year_id))


def _asked(filling: _Filling, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, in which a text of a portfolio without a topic gets the question that its words point to."""
    weights = question_words(filling.dossier, filling.questions)
    loose = [
        part for part in parts if part.what is What.TEXT and part.section.where is Where.PORTFOLIO and not part.topic
    ]
    sections = dict.fromkeys(part.section for part in loose)
    for part in parts:
        if part not in loose:
            yield part
        elif part.section in sections:
            del sections[part.section]
            yield from _split(filling, [one for one in loose if one.section == part.section], weights)


def _split(filling: _Filling, parts: Sequence[Part], weights: Sequence[Mapping[str, float]]) -> Iterator[Part]:
    paras = [para for part in parts for para in part.paras]
    numbers_found = guessed([one.text for one in paras], weights)
    groups: dict[int, list[Para]] = {}
    for number, para in zip(numbers_found, paras, strict=False):
        groups.setdefault(number, []).append(para)
    for number, group in groups.items():
        question = filling.questions[number]
        section = replace(parts[0].section, doubt=f"{GUESSED} {parts[0].section.doubt}".strip())
        yield replace(parts[0], section=section, topic=slug(question.topic or question.prompt), paras=tuple(group))


# --- Parts -----------------------------------------------------------------------------------------------------------


def _proposals(filling: _Filling, part: Part) -> Iterator[Proposal]:
    match part.what:
        case What.TEXT:
            yield from _text(filling, part)
        case What.BOX:
            yield from _box(filling, part)
        case What.FACTS:
            yield from _facts(filling, part)
        case What.TABLE:
            yield from _table(filling, part)
        case What.LOOSE:
            yield _loose(filling, part)


def _text(filling: _Filling, part: Part) -> Iterator[Proposal]:
    spelling = spelled_paras(part.paras)
    if part.section.where is Where.OPENING and part.topic == "text" and _is_step(filling, spelling):
        return
    found = _target(filling, part)
    if found is None:
        yield _loose(filling, part)
        return
    record, field, basis = found
    made = _field(filling, record, field, spelling, basis)
    if made is not None:
        yield replace(
            made, doubt=f"{part.section.doubt} {made.doubt}".strip(), destinations=_others(filling, part, basis)
        )


def _is_step(filling: _Filling, spelling: str) -> bool:
    """Whether these are steps of an agenda that the dossier has; there is no mark of a list in the text of a step."""
    steps = {one.text for one in filling.dossier.all(AgendaStep)}
    return {_ITEM.sub("", line) for line in spelling.split("\n") if line} <= steps


def _target(filling: _Filling, part: Part) -> tuple[Record, str, tuple[Change, ...]] | None:
    """The record and field of a text, and the changes by which that record can be there."""
    section = part.section
    match section.where:
        case Where.OPENING | Where.LIST:
            usual = "reading_guide" if section.where is Where.LIST else "opening"
            if part.topic == "text":
                return None
            return filling.year, part.topic if part.topic in _YEAR_FIELDS else usual, filling.basis
        case Where.GOAL:
            goal = filling.dossier.get(StrategicGoal, section.record_id)
            field = "no_portfolios" if part.topic == "no_portfolios" else "introduction"
            return (views.goal_section(filling.dossier, filling.year, goal), field, filling.basis) if goal else None
        case Where.REGION:
            section_id = key_id(RegionalSection, filling.year.id, section.record_id)
            wanted = RegionalSection(id=section_id, year_id=filling.year.id, organisation_id=section.record_id)
            wanted = replace(wanted, position=_place(filling, wanted))
            held = filling.dossier.where(RegionalSection, "year_id", filling.year.id)
            found = (one for one in held if one.organisation_id == section.record_id)
            return next(found, wanted), "text", filling.basis
        case Where.PORTFOLIO:
            return _answer(filling, part)
        case _:
            return None


def _answer(filling: _Filling, part: Part) -> tuple[Record, str, tuple[Change, ...]] | None:
    question = next((one for one in filling.questions if slug(one.topic or one.prompt) == part.topic), None)
    if question is None:
        return None
    report, basis = _report(filling, part.section)
    return views.answer(filling.dossier, report, question), "text", basis


def _others(filling: _Filling, part: Part, basis: tuple[Change, ...]) -> tuple[Destination, ...]:
    """The other questions of a portfolio, for a text of which the question was guessed."""
    if not part.section.doubt.startswith(GUESSED):
        return ()
    report, _ = _report(filling, part.section)
    return tuple(_destinations(filling, report, part.paras, basis))


def _destinations(
    filling: _Filling, report: PortfolioReport, paras: Sequence[Para], basis: tuple[Change, ...]
) -> Iterator[Destination]:
    for question in filling.questions:
        answer = views.answer(filling.dossier, report, question)
        changes = set_value(filling.dossier, answer, "text", spelled_paras(paras))
        name = views.filled_prompt(question.topic or question.prompt, filling.year.year)
        yield Destination(name=name, changes=(*basis, *changes))


def _report(filling: _Filling, section: Section) -> tuple[PortfolioReport, tuple[Change, ...]]:
    """The report of a portfolio in the year, and the changes by which it is there."""
    dossier, year = filling.dossier, filling.year
    portfolio = dossier.get(Portfolio, section.record_id)
    basis = list(filling.basis)
    if portfolio is None:
        portfolio = Portfolio(id=natural_id("Portfolio", plain_name(section.title)), name=section.title)
        basis.append(AddRecord(normal_record(portfolio)))
    held = dossier.where(PortfolioReport, "year_id", year.id)
    found = next((one for one in held if one.portfolio_id == portfolio.id), None)
    if found is not None:
        return found, tuple(basis)
    wanted = PortfolioReport(
        id=key_id(PortfolioReport, year.id, portfolio.id),
        year_id=year.id,
        portfolio_id=portfolio.id,
        goal_id=section.goal_id or None,
        name_then="" if plain_name(portfolio.name) == plain_name(section.title) else section.title,
    )
    wanted = replace(wanted, position=_place(filling, wanted))
    return wanted, (*basis, AddRecord(normal_record(wanted)))


def _field(filling: _Filling, record: Record, field: str, value: Any, basis: tuple[Change, ...]) -> Proposal | None:
    """A value for a field; None when it stands there already."""
    dossier, kind = filling.dossier, type(record)
    mine = getattr(record, field)
    held = dossier.get(kind, record.id) is not None or any(
        isinstance(one, AddRecord) and one.record.id == record.id for one in basis
    )
    changes = set_field(record, field, value) if held else set_value(dossier, record, field, value)
    if not changes:
        return None
    shown = applied(dossier, basis)
    return Proposal(
        id=f"{kind.__name__}:{record.id}:{field}",
        standing=Standing.CONFLICT if mine and mine != specs(kind)[field].default else Standing.NEW,
        place=whereabouts(shown, record),
        kind=kind,
        record_id=record.id,
        field=field,
        label=specs(kind)[field].label,
        mine=field_text(shown, record, field, mine),
        theirs=field_text(shown, record, field, value),
        doubt=DIFFERS if mine and mine != specs(kind)[field].default else "",
        changes=(*basis, *changes),
    )


def _new(filling: _Filling, record: Record, basis: tuple[Change, ...], doubt: str) -> Proposal:
    """A whole record."""
    shown = applied(filling.dossier, basis)
    return Proposal(
        id=f"{type(record).__name__}:{record.id}:",
        standing=Standing.NEW,
        place=whereabouts(shown, record),
        kind=type(record),
        record_id=record.id,
        label=type(record).label,
        theirs=record_text(shown, (record,)),
        doubt=doubt,
        changes=(*basis, AddRecord(normal_record(record))),
    )


def _loose(filling: _Filling, part: Part) -> Proposal:
    """What found no place, with where it stood."""
    text = "\n".join(_line(one) for one in part.paras) if part.what is not What.TABLE else _rows_text(part)
    title = part.section.title
    whole = "\n".join(filter(None, (part.title, part.source, text)))
    return Proposal(
        id=natural_id("loose", filling.year.id, title, whole),
        standing=Standing.UNKNOWN,
        place=f"Onder ‘{title}’" if title else "Aan het begin",
        label=LOOSE,
        theirs=whole,
        doubt=f"{NO_PLACE} {part.section.doubt}".strip(),
    )


def _line(para: Para) -> str:
    things = "".join(f" [{one.thing}]" for one in para.stretches if one.thing)
    return f"{para.text}{things}".strip()


def _rows_text(part: Part) -> str:
    return "\n".join(" | ".join(map(cell_text, row)) for row in rows_of(part))


def spelled_paras(paras: Sequence[Para]) -> str:
    """The canonical spelling of paragraphs, with every change in them taken."""
    return write(RichBlock(BlockKind(one.kind), _runs(one), one.depth) for one in paras)


def _runs(para: Para) -> tuple[Run, ...]:
    kept = (one for one in para.stretches if one.fate != "out")
    return tuple(Run(one.text, bold=one.bold, italic=one.italic, href=one.href) for one in kept)


# --- Boxes, facts and tables -----------------------------------------------------------------------------------------


def _box(filling: _Filling, part: Part) -> Iterator[Proposal]:
    if part.section.where is not Where.PORTFOLIO:
        yield _loose(filling, part)
        return
    report, basis = _report(filling, part.section)
    title, source = (part.title, part.source) if part.source else _source_apart(filling, part)
    names = organisations(filling.dossier, source)
    callout_id = natural_id("Callout", report.id, part.title, spelled_paras(part.paras))
    wanted = Callout(id=callout_id, report_id=report.id, organisation_ids=names.values["organisation_ids"], title=title)
    wanted = replace(wanted, text=spelled_paras(part.paras), position=_place(filling, wanted))
    same = (one for one in filling.dossier.where(Callout, "report_id", report.id) if one.text == wanted.text)
    if next(same, None) is None:
        yield _new(filling, wanted, basis, " ".join((*names.doubts, part.section.doubt)).strip())


def _place(filling: _Filling, record: Record) -> Decimal:
    """After all that is there, in the order of the document."""
    if record.id not in filling.added:
        filling.added.append(record.id)
    return end_position(filling.dossier, record) + STEP * filling.added.index(record.id)


def _source_apart(filling: _Filling, part: Part) -> tuple[str, str]:
    """Title and organisation of a box with one line above its text: it may be either."""
    found = filling.names.organisation(part.title)
    return ("", part.title) if found.id and not found.doubt else (part.title, "")


def _facts(filling: _Filling, part: Part) -> Iterator[Proposal]:
    if part.section.where is not Where.PORTFOLIO:
        return
    report, basis = _report(filling, part.section)
    found = facts(filling.dossier, [one.text for one in part.paras])
    for name, value in found.values.items():
        made = _field(filling, report, name, value, basis)
        if made is not None:
            doubts = found.doubts if name.endswith("_ids") else ()
            yield replace(made, doubt=" ".join((*doubts, made.doubt)).strip())


def _table(filling: _Filling, part: Part) -> Iterator[Proposal]:
    rows = rows_of(part)
    texts = [[cell_text(cell) for cell in row] for row in rows]
    heads = activity_heads(texts[0])
    if part.section.where is not Where.PORTFOLIO:
        yield _loose(filling, part)
    elif heads:
        yield from _activities(filling, part, heads)
    elif len(rows) == 1 and len(rows[0]) == 1:
        paras = tuple(replace(one, cell=None) for one in part.paras)
        yield from _box(filling, _named_box(replace(part, what=What.BOX, paras=paras)))
    else:
        found = numbers(texts, filling.year.year or 0)
        yield from _figures(filling, part, found) if found else (_loose(filling, part),)


def _named_box(part: Part) -> Part:
    first, *rest = part.paras
    return replace(part, title=first.text.strip(), paras=tuple(rest)) if rest else part


def _activities(filling: _Filling, part: Part, heads: Mapping[int, str]) -> Iterator[Proposal]:
    report, basis = _report(filling, part.section)
    held = filling.dossier.where(Activity, "report_id", report.id)
    results = [at for at, name in heads.items() if name == "result"]
    for row in rows_of(part)[1:]:
        found = activity(filling.dossier, heads, [cell_text(cell) for cell in row])
        result = spelled_paras(row[results[0]]) if results else ""
        activity_id = natural_id("Activity", report.id, found.values["title"], result)
        wanted = Activity(id=activity_id, report_id=report.id, result="" if result == "–" else result, **found.values)
        wanted = replace(wanted, position=_place(filling, wanted))
        if not any(one.title == wanted.title and one.result == wanted.result for one in held):
            yield _new(filling, wanted, basis, " ".join((*found.doubts, part.section.doubt)).strip())


def _figures(filling: _Filling, part: Part, found: Sequence[Number]) -> Iterator[Proposal]:
    report, basis = _report(filling, part.section)
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
            made = _field(filling, held, name, value, basis) if value else None
            if made is not None:
                yield replace(made, doubt=f"{doubts} {made.doubt}".strip())


def _values(filling: _Filling, one: Number) -> Mapping[str, Any]:
    """What to keep of a figure: of a total over organisations whose own figures are there, the target alone."""
    if not one.organisation and plain_name(one.indicator) in filling.regional:
        return {"target": one.target}
    return {"target": one.target, "actual": one.actual, "missing": one.missing, "provisional": one.provisional}


def _unknown_figure(filling: _Filling, part: Part, one: Number, doubt: str) -> Proposal:
    text = f"{one.indicator}{f', {one.organisation}' if one.organisation else ''}: {one.actual or one.missing}"
    return Proposal(
        id=natural_id("loose", filling.year.id, part.section.title, text),
        standing=Standing.UNKNOWN,
        place=f"Onder ‘{part.section.title}’",
        label=LOOSE,
        theirs=text,
        doubt=doubt or NO_PLACE,
    )
