"""A remark at a field is written, answered, resolved and undone with the keyboard, and found again from everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Activity, Answer, Callout, Comment, Organisation
from riec_desktop.ui.comments.panel import MOST
from riec_desktop.ui.comments.thread_card import ThreadCard
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.pages.questions import QuestionPart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.tab_order import in_reading_order
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets.comment_mark import KEYS
from tests.helpers.accessible import english, labels_without_buddy, nameless
from tests.helpers.program import Program


def comments(program: Program) -> list[Comment]:
    return sorted(program.bench.session.dossier.all(Comment), key=lambda one: one.text)


def texts(program: Program) -> list[str]:
    return [one.text for one in comments(program)]


def page_of(program: Program) -> PortfolioPage:
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return page


def first_question(program: Program) -> QuestionPart:
    program.show_portfolio("mensenhandel")
    return page_of(program).questions.parts()[0]


def press_comment_keys(program: Program) -> None:
    program.window.actions_made.actions["comment"].trigger()


def type_comment(program: Program, text: str) -> None:
    """In the input that has the focus, and done."""
    field = program.window.focusWidget()
    assert field.accessibleName() == "Opmerking"
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def remark(program: Program, text: str) -> QuestionPart:
    part = first_question(program)
    part.editor.area.setFocus()
    press_comment_keys(program)
    type_comment(program, text)
    return part


def only_card(program: Program) -> ThreadCard:
    (card,) = program.bench.comments.panel.cards.values()
    return card


def test_the_keys_are_those_of_word() -> None:
    assert KEYS == "Ctrl+Alt+M"


def test_a_comment_is_written_answered_resolved_and_opened_again_and_each_step_undone(example: Program) -> None:
    part = remark(example, "Klopt dit?")
    (first,) = comments(example)
    assert (first.kind, first.field, first.author, first.resolved) == ("Answer", "text", "anja", False)
    assert part.mark.text() == "1"
    assert example.window.focusWidget() is part.editor.area

    only_card(example).reply_button.click()
    type_comment(example, "Nagevraagd: ja.")
    assert texts(example) == ["Klopt dit?", "Nagevraagd: ja."]
    assert part.mark.text() == "2"

    only_card(example).resolve_button.click()
    assert all(one.resolved for one in comments(example))
    assert "afgehandeld" in part.mark.accessibleName()
    assert not example.bench.comments.panel.cards

    example.bench.comments.panel.resolved.setChecked(True)
    only_card(example).resolve_button.click()
    assert not any(one.resolved for one in comments(example))

    assert example.bench.session.undo_label == "Opmerking heropenen"
    while example.window.can_undo():
        example.window.undo()
    assert comments(example) == []
    assert part.mark.text() == ""


def test_an_answer_that_nobody_wrote_can_have_a_comment_and_is_still_missing(fresh: Program) -> None:
    part = remark(fresh, "Wie schrijft dit?")
    fresh.settle()
    answer = part.answer()
    assert answer is not None
    assert fresh.bench.session.dossier.get(Answer, answer.id) == answer
    assert any(one.code == "answer.missing" and one.record_id == answer.id for one in fresh.bench.derived.findings)
    fresh.window.undo()
    assert fresh.bench.session.dossier.get(Answer, answer.id) is None


def test_the_button_at_a_field_of_a_form_writes_a_comment_on_that_field(example: Program) -> None:
    first_question(example)
    form = next(one.form for one in page_of(example).findChildren(FormPart) if "client" in one.form.rows)
    form.rows["client"].mark.click()
    type_comment(example, "Wie is dit nu?")
    (made,) = comments(example)
    assert (made.kind, made.record_id, made.field) == ("PortfolioReport", example.report.id, "client")


def test_the_cell_with_the_cursor_can_have_a_comment(example: Program) -> None:
    first_question(example)
    table = page_of(example).activities.table
    activity = table.model.records[0]
    table.choose(activity.id, 1)
    table.view.setFocus()
    press_comment_keys(example)
    type_comment(example, "Is dit al klaar?")
    (made,) = comments(example)
    assert (made.kind, made.record_id, made.field) == ("Activity", activity.id, "state")


def test_without_a_field_the_keys_show_the_tab_that_says_how_it_goes(example: Program) -> None:
    example.bench.tree.setFocus()
    press_comment_keys(example)
    assert example.bench.side.currentWidget() is example.bench.comments.panel
    assert "Ctrl+Alt+M" in example.bench.comments.panel.nothing.text()


def test_a_comment_without_words_is_none(example: Program) -> None:
    part = first_question(example)
    part.mark.click()
    QTest.keyClick(example.window.focusWidget(), Qt.Key.Key_Escape)
    assert comments(example) == []
    assert not example.bench.comments.panel.cards
    assert not example.window.can_undo()


def test_emptying_a_comment_removes_it(example: Program) -> None:
    remark(example, "Weg ermee")
    only_card(example).lines[comments(example)[0].id].edit_button.click()
    field = example.window.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert comments(example) == []
    example.window.undo()
    example.window.undo()
    assert texts(example) == ["Weg ermee"]


def test_a_deleted_comment_comes_back_with_undo(example: Program) -> None:
    remark(example, "Toch bewaren")
    only_card(example).lines[comments(example)[0].id].remove_button.click()
    assert comments(example) == []
    assert example.bench.session.undo_label == "Opmerking verwijderen"
    example.window.undo()
    assert texts(example) == ["Toch bewaren"]
    assert only_card(example).lines[comments(example)[0].id].text.text() == "Toch bewaren"


def test_what_is_being_typed_is_in_the_dossier_when_the_person_goes_elsewhere(example: Program) -> None:
    part = first_question(example)
    part.mark.click()
    QTest.keyClicks(example.window.focusWidget(), "Half getypt")
    example.bench.show_place(Place(PageId.FIGURES))
    assert texts(example) == ["Half getypt"]


def test_clicking_a_comment_leads_to_its_field_from_any_page(example: Program) -> None:
    part = remark(example, "Hierheen")
    report = example.report
    name = part.editor.area.accessibleName()
    example.bench.show_place(Place(PageId.OVERVIEW))
    only_card(example).link.linkActivated.emit("#")
    assert example.bench.place == Place(PageId.PORTFOLIO, report.id)
    assert example.window.focusWidget().accessibleName() == name


def test_the_tab_shows_the_page_in_sight_or_the_whole_year_and_counts_what_is_open(example: Program) -> None:
    remark(example, "Op deze pagina")
    panel, side = example.bench.comments.panel, example.bench.side
    assert side.tabText(side.indexOf(panel)) == "Opmerkingen 1"
    example.show_portfolio("sterk merk")
    assert not panel.cards
    assert not panel.nothing.isHidden()
    assert panel.scope.itemText(0) == "Op deze pagina (0 open)"
    assert panel.scope.itemText(1) == "In heel 2023 (1 open)"
    panel.scope.setCurrentIndex(1)
    panel.scope.activated.emit(1)
    assert len(panel.cards) == 1
    example.bench.show_year(required(views.year_of(example.bench.session.dossier, 2022)).id)
    assert not panel.cards


def test_a_box_and_an_organisation_show_their_comments_on_each_page_that_has_them(example: Program) -> None:
    dossier = example.bench.session.dossier
    year = example.bench.editing.year
    box = next(one for report in views.reports(dossier, year) for one in dossier.where(Callout, "report_id", report.id))
    example.bench.show_place(Place(PageId.CALLOUTS))
    example.bench.comments.begin(box, "title")
    type_comment(example, "Mooi voorbeeld")
    assert len(example.bench.comments.panel.cards) == 1
    example.bench.show_place(Place(PageId.ORGANISATIONS))
    example.bench.comments.begin(dossier.all(Organisation)[0], "name")
    type_comment(example, "Nieuwe naam?")
    assert [card.link.text() for card in example.bench.comments.panel.cards.values()]
    assert len(example.bench.comments.panel.cards) == 1


def test_a_closed_year_shows_its_comments_and_lets_nobody_change_them(example: Program) -> None:
    year = required(views.year_of(example.bench.session.dossier, 2022))
    example.bench.editing.set(year, "state", YearState.OPEN)
    example.bench.show_year(year.id)
    part = remark(example, "Van vorig jaar")
    example.bench.editing.set(year, "state", YearState.CLOSED)
    card = only_card(example)
    assert card.reply_button.isHidden()
    assert card.resolve_button.isHidden()
    line = card.lines[comments(example)[0].id]
    assert line.remove_button.isHidden()
    assert line.text.text() == "Van vorig jaar"
    part.mark.click()
    assert texts(example) == ["Van vorig jaar"]
    assert only_card(example).lines.keys() == {comments(example)[0].id}


def test_a_removed_activity_takes_its_comment_along_and_undo_brings_both_back(example: Program) -> None:
    first_question(example)
    activity = page_of(example).activities.table.model.records[0]
    example.bench.comments.begin(activity, "title")
    type_comment(example, "Over deze activiteit")
    example.bench.editing.remove(Activity, [activity.id])
    assert comments(example) == []
    example.window.undo()
    assert texts(example) == ["Over deze activiteit"]


def test_a_year_full_of_comments_is_shown_in_pieces(example: Program) -> None:
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    answers = [
        views.answer(dossier, report, question)
        for report in views.reports(dossier, year)
        for question in views.questions(dossier, year.id)
    ]
    made = [
        Comment(id=f"c{at}", kind="Answer", record_id=one.id, field="text", text=f"Opmerking {at}")
        for at, one in enumerate(answers[: MOST + 5])
    ]
    example.bench.editing.paste(Comment, [(one, "resolved", True) for one in made[:1]])
    for one in made[1:]:
        example.bench.editing.add(one)
    panel = example.bench.comments.panel
    example.bench.show_place(Place(PageId.OVERVIEW))
    assert len(panel.cards) == MOST
    panel.more.click()
    assert len(panel.cards) == len(made) - 1
    assert panel.more.isHidden()


def test_the_navigation_counts_the_open_comments_in_a_sign_and_in_words(example: Program) -> None:
    remark(example, "Nog open")
    example.settle()
    node = required(example.bench.tree.currentItem())
    assert node.text(2) == "1"
    assert not node.icon(2).isNull()
    assert "1 open opmerking" in node.toolTip(0)
    only_card(example).resolve_button.click()
    example.settle()
    assert example.bench.tree.isColumnHidden(2)


def test_undo_on_another_page_shows_where_the_comment_was(example: Program) -> None:
    remark(example, "Waar stond dit?")
    place = example.bench.place
    example.bench.show_place(Place(PageId.FIGURES))
    example.window.undo()
    assert example.bench.place == place


def test_everything_in_the_tabs_beside_the_page_has_a_dutch_name(example: Program) -> None:
    remark(example, "Klopt dit?")
    only_card(example).reply_button.click()
    for tab in (example.bench.comments.panel, example.bench.last_year.view):
        example.bench.show_side(tab)
        found = [*nameless(example.window), *english(example.window), *labels_without_buddy(example.window)]
        assert found == []


def test_tab_comes_to_the_buttons_of_a_comment(example: Program) -> None:
    remark(example, "Klopt dit?")
    example.bench.settle()
    stops = list(in_reading_order(example.bench.comments.panel))
    card = only_card(example)
    line = next(iter(card.lines.values()))
    wanted = [example.bench.comments.panel.scope, line.edit_button, card.reply_button, card.resolve_button]
    assert [one for one in stops if one in wanted] == wanted
