"""Word documents that come in through the window: a draft that came back, the chapter of an earlier year."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from riec_desktop.chapter.blocks import State
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.records import ReviewDocument
from riec_desktop.ui.generate.word import WordChoices
from riec_desktop.ui.review.choice import Decision
from riec_desktop.ui.review.dialog import ReviewDialog
from riec_desktop.ui.review.edits import edit_line
from riec_desktop.ui.word_in.dialog import YearDialog
from riec_desktop.workspace.documents import make_word
from riec_desktop.workspace.kept import kept
from riec_desktop.workspace.progress import never, no_progress
from tests.helpers.drafts import Round
from tests.helpers.incoming import answers_of
from tests.helpers.program import Program


@pytest.fixture
def draft(example: Program) -> Round:
    """A draft that the window made, noted in the dossier."""
    choices = WordChoices(example.bench.editing, example.around)
    choices.choose_state(State.REVIEW)
    request = choices.request()
    made = make_word(example.bench.session.dossier, request, example.around.env.now().date(), no_progress, never)
    choices.note(made)
    choices.deleteLater()
    return Round(example.bench.session.dossier, made.path.read_bytes())


def came_back(example: Program, draft: Round, name: str = "terug.docx") -> Path:
    """The draft after two colleagues changed the first answer about mensenhandel."""
    answer = answers_of(draft.dossier, "mensenhandel")[0]
    docx = draft.docx()
    docx.insert(answer.id, "Mensenhandel", " (in de regio)", "An")
    docx.delete(answer.id, " vaak", "Bo")
    path = example.around.documents / name
    path.write_bytes(docx.bytes())
    return path


def text_of(example: Program) -> str:
    return answers_of(example.bench.session.dossier, "mensenhandel")[0].text


def test_making_a_draft_notes_in_the_dossier_what_was_sent(example: Program, draft: Round) -> None:
    (sent,) = example.bench.session.dossier.all(ReviewDocument)
    assert sent.content
    assert draft.back(draft.data, own_id=example.bench.session.dossier_id).proposals == ()


def test_a_draft_that_is_dropped_is_taken_in_as_one_step(example: Program, draft: Round) -> None:
    path = came_back(example, draft)
    example.person.will(_take_what_is_sure)
    example.window.take_files((path,))
    example.settle()
    assert text_of(example).startswith("Mensenhandel (in de regio) blijft onzichtbaar.")
    assert example.bench.session.history[-1].source is Source.WORD
    example.bench.undo()
    assert text_of(example).startswith("Mensenhandel blijft vaak onzichtbaar.")


def _take_what_is_sure(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    dialog.take.click()


def test_one_change_of_a_text_is_taken_and_the_other_waits(example: Program, draft: Round) -> None:
    path = came_back(example, draft)
    example.person.will(_take_the_first_change)
    example.person.will_pick(path)
    example.window.actions_made.specs["read"].run()
    example.settle()
    assert text_of(example).startswith("Mensenhandel (in de regio) blijft vaak onzichtbaar.")
    (waiting,) = kept(example.around.env, example.bench.session.dossier_id)
    (left,) = waiting.proposals
    assert [(one.author, one.gone) for one in left.edits] == [("Bo", "vaak")]


def _take_the_first_change(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    key = next(key for key, one in dialog.decisions.proposals().items() if one.edits)
    dialog.tree.choose(key)
    assert not dialog.edits.isHidden()
    second = dialog.decisions.proposals()[key].edits[1]
    assert edit_line(second) == "weggehaald: ‘vaak’ (Bo, 3-3-2026)"
    dialog.edits.tick(second.number, taken=False)
    assert "vaak onzichtbaar" in dialog.text.toPlainText()
    assert dialog.decisions.made[key] is Decision.TAKE
    dialog.take.click()


def test_a_text_without_any_change_taken_is_left(example: Program, draft: Round) -> None:
    path = came_back(example, draft)
    before = text_of(example)
    example.person.will(_untick_everything)
    example.window.take_files((path,))
    example.settle()
    assert text_of(example) == before


def _untick_everything(dialog: QDialog) -> None:
    assert isinstance(dialog, ReviewDialog)
    key = next(key for key, one in dialog.decisions.proposals().items() if one.edits)
    dialog.tree.choose(key)
    for one in dialog.decisions.proposals()[key].edits:
        dialog.edits.tick(one.number, taken=False)
    assert dialog.decisions.made[key] is Decision.LEAVE
    dialog.take.click()


def test_a_document_that_is_no_draft_gets_a_sentence(example: Program) -> None:
    path = example.around.documents / "los.docx"
    path.write_bytes(b"PK geen document")
    example.person.will(lambda dialog: dialog.accept())
    example.window.take_files((path,))
    example.settle()
    assert "los.docx is beschadigd" in example.person.said[-1]


def test_the_chapter_of_an_earlier_year_fills_a_new_one(example: Program, draft: Round) -> None:
    path = example.around.documents / "Jaarverslag 2019.docx"
    path.write_bytes(draft.data)
    example.person.will_pick(path)
    example.person.will(_agree_with_2019)
    example.person.will(_take_what_is_sure)
    example.window.actions_made.specs["read_year"].run()
    example.settle()
    dossier = example.bench.session.dossier
    year = views.year_of(dossier, 2019)
    assert year is not None
    assert len(views.reports(dossier, year)) == 8
    assert answers_of(dossier, "mensenhandel", 2019)[0].text == text_of(example)


def _agree_with_2019(dialog: QDialog) -> None:
    assert isinstance(dialog, YearDialog)
    assert dialog.year() == 2019
    dialog.accept()


def test_a_chapter_that_cannot_be_read_gets_a_sentence(example: Program) -> None:
    path = example.around.documents / "oud.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    example.person.will_pick(path)
    example.person.will(lambda dialog: dialog.accept(), lambda dialog: dialog.accept())
    example.window.actions_made.specs["read_year"].run()
    example.settle()
    assert "oud Word-document" in example.person.said[-1]
