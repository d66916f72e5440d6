"""Last year stands beside this year: to read, to copy, and to take over as one step that can be undone."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Answer, Question
from riec_desktop.ui.last_year.desk import LastYearView
from riec_desktop.ui.last_year.taking import CANCEL, REPLACE, UNDER
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.pages.questions import QuestionPart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.typed import required
from tests.helpers.program import Program, click


def parts_of(program: Program) -> list[QuestionPart]:
    program.show_portfolio("mensenhandel")
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    return list(page.questions.parts())


def part_about(program: Program, topic: str) -> QuestionPart:
    return next(part for part in parts_of(program) if topic in part.heading())


def text_of(part: QuestionPart) -> str:
    return required(part.answer()).text


def before(program: Program, topic: str) -> str:
    dossier, report = program.bench.session.dossier, program.report
    question = next(one for one in views.questions(dossier, report.year_id) if one.topic == topic)
    return required(views.previous_answer(dossier, report, question)).text


def buttons(part: QuestionPart) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in part.last_year().findChildren(QPushButton)}


def take_button(part: QuestionPart) -> QPushButton:
    return buttons(part)["Antwoord van 2022 overnemen in het antwoord van dit jaar"]


def view(program: Program) -> LastYearView:
    program.bench.show_side(program.bench.last_year.view)
    return program.bench.last_year.view


def empty(program: Program, part: QuestionPart) -> None:
    program.bench.editing.set(required(part.answer()), "text", "")


def test_the_promise_stands_at_the_questions_that_ask_what_was_done(example: Program) -> None:
    told = {part.heading(): "Beloofd in 2022 voor 2023" in part.last_year_text() for part in parts_of(example)}
    assert [heading for heading, promised in told.items() if promised] == ["4. Waaraan is gewerkt", "5. Resultaten"]
    done = part_about(example, "Waaraan is gewerkt")
    assert "signalen: 198 in 2022, 254 nu (+56)" in done.last_year_text()


def test_a_text_is_taken_over_into_an_empty_answer_at_once_and_undone_in_one_step(example: Program) -> None:
    part = part_about(example, "Context")
    empty(example, part)
    take_button(part).click()
    assert text_of(part) == before(example, "Context")
    assert part.editor.text() == before(example, "Context")
    assert example.bench.session.undo_label == "Tekst van 2022 overnemen"
    example.window.undo()
    assert text_of(part) == ""


def test_text_that_stands_there_is_kept_above_replaced_or_left_as_the_person_chooses(example: Program) -> None:
    part = part_about(example, "Context")
    mine, old = text_of(part), before(example, "Context")
    example.person.will(click(CANCEL), click(UNDER))
    take_button(part).click()
    assert text_of(part) == mine
    take_button(part).click()
    assert text_of(part) == f"{mine}\n\n{old}"
    example.window.undo()
    example.person.will(click(REPLACE))
    take_button(part).click()
    assert text_of(part) == old


def test_what_is_being_typed_is_kept_when_a_text_is_taken_over(example: Program) -> None:
    part = part_about(example, "Context")
    part.editor.area.insertPlainText("Nog niet bewaard. ")
    example.person.will(click(UNDER))
    take_button(part).click()
    assert "Nog niet bewaard." in text_of(part)
    assert text_of(part).endswith(before(example, "Context"))


def test_the_tab_shows_the_promise_with_what_is_said_about_it_and_all_of_last_year(example: Program) -> None:
    parts_of(example)
    told = view(example).toPlainText()
    assert told.index("Beloofd in 2022 voor 2023") < told.index("Wat u daarover in 2023 schrijft")
    assert "In 2022 beloofden we één werkwijze" in told
    assert "1. De partner meldt het signaal" in told
    assert "Signalen van mensenhandel komen op veel plekken binnen." in told
    assert all(piece in told for piece in ("Verschil", "198", "254", "+56", "Vragenronde langs de regio’s"))


def test_a_text_is_taken_over_from_the_tab(example: Program) -> None:
    part = part_about(example, "Context")
    empty(example, part)
    shown = view(example)
    shown.anchorClicked.emit(QUrl("neem:2"))
    assert text_of(part) == before(example, "Context")
    assert example.window.focusWidget() is part.editor.area


def test_the_tab_leads_to_the_answer_beside_a_promise(example: Program) -> None:
    part = part_about(example, "Resultaten")
    view(example).anchorClicked.emit(QUrl("naar:1"))
    assert example.window.focusWidget() is part.editor.area


def test_a_link_that_leads_nowhere_does_nothing(example: Program) -> None:
    parts_of(example)
    for address in ("neem:99", "neem:x", "https://example.org"):
        view(example).anchorClicked.emit(QUrl(address))
    assert not example.window.can_undo()


def test_the_tab_follows_the_page_and_what_is_typed(example: Program) -> None:
    part = part_about(example, "Waaraan is gewerkt")
    shown = view(example)
    example.bench.editing.set(required(part.answer()), "text", "Dit is ervan gekomen.")
    assert "Dit is ervan gekomen." in shown.toPlainText()
    example.bench.show_place(Place(PageId.TEXTS))
    assert "Teksten van 2022" in shown.toPlainText()
    example.bench.show_place(Place(PageId.ORGANISATIONS))
    assert "niets over deze pagina" in shown.toPlainText()


def test_the_texts_of_a_goal_are_there_and_the_regions_say_that_they_have_none(example: Program) -> None:
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    example.bench.show_place(Place(PageId.GOAL, views.goals(dossier, year)[1].id))
    assert "Teksten van 2022" in view(example).toPlainText()
    example.bench.show_place(Place(PageId.REGIONS))
    assert "niets over deze pagina" in view(example).toPlainText()


def test_a_closed_year_takes_nothing_over(example: Program) -> None:
    example.bench.editing.set(example.bench.editing.year, "state", YearState.CLOSED)
    part = part_about(example, "Context")
    assert take_button(part).isHidden()
    assert "Neem over" not in view(example).toPlainText()


def test_a_portfolio_without_a_year_before_has_no_strip(fresh: Program) -> None:
    fresh.show_portfolio("mensenhandel")
    page = fresh.bench.page
    assert isinstance(page, PortfolioPage)
    assert all(part.last_year().isHidden() for part in page.questions.parts())
    assert "niets over deze pagina" in view(fresh).toPlainText()


def test_numbers_and_marks_of_a_text_come_along_as_they_were_written(example: Program) -> None:
    part = part_about(example, "Waaraan is gewerkt")
    report = example.report
    dossier = example.bench.session.dossier
    year = required(views.year_of(dossier, 2022))
    example.bench.editing.set(year, "state", YearState.OPEN)
    old = required(views.previous_answer(dossier, report, required(dossier.get(Question, question_id(part)))))
    example.bench.editing.set(old, "text", "- **Eerst** dit\n- dan dat")
    empty(example, part)
    take_button(part).click()
    assert text_of(part) == required(example.bench.session.dossier.get(Answer, old.id)).text


def question_id(part: QuestionPart) -> str:
    return required(part.answer()).question_id or ""
