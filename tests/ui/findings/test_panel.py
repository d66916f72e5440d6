"""The tab with findings: groups, reasons, repairs by button and by key, kinds that a team leaves out."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QTextEdit

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import kind_of_code
from riec_desktop.dossier import views
from riec_desktop.dossier.records import AcceptedFinding, Answer
from riec_desktop.ui.findings.groups import HERE, REPAIRABLE, Group, grouped, shortened, tally
from riec_desktop.ui.findings.panel import FindingsPanel
from riec_desktop.ui.findings.rows import MOST, FindingRows
from riec_desktop.ui.gate.choices import GateChoices
from riec_desktop.ui.generate.dialog import GenerateDialog
from riec_desktop.ui.pages.checks import KindsPart
from riec_desktop.ui.places import PageId, Place
from tests.helpers.program import Program

TEXT = "De Inspectie SZW hielp  tevens mee. Volgend jaar meer."


def write(program: Program, *texts: str) -> list[Answer]:
    """Put texts in the first answers of the portfolio 'mensenhandel' and show its findings."""
    program.show_portfolio("mensenhandel")
    editing = program.bench.editing
    asked = views.questions(editing.dossier, editing.year_id)
    answers = [views.answer(editing.dossier, program.report, one) for one in asked[: len(texts)]]
    for answer, text in zip(answers, texts, strict=True):
        editing.set(answer, "text", text)
    program.bench.show_side(program.bench.side.findings)
    program.settle()
    return answers


def panel(program: Program) -> FindingsPanel:
    return program.bench.side.findings


def text_of(program: Program, answer: Answer) -> str:
    found = program.bench.session.dossier.get(Answer, answer.id)
    return found.text if found else ""


def unfold_all(program: Program) -> None:
    rows = panel(program).rows
    for thing in rows.things():
        if isinstance(thing, Group):
            rows.fold(thing, folded=False)


def look_at(program: Program, code: str) -> Finding:
    """Put the cursor on the first finding of a kind."""
    unfold_all(program)
    rows = panel(program).rows
    at, found = next((at, one) for at, one in enumerate(rows.things()) if isinstance(one, Finding) and one.code == code)
    rows.setCurrentRow(at)
    return found


def button(program: Program, text: str) -> QPushButton:
    return next(one for one in panel(program).details.buttons if one.text().startswith(text))


# --- Seeing ----------------------------------------------------------------------------------------------------------


def test_findings_stand_in_groups_of_one_severity_and_kind_and_advice_is_folded(example: Program) -> None:
    write(example, TEXT)
    titles = [one.title for one in panel(example).rows.things() if isinstance(one, Group)]
    assert titles[:2] == ["Waarschuwing: Namen die in dit jaar niet golden (1)", "Waarschuwing: Woorden over jaren (1)"]
    assert "Tip: Moeilijke woorden (1)" in titles
    codes = [one.code for one in panel(example).rows.things() if isinstance(one, Finding)]
    assert "names.year" in codes
    assert "language.hard_word" not in codes


def test_advice_on_style_is_not_counted_among_what_is_left_to_do(example: Program) -> None:
    write(example, TEXT)
    assert example.bench.side.tabText(1) == "Aandachtspunten 2"
    assert panel(example).count.text().startswith("2 aandachtspunten en ")


def test_a_reason_is_told_for_the_finding_with_the_cursor(example: Program) -> None:
    write(example, TEXT)
    look_at(example, "names.year")
    assert panel(example).details.reason.text() == f"Waarom? {kind_of_code('names.year').reason}"


def test_a_screen_reader_hears_severity_place_and_whether_it_can_be_repaired(example: Program) -> None:
    write(example, TEXT)
    look_at(example, "names.year")
    said = panel(example).rows.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Waarschuwing, Mensenhandel: Vraag ‘Context’: ‘Inspectie SZW’")
    assert said.endswith("kan worden gerepareerd")
    assert "groepen" in panel(example).rows.accessibleDescription()


def test_keys_fold_a_group_and_bring_it_back(example: Program) -> None:
    write(example, TEXT)
    rows = panel(example).rows
    look_at(example, "names.year")
    before = rows.count()
    QTest.keyClick(rows, Qt.Key.Key_Left)
    assert rows.count() == before - 1
    assert isinstance(rows.current(), Group)
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert rows.count() == before


def test_the_choice_above_the_list_shows_this_page_or_what_can_be_repaired(example: Program) -> None:
    write(example, TEXT)
    shown = panel(example)

    def seen(choice: str) -> set[str]:
        shown.filter.setCurrentText(choice)
        shown.filter.activated.emit(shown.filter.currentIndex())
        return {found.code for one in shown.rows.things() if isinstance(one, Group) for found in one.findings}

    assert {"names.year", "typing.spaces", "years.relative"} <= seen(HERE)
    assert all(one.repairs for group in shown.rows.things() if isinstance(group, Group) for one in group.repairable)
    assert seen("Jaartallen") == {"years.relative"}
    assert "language.long_sentence" not in seen(REPAIRABLE)
    shown.filter.setCurrentText(HERE)
    example.bench.show_place(Place(PageId.ORGANISATIONS))
    assert not shown.rows.isVisible()
    assert shown.nothing.text() == "Met deze keuze is er niets te zien."


# --- Going there and repairing ---------------------------------------------------------------------------------------


def test_enter_goes_to_the_field_and_selects_the_words(example: Program) -> None:
    write(example, TEXT)
    example.bench.show_place(Place(PageId.OVERVIEW))
    look_at(example, "names.year")
    panel(example).rows.setFocus()
    QTest.keyClick(panel(example).rows, Qt.Key.Key_Return)
    focused = example.window.focusWidget()
    assert isinstance(focused, QTextEdit)
    assert focused.textCursor().selectedText() == "Inspectie SZW"


def test_a_button_repairs_and_undo_takes_it_back(example: Program) -> None:
    (answer,) = write(example, TEXT)
    look_at(example, "names.year")
    button(example, "Vervang door ‘Nederlandse Arbeidsinspectie’").click()
    assert text_of(example, answer).startswith("De Nederlandse Arbeidsinspectie hielp")
    assert all(one.code != "names.year" for one in example.bench.derived.findings)
    example.bench.undo()
    assert text_of(example, answer) == TEXT


def test_the_key_repairs_what_has_the_cursor(example: Program) -> None:
    (answer,) = write(example, TEXT)
    look_at(example, "typing.spaces")
    panel(example).rows.setFocus()
    QTest.keyClick(panel(example).rows, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert "hielp tevens" in text_of(example, answer)


def test_all_of_a_kind_are_repaired_as_one_step_also_two_in_one_text(example: Program) -> None:
    first, second = write(example, "Tevens en reeds.", "Derhalve goed.")
    look_at(example, "language.hard_word")
    button(example, "Repareer alle 3").click()
    assert (text_of(example, first), text_of(example, second)) == ("Ook en al.", "Daarom goed.")
    example.bench.undo()
    assert (text_of(example, first), text_of(example, second)) == ("Tevens en reeds.", "Derhalve goed.")


def test_the_menu_of_a_row_offers_the_same(example: Program) -> None:
    write(example, "Tevens en reeds, middels een spel.")
    look_at(example, "language.hard_word")
    titles = [one.text() for one in panel(example).menu().actions() if one.text()]
    assert titles[0] == "&Ga erheen"
    assert "&Repareer alle 3" in titles
    assert titles[-1] == "&Dit soort niet meer tonen"


# --- Leaving out -----------------------------------------------------------------------------------------------------


def test_a_kind_can_be_left_out_and_ticked_again_under_controles(example: Program) -> None:
    write(example, TEXT)
    look_at(example, "language.hard_word")
    button(example, "Dit soort niet meer tonen").click()
    assert all(one.code != "language.hard_word" for one in example.bench.derived.findings)
    example.bench.show_place(Place(PageId.CHECKS))
    page = example.bench.page
    assert page is not None
    box = next(one for one in page.findChildren(QCheckBox) if one.text() == "Moeilijke woorden")
    assert not box.isChecked()
    assert box.accessibleDescription()
    box.click()
    example.settle()
    assert any(one.code == "language.hard_word" for one in example.bench.derived.findings)


def test_what_is_needed_has_no_button_to_leave_it_out(example: Program) -> None:
    write(example, "XXX")
    look_at(example, "text.leftover")
    assert [one.text() for one in panel(example).details.buttons] == []


def test_every_kind_of_the_page_can_be_unticked(example: Program) -> None:
    example.bench.show_place(Place(PageId.CHECKS))
    page = example.bench.page
    assert page is not None
    boxes = [box for part in page.findChildren(KindsPart) for box in part.boxes.values()]
    for box in boxes:
        was = box.isChecked()
        box.click()
        assert box.isChecked() is not was
    off, on = (getattr(views.settings(example.bench.session.dossier), field) for field in KindsPart.fields)
    assert len(off) + len(on) == len(boxes)


# --- As data ---------------------------------------------------------------------------------------------------------


def one(code: str, severity: Severity) -> Finding:
    return Finding(kind=Answer, record_id="a", field="text", severity=severity, code=code, sentence="Iets.")


def test_the_worst_comes_first_and_advice_last() -> None:
    found = [
        one("typing.spaces", Severity.TIP),
        one("names.alias", Severity.TIP),
        one("report.no_name", Severity.ERROR),
    ]
    assert [group.kind.code for group in grouped(found)] == ["report", "names.alias", "typing.spaces"]


def test_the_tally_tells_points_and_advice_apart() -> None:
    assert tally([]) == "Geen aandachtspunten"
    assert tally([one("names.alias", Severity.TIP)]) == "1 aandachtspunt"
    assert tally([one("typing.spaces", Severity.TIP)]) == "Geen aandachtspunten en 1 advies over taal en opmaak"


def test_a_sentence_does_not_repeat_the_place_above_it() -> None:
    assert (
        shortened("Portefeuille sterk merk, vraag ‘Rol’, antwoord: te lang.", "Sterk merk") == "Vraag ‘Rol’: te lang."
    )
    assert (
        shortened("Portefeuille sterk merk heeft geen doel.", "Sterk merk")
        == "Portefeuille sterk merk heeft geen doel."
    )


def test_of_a_large_group_the_first_are_shown_and_the_rest_when_asked(app: Program) -> None:
    rows = FindingRows()
    many = [replace(one("report.no_name", Severity.ERROR), record_id=str(at)) for at in range(MOST + 5)]
    rows.show_groups(grouped(many), lambda _: "Hier")
    assert rows.count() == 1 + MOST + 1
    more = rows.item(rows.count() - 1)
    assert more.text().startswith("Nog 5 in deze groep")
    rows.itemActivated.emit(more)
    assert rows.count() == 1 + len(many)
    rows.deleteLater()
    assert app.window.isVisible()


# --- Giving a reason -------------------------------------------------------------------------------------------------


def test_what_may_stay_for_a_reason_has_a_button_that_asks_for_it(example: Program) -> None:
    write(example, "Bel 06-12345678 of 06-87654321. XXX")
    wanted = look_at(example, "privacy.phone")
    panel(example).rows.setCurrentRow(panel(example).rows.currentRow() + 1)

    def give_one(dialog: QDialog) -> None:
        assert isinstance(dialog, GenerateDialog)
        assert isinstance(dialog.choices, GateChoices)
        dialog.choices.sheets.reason.text.setText("Dit nummer staat op de openbare website.")
        dialog.choices.sheets.reason.one.click()

    example.person.will(give_one)
    button(example, "Laten staan").click()
    (left,) = (one for one in example.bench.derived.findings if one.code == "privacy.phone")
    assert left == wanted
    assert [one.code for one in example.bench.session.dossier.all(AcceptedFinding)] == ["privacy.phone"]


def test_what_must_be_mended_has_no_such_button(example: Program) -> None:
    write(example, "XXX")
    look_at(example, "text.leftover")
    assert not [one for one in panel(example).details.buttons if one.text().startswith("Laten staan")]
