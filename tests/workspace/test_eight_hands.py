"""Eight forms that went out and came back from eight different hands: all words arrive, and every doubt is shown."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import PromiseOutcome
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import Activity, Answer, IndicatorValue, PortfolioReport, Promise
from riec_desktop.dossier.views import answer, questions, report_name, reports, year_of
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.forms import read_forms
from riec_desktop.workspace.review import Incoming, accepted, default_ids
from tests.helpers.forms import DOSSIER_ID, Filled, edited, order, sent

SAID = "Dit schreef hand {}."
Hand = Callable[[Filled, str], None]


def questions_of(form: Filled) -> str:
    """The name of the sheet with the questions: the first after the guide."""
    return str(form.book.sheetnames[1])


def row_of_answer(form: Filled) -> int:
    """The first question that asks an answer."""
    sheet = form.sheet(questions_of(form))
    return next(row[0].row for row in sheet.iter_rows(min_row=3) if str(row[0].value or "").startswith("Answer"))


def say(form: Filled, text: str) -> None:
    """Type an answer to the first question."""
    name = questions_of(form)
    form.sheet(name).cell(row_of_answer(form), form.column(name, "text")).value = text


def plainly(form: Filled, text: str) -> None:
    say(form, text)


def sorted_from_the_end(form: Filled, text: str) -> None:
    say(form, text)
    sheet = form.sheet(questions_of(form))
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    for row, held in zip(sheet.iter_rows(min_row=3), reversed(values), strict=True):
        for cell, value in zip(row, held, strict=True):
            cell.value = value


def with_a_column_between(form: Filled, text: str) -> None:
    say(form, text)
    name = questions_of(form)
    at = form.column(name, "text")
    form.sheet(name).insert_cols(at)
    form.sheet(name).cell(2, at).value = "Mijn notities"
    form.sheet(name).cell(4, at).value = "Nog nabellen."


def with_another_name_for_the_sheet(form: Filled, text: str) -> None:
    say(form, text)
    form.sheet(questions_of(form)).title = "antwoorden van ons"


def with_numbers_as_text(form: Filled, text: str) -> None:
    say(form, text)
    form.sheet("Cijfers").cell(3, form.column("Cijfers", "actual")).value = "1.234"


def with_a_new_activity(form: Filled, text: str) -> None:
    say(form, text)
    form.put("Activiteiten", "nieuw", title=text, state="klaar", start="31 mrt 2023")


def without_hidden_rows(form: Filled, text: str) -> None:
    say(form, text)
    form.sheet(questions_of(form)).delete_rows(1)


def with_promises(form: Filled, text: str) -> None:
    say(form, text)
    for row in range(3, form.sheet("Beloften").max_row + 1):
        form.sheet("Beloften").cell(row, form.column("Beloften", "outcome")).value = "vervallen"
        form.sheet("Beloften").cell(row, form.column("Beloften", "reply")).value = text


HANDS: tuple[Hand, ...] = (
    plainly,
    sorted_from_the_end,
    with_a_column_between,
    with_another_name_for_the_sheet,
    with_numbers_as_text,
    with_a_new_activity,
    without_hidden_rows,
    with_promises,
)


@pytest.fixture(scope="module")
def came_back(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, tuple[Incoming, ...]]:
    """The dossier that sent eight forms about its eight portfolios, and what came back in one folder."""
    dossier, folder = example_dossier(), tmp_path_factory.mktemp("formulieren")
    for place, hand in enumerate(HANDS):
        dossier, form = sent(dossier, order(dossier, 2023, place), f"formulier-{place}")
        filled = edited(form, lambda one, hand=hand, place=place: hand(one, SAID.format(place)))
        (folder / f"{place}.xlsx").write_bytes(filled)
    received = read_forms(dossier, [folder], DOSSIER_ID)
    assert received.refused == ()
    return dossier, received.incoming


@pytest.fixture(scope="module")
def after(came_back: tuple[Dossier, tuple[Incoming, ...]]) -> Dossier:
    """The dossier after taking in what is sure."""
    dossier, incoming = came_back
    for one in incoming:
        dossier = applied(dossier, accepted(one, default_ids(one), dossier))
    return dossier


def portfolio(dossier: Dossier, place: int) -> PortfolioReport:
    year = year_of(dossier, 2023)
    assert year is not None
    return reports(dossier, year)[place]


def shown(incoming: Incoming) -> str:
    return "\n".join(f"{one.place} {one.label} {one.theirs} {one.doubt}" for one in incoming.proposals)


def test_every_form_is_a_piece_of_work_of_its_own(came_back: tuple[Dossier, tuple[Incoming, ...]]) -> None:
    dossier, incoming = came_back
    assert [one.answers for one in incoming] == [f"formulier-{place}" for place in range(len(HANDS))]
    for place, one in enumerate(incoming):
        assert report_name(dossier, portfolio(dossier, place)) in one.proposals[0].place
        assert SAID.format(place) in shown(one)


@pytest.mark.parametrize("place", range(len(HANDS)))
def test_what_each_hand_wrote_is_in_the_dossier(after: Dossier, place: int) -> None:
    report = portfolio(after, place)
    first = questions(after, report.year_id)[0]
    assert answer(after, report, first).text == SAID.format(place)


def test_nothing_else_was_changed(came_back: tuple[Dossier, tuple[Incoming, ...]], after: Dossier) -> None:
    before = came_back[0]
    changed = [one for one in after.records() if before.get(type(one), one.id) != one]
    assert {type(one) for one in changed} == {Answer, Promise}
    assert sum(isinstance(one, Answer) for one in changed) == len(HANDS)


def test_notes_in_a_column_that_somebody_put_in_are_shown(came_back: tuple[Dossier, tuple[Incoming, ...]]) -> None:
    assert "Nog nabellen. Dit staat op een plaats die niet bij het formulier hoort." in shown(came_back[1][2])


def test_a_doubtful_number_waits_for_a_person(came_back: tuple[Dossier, tuple[Incoming, ...]], after: Dossier) -> None:
    incoming = came_back[1][4]
    (number,) = [one for one in incoming.proposals if one.field == "actual" and one.doubt]
    assert "‘1.234’ is gelezen als 1.234. Klopt dat" in number.doubt
    assert number.id not in default_ids(incoming)
    held = after.get(IndicatorValue, number.record_id)
    assert held is None or held.actual != Decimal(1234)


def test_a_new_activity_tells_what_was_read_in_other_words(
    came_back: tuple[Dossier, tuple[Incoming, ...]], after: Dossier
) -> None:
    assert "‘klaar’ is gelezen als ‘afgerond’." in shown(came_back[1][5])
    incoming = came_back[1][5]
    (new,) = [one for one in incoming.proposals if one.kind is Activity and one.theirs.startswith("activiteit")]
    taken = applied(after, accepted(incoming, {new.id}, after))
    assert SAID.format(5) in [one.title for one in taken.all(Activity)]


def test_promises_are_answered(after: Dossier) -> None:
    held = promises_of(after, portfolio(after, 7))
    assert held
    assert {(one.outcome, one.reply) for one in held} == {(PromiseOutcome.LAPSED, SAID.format(7))}
