"""No part of the chapter needs a text editor: every field of every record can be filled in somewhere in the window."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.keys import NATURAL_KEYS
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    Answer,
    Callout,
    ContributionForm,
    Indicator,
    Record,
    RegionalSection,
    ReviewDocument,
)
from riec_desktop.ui.pages.cards import CardsPart
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.pages.parts import FormPart, TablePart
from riec_desktop.ui.pages.questions import QuestionPart
from tests.helpers.pages import every_page
from tests.helpers.program import Program

MADE_BY_PROGRAM = (ContributionForm, ReviewDocument)
Field = tuple[type[Record], str]


def given_by_its_place(kind: type[Record], spec: FieldSpec) -> bool:
    """What a record is part of, or which one it is, follows from where it is added."""
    return spec.owner or (spec.name in NATURAL_KEYS.get(kind, ()) and kind is not RegionalSection)


def wanted() -> set[Field]:
    return {
        (kind, spec.name)
        for kind in RECORD_TYPES
        if kind not in MADE_BY_PROGRAM
        for spec in specs(kind).values()
        if not given_by_its_place(kind, spec)
    }


def offered(page: Page) -> Iterator[Field]:
    for form in page.findChildren(FormPart):
        yield from ((form.kind, name) for name in form.form.rows)
    for part in page.findChildren(TablePart):
        yield from ((part.rows.kind, one.field) for one in part.table.model.columns if one.field and one.editable)
        if "up" in part.table.buttons:
            yield part.rows.kind, "position"
    for cards in page.findChildren(CardsPart):
        yield cards.deck.kind, "position"
    if page.findChildren(QuestionPart):
        yield Answer, "text"


def test_every_field_stands_on_a_page(example: Program) -> None:
    found = {field for page in every_page(example) for field in offered(page)}
    missing = sorted(f"{kind.__name__}.{name}" for kind, name in wanted() - found)
    assert not missing


def test_a_box_can_go_to_another_portfolio_and_an_indicator_too(example: Program) -> None:
    found = {field for page in every_page(example) for field in offered(page)}
    assert {(Callout, "report_id"), (Indicator, "portfolio_id")} <= found


def another(spec: FieldSpec, old: Value) -> Value:
    """A value that the field does not hold."""
    match spec.kind:
        case Kind.FLAG:
            return not old
        case Kind.INTEGER:
            return cast("int", old or 0) + 1
        case Kind.DECIMAL:
            return cast("Decimal", old or Decimal(0)) + 1
        case Kind.DATE:
            return date(2023, 1, 2) if old != date(2023, 1, 2) else date(2023, 1, 3)
        case Kind.CHOICE:
            return next(one for one in spec.choices or () if one != old)
        case Kind.CHOICES:
            return () if old else tuple(spec.choices or ())
        case Kind.LINES:
            return (*cast("tuple[str, ...]", old), "anders")
        case Kind.REF | Kind.TIME:
            return None
        case Kind.REFS:
            return ()
        case Kind.LINE | Kind.TEXT | Kind.RICH:
            return f"{old} anders".strip()


def test_what_is_filled_in_comes_into_the_dossier(example: Program) -> None:
    session, tried = example.bench.session, 0
    for page in every_page(example):
        for part in page.findChildren(FormPart):
            record = part.form.record
            if record is None or part.isHidden():
                continue
            for name, spec in specs(part.kind).items():
                if name not in part.form.rows:
                    continue
                new = another(spec, cast("Value", getattr(example.bench.editing.current(record), name)))
                if (part.kind.__name__, name) in (("ReportYear", "state"), ("ReportYear", "year")):
                    continue
                part.form.field(name).changed.emit(new)
                kept = session.dossier.get(part.kind, record.id)
                assert getattr(kept, name, None) == new, f"{part.kind.__name__}.{name}"
                tried += 1
                session.undo()
    assert tried > 100
