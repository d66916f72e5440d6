"""The page with own rules: secret names that nobody can read, and a file to share the rules with another centre."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog

from riec_desktop.checks.secret_names import is_secret
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.records import Answer, WordRule
from riec_desktop.ui.pages.rules import UNREADABLE, ExchangePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.rules.names_dialog import NamesDialog
from riec_desktop.ui.widgets.record_table import RecordTable
from tests.helpers.program import Program, click


def exchange(app: Program) -> ExchangePart:
    app.bench.show_place(Place(PageId.RULES))
    assert app.bench.page is not None
    (part,) = app.bench.page.findChildren(ExchangePart)
    return part


def type_names(text: str, *, hidden: bool = True) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NamesDialog)
        assert not dialog.add_button.isEnabled()
        dialog.text.setPlainText(text)
        dialog.keep.setChecked(hidden)
        dialog.add_button.click()

    return answer


def rules(app: Program) -> tuple[WordRule, ...]:
    return app.bench.session.dossier.all(WordRule)


def test_secret_names_are_found_and_stand_nowhere_in_the_dossier(example: Program) -> None:
    part = exchange(example)
    example.person.will(type_names("operatie Zilverreiger\n\nBeukenhof\nBeukenhof"))
    part.desk.add_names()
    assert len(rules(example)) == 2
    assert all(is_secret(one.text) for one in rules(example))
    steps = "".join(map(str, example.bench.session.history))
    assert "zilverreiger" not in steps.casefold()
    answer = example.bench.session.dossier.all(Answer)[-1]
    example.bench.editing.set(answer, "text", f"{answer.text} In operatie Zilverreiger ging het goed.")
    found = [one.words for one in check(example.bench.session.dossier, 2023) if one.code == "privacy.own_name"]
    assert found == ["operatie Zilverreiger"]


def test_names_may_stay_readable(example: Program) -> None:
    part = exchange(example)
    example.person.will(type_names("Beukenhof", hidden=False))
    part.desk.add_names()
    assert [one.text for one in rules(example)] == ["Beukenhof"]


def test_a_secret_name_is_not_shown_as_its_digest(example: Program) -> None:
    part = exchange(example)
    example.person.will(type_names("Beukenhof"))
    part.desk.add_names()
    example.settle()
    assert example.bench.page is not None
    (table,) = example.bench.page.findChildren(RecordTable)
    texts = [table.model.index(0, column).data() for column in range(table.model.columnCount())]
    assert UNREADABLE in texts


def test_rules_go_to_another_centre_through_the_review_dialog(example: Program, tmp_path: Path) -> None:
    part, file = exchange(example), tmp_path / "regels"
    example.bench.editing.add(WordRule(id="v", kind=WordRuleKind.FORBIDDEN, text="boeven", instead="verdachten"))
    example.person.will_pick(file)
    example.person.will(click("Sluiten"))
    part.desk.save_file()
    example.bench.editing.remove(WordRule, ["v"])

    def take_all(dialog: QDialog) -> None:
        assert isinstance(dialog, ReviewDialog)
        dialog.accept()

    example.person.will_pick(file.with_suffix(".json"))
    example.person.will(take_all)
    part.desk.read_file()
    assert [(one.text, one.instead) for one in rules(example)] == [("boeven", "verdachten")]


def test_a_file_that_is_something_else_is_told(example: Program, tmp_path: Path) -> None:
    part, file = exchange(example), tmp_path / "iets.json"
    file.write_text("[1, 2]", encoding="utf-8")
    example.person.will_pick(file)
    example.person.will(click("Sluiten"))
    part.desk.read_file()
    assert not rules(example)
