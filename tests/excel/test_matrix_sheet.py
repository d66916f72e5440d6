"""The matrix: what each organisation has in each portfolio, as a pivot of the other sheets gives it too."""

from dataclasses import replace
from importlib import import_module
from typing import Any, cast

import pytest

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Callout
from riec_desktop.dossier.views import centres, reports, year_of
from riec_desktop.excel.matrix_sheet import matrix
from riec_desktop.excel.plan import SheetPlan
from riec_desktop.workspace.content import example_dossier
from tests.helpers.sample import DELDEN, GOOR, YEAR, sample

pd: Any = import_module("pandas")
JOINT = Activity(id="a", report_id="verslag-a", organisation_ids=("goor", "delden"))
OWN = Activity(id="b", report_id="verslag-a", organisation_ids=("goor", "goor"))
BOX = Callout(id="k", report_id="verslag-b", organisation_ids=("liec",))


def matrix_of(dossier: Dossier, year: int) -> SheetPlan:
    found = year_of(dossier, year)
    assert found is not None
    return matrix(dossier, found)


def test_each_portfolio_has_a_row_of_activities_and_one_of_callouts() -> None:
    plan = matrix(sample(JOINT, OWN, BOX), YEAR)
    assert [column.name for column in plan.columns] == [
        *("Portefeuille", "Soort", "LIEC", "RIEC Goor", "RIEC Delden", "In totaal"),
    ]
    assert plan.rows[:4] == (
        ("mensenhandel", "activiteiten", 0, 2, 1, 2),
        ("mensenhandel", "kaderteksten", 0, 0, 0, 0),
        ("jonge aanwas", "activiteiten", 0, 0, 0, 0),
        ("jonge aanwas", "kaderteksten", 1, 0, 0, 1),
    )


def test_organisations_of_one_name_have_columns_of_their_own() -> None:
    same = sample(replace(GOOR, name="riec delden\n"), replace(DELDEN, name="RIEC Delden"))
    names = [column.name for column in matrix(same, YEAR).columns]
    assert names[3:5] == ["riec delden", "RIEC Delden (2)"]
    assert matrix(sample(replace(GOOR, name="")), YEAR).columns[3].name == "(zonder naam)"
    assert matrix(sample(replace(GOOR, name="soort")), YEAR).columns[3].name == "soort (2)"


@pytest.mark.parametrize("year", [2021, 2022, 2023])
@pytest.mark.parametrize(("word", "kind"), [("activiteiten", Activity), ("kaderteksten", Callout)])
def test_a_pandas_pivot_gives_the_same_counts(year: int, word: str, kind: type[Activity] | type[Callout]) -> None:
    dossier = example_dossier()
    plan = matrix_of(dossier, year)
    records = [(one.report_id, organisation) for one in dossier.all(kind) for organisation in set(one.organisation_ids)]
    frame = pd.DataFrame(records, columns=["verslag", "organisatie"])
    pivot = frame.pivot_table(index="verslag", columns="organisatie", aggfunc="size", fill_value=0)
    found = year_of(dossier, year)
    assert found is not None
    across = [one.id for one in centres(dossier, year)]
    expected = pivot.reindex(index=[one.id for one in reports(dossier, found)], columns=across, fill_value=0)
    shown = [[cast("int", cell) for cell in row[2:-1]] for row in plan.rows if row[1] == word]
    assert shown == expected.to_numpy().tolist()
