"""A chapter of an earlier year as proposals, so that the first year in a dossier need not be typed.

Each proposal brings along what it stands on: the year with its questions, the portfolio, its report. So any of them can
be taken by itself. What finds no place is shown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from riec_desktop.chapter.bookmarks import slug
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change, Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import set_value
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    AgendaStep,
    PortfolioReport,
    Record,
    RegionalSection,
    StrategicGoal,
)
from riec_desktop.excel.form_values import plain_name
from riec_desktop.word.reading.read import Para, ReadDocument
from riec_desktop.workspace.review import Destination, Incoming, Proposal, unless_closed, with_own_ids
from riec_desktop.workspace.word_back_words import odd_notes
from riec_desktop.workspace.word_year_filling import (
    Filling,
    field_proposal,
    filling_of,
    loose_proposal,
    place_of,
    report_of,
    spelled_paras,
)
from riec_desktop.workspace.word_year_guess import guessed, question_words
from riec_desktop.workspace.word_year_names import known_names
from riec_desktop.workspace.word_year_parts import Part, What, Where, cell_text, parts_of, rows_of
from riec_desktop.workspace.word_year_tables import numbers
from riec_desktop.workspace.word_year_things import box_proposals, facts_proposals, table_proposals

GUESSED = "Bij welke vraag deze tekst hoort, is geraden. Kies een andere vraag als het niet klopt."
_YEAR_FIELDS = ("opening", "execution", "governance", "aim", "history", "reading_guide")
_ITEM = re.compile(r"^\d+\. ")


def year_proposals(dossier: Dossier, document: ReadDocument, number: int, origin: str) -> Incoming:
    """What the chapter of the year with this number brings; the year is made when the dossier has it not."""
    filling = filling_of(dossier, number)
    parts = parts_of(document.paras, known_names(filling.dossier, filling.year, filling.questions))
    filling = replace(filling, regional=frozenset(_per_organisation(parts, number)))
    found = [one for part in _asked(filling, parts) for one in _proposals(filling, part)]
    return Incoming(
        id=natural_id("year", number, origin),
        source=Source.WORD,
        title=f"Hoofdstuk van {number}",
        origin=origin,
        proposals=tuple(unless_closed(dossier, one) for one in with_own_ids(found)),
        notes=(*_about_year(filling), *odd_notes(document)),
    )


def _per_organisation(parts: Sequence[Part], number: int) -> Iterator[str]:
    for part in parts:
        if part.what is What.TABLE:
            texts = [[cell_text(cell) for cell in row] for row in rows_of(part)]
            yield from (plain_name(one.indicator) for one in numbers(texts, number) if one.organisation)


def _about_year(filling: Filling) -> Iterator[str]:
    if filling.basis:
        yield f"Verslagjaar {filling.year.year} is er nog niet. Het komt erbij zodra u iets overneemt."


def _asked(filling: Filling, parts: Sequence[Part]) -> Iterator[Part]:
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


def _split(filling: Filling, parts: Sequence[Part], weights: Sequence[Mapping[str, float]]) -> Iterator[Part]:
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


def _proposals(filling: Filling, part: Part) -> Iterator[Proposal]:
    match part.what:
        case What.TEXT:
            yield from _text(filling, part)
        case What.BOX:
            yield from box_proposals(filling, part)
        case What.FACTS:
            yield from facts_proposals(filling, part)
        case What.TABLE:
            yield from table_proposals(filling, part)
        case What.LOOSE:
            yield loose_proposal(filling, part)


def _text(filling: Filling, part: Part) -> Iterator[Proposal]:
    spelling = spelled_paras(part.paras)
    if part.section.where is Where.OPENING and part.topic == "text" and _is_step(filling, spelling):
        return
    found = _target(filling, part)
    if found is None:
        yield loose_proposal(filling, part)
        return
    record, field, basis = found
    made = field_proposal(filling, record, field, spelling, basis)
    if made is not None:
        yield replace(
            made, doubt=f"{part.section.doubt} {made.doubt}".strip(), destinations=_others(filling, part, basis)
        )


def _is_step(filling: Filling, spelling: str) -> bool:
    """Whether these are steps of an agenda that the dossier has; there is no mark of a list in the text of a step."""
    steps = {one.text for one in filling.dossier.all(AgendaStep)}
    return {_ITEM.sub("", line) for line in spelling.split("\n") if line} <= steps


def _target(filling: Filling, part: Part) -> tuple[Record, str, tuple[Change, ...]] | None:
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
            wanted = replace(wanted, position=place_of(filling, wanted))
            held = filling.dossier.where(RegionalSection, "year_id", filling.year.id)
            found = (one for one in held if one.organisation_id == section.record_id)
            return next(found, wanted), "text", filling.basis
        case Where.PORTFOLIO:
            return _answer(filling, part)
        case _:
            return None


def _answer(filling: Filling, part: Part) -> tuple[Record, str, tuple[Change, ...]] | None:
    question = next((one for one in filling.questions if slug(one.topic or one.prompt) == part.topic), None)
    if question is None:
        return None
    report, basis = report_of(filling, part.section)
    return views.answer(filling.dossier, report, question), "text", basis


def _others(filling: Filling, part: Part, basis: tuple[Change, ...]) -> tuple[Destination, ...]:
    """The other questions of a portfolio, for a text of which the question was guessed."""
    if not part.section.doubt.startswith(GUESSED):
        return ()
    report, _ = report_of(filling, part.section)
    return tuple(_destinations(filling, report, part.paras, basis))


def _destinations(
    filling: Filling, report: PortfolioReport, paras: Sequence[Para], basis: tuple[Change, ...]
) -> Iterator[Destination]:
    for question in filling.questions:
        answer = views.answer(filling.dossier, report, question)
        changes = set_value(filling.dossier, answer, "text", spelled_paras(paras))
        name = views.filled_prompt(question.topic or question.prompt, filling.year.year)
        yield Destination(name=name, changes=(*basis, *changes))
