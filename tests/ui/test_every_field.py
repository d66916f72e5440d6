"""No part of the chapter needs a text editor: every field of every record can be filled in somewhere in the window."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.keys import NATURAL_KEYS
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    AcceptedFinding,
    Answer,
    Callout,
    Comment,
    ContributionForm,
    Indicator,
    NamedVersion,
    Picture,
    Record,
    RegionalSection,
    ReviewDocument,
    Settings,
)
from riec_desktop.ui.pages.cards import CardsPart
from riec_desktop.ui.pages.checks import KindsPart
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.pages.parts import FormPart, TablePart
from riec_desktop.ui.pages.questions import QuestionPart
from tests.helpers.pages import every_page
from tests.helpers.program import Program

MADE_BY_PROGRAM = (ContributionForm, ReviewDocument, NamedVersion, AcceptedFinding)
"""What is sent and comes back, or noted when somebody decides: written by the program."""

OF_THE_FIELD = {"kind", "record_id", "field", "author", "written_at"}
"""What a comment is about, who wrote it and when: that follows from where and when it is written."""

OF_A_FILE = {"content", "width", "height"}
"""Fields of a picture that are filled in by choosing a file."""

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
        and not (kind is Picture and spec.name in OF_A_FILE)
        and not (kind is Comment and spec.name in OF_THE_FIELD)
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
        # A deck without cards, as where nobody brought a picture, gets these with its first card.
        yield from ((cards.deck.kind, name) for name in cards.deck.fields)
    for kinds in page.findChildren(KindsPart):
        yield from ((Settings, name) for name in kinds.fields)
    if page.findChildren(QuestionPart):
        yield Answer, "text"


def offered_beside(program: Program) -> Iterator[Field]:
    """What the tab with comments lets a person change."""
    program.bench.comments.begin(program.bench.editing.year, "title")
    for card in program.bench.comments.panel.cards.values():
        yield from ((Comment, line.input.spec.name) for line in card.lines.values())
        if card.resolve_button.text() == "Afhandelen":
            yield Comment, "resolved"


def test_every_field_stands_on_a_page(example: Program) -> None:
    found = {field for page in every_page(example) for field in offered(page)}
    found |= set(offered_beside(example))
    missing = sorted(f"{kind.__name__}.{name}" for kind, name in wanted() - found)
    assert not missing


def test_a_box_can_go_to_another_portfolio_and_an_indicator_too(example: Program) -> None:
    found = {field for page in every_page(example) for field in offered(page)}
    assert {(Callout, "report_id"), (Indicator, "portfolio_id")} <= found


def other_choice(spec: FieldSpec, old: Value) -> Value:
    return next(one for one in spec.choices or () if one != old)


OTHER: dict[Kind, Callable[[FieldSpec, Any], Value]] = {
    Kind.FLAG: lambda _, old: not old,
    Kind.INTEGER: lambda _, old: (old or 0) + 1,
    Kind.DECIMAL: lambda _, old: (old or Decimal(0)) + 1,
    Kind.DATE: lambda _, old: date(2023, 1, 3 if old == date(2023, 1, 2) else 2),
    Kind.CHOICE: other_choice,
    Kind.CHOICES: lambda spec, old: () if old else tuple(spec.choices or ()),
    Kind.LINES: lambda _, old: (*old, "anders"),
    Kind.REF: lambda _, __: None,
    Kind.REFS: lambda _, __: (),
    Kind.LINE: lambda _, old: f"{old} anders".strip(),
    Kind.TEXT: lambda _, old: f"{old} anders".strip(),
    Kind.RICH: lambda _, old: f"{old} anders".strip(),
}
"""A value that a field does not hold."""

DECIDE_THE_PAGE = {("ReportYear", "state"), ("ReportYear", "year")}
"""Fields whose change shows another page; they have their own tests."""


def forms_in_use(page: Page) -> Iterator[tuple[FormPart, Record]]:
    for part in page.findChildren(FormPart):
        if part.form.record is not None and not part.isHidden():
            yield part, part.form.record


def fill_in(program: Program, part: FormPart, record: Record, name: str) -> None:
    """Give a field another value, look in the dossier, and take it back."""
    old = getattr(program.bench.editing.current(record), name)
    spec = specs(part.kind)[name]
    new = OTHER[spec.kind](spec, old)
    part.form.field(name).changed.emit(new)
    kept = program.bench.session.dossier.get(part.kind, record.id)
    assert getattr(kept, name, None) == new, f"{part.kind.__name__}.{name}"
    if new != old:
        program.bench.session.undo()


def test_what_is_filled_in_comes_into_the_dossier(example: Program) -> None:
    tried = 0
    for page in every_page(example):
        for part, record in forms_in_use(page):
            for name in part.form.rows:
                if (part.kind.__name__, name) not in DECIDE_THE_PAGE:
                    fill_in(example, part, record, name)
                    tried += 1
    assert tried > 100
