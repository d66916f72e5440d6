"""Rich text in a document of Qt: what goes in comes out, and lists count as they will be printed."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextBlock, QTextCursor, QTextDocument

from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.markdown import canonical, parse, write
from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run, normal_blocks, numbered
from riec_desktop.ui.widgets.rich_document import (
    around_link,
    blocks_of,
    fill,
    insert_blocks,
    paragraphs,
    place_of,
    renumber,
    selected_blocks,
    set_place,
)
from tests.helpers.strategies import raw_texts

BLUE = QColor("blue")
NUMBERS = st.builds(
    LinkedNumber, st.just("signalen"), st.none() | st.just(2023), st.none() | st.just("goor"), st.sampled_from(Measure)
)
RUNS = st.builds(
    Run,
    raw_texts(12),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("", "", "https://www.riec.nl", "http://a.nl/x_y")),
    st.none() | NUMBERS,
)
BLOCKS = st.lists(
    st.builds(RichBlock, st.sampled_from(BlockKind), st.lists(RUNS, max_size=4).map(tuple), st.integers(0, 3)),
    max_size=6,
)


def document_of(markdown: str) -> QTextDocument:
    document = QTextDocument()
    fill(document, parse(markdown), BLUE)
    return document


def text_of(document: QTextDocument) -> str:
    return write(blocks_of(document))


@settings(max_examples=150)
@given(BLOCKS)
def test_every_text_comes_out_of_a_document_as_it_went_in(blocks: list[RichBlock]) -> None:
    document = QTextDocument()
    fill(document, normal_blocks(blocks), BLUE)
    assert blocks_of(document) == normal_blocks(blocks)


@settings(max_examples=100)
@given(BLOCKS)
def test_items_count_as_they_are_printed(blocks: list[RichBlock]) -> None:
    document = QTextDocument()
    fill(document, normal_blocks(blocks), BLUE)
    shown = [block.textList().itemNumber(block) + 1 for block in paragraphs(document) if _is_numbered(block)]
    assert shown == [number for _, number in numbered(normal_blocks(blocks)) if number]


def _is_numbered(block: QTextBlock) -> bool:
    return place_of(block)[0] is BlockKind.NUMBER


def test_the_example_of_each_look_survives() -> None:
    text = "Een **vet** en _cursief_ woord met [een link](https://www.riec.nl) en {cijfer:signalen;jaar=2023}."
    assert text_of(document_of(text)) == text


def test_a_count_starts_again_after_a_paragraph_that_came_between() -> None:
    document = document_of("1. een\n2. twee\n3. drie")
    set_place(QTextCursor(document.findBlockByNumber(1)), BlockKind.PARAGRAPH, 0)
    renumber(document)
    last = document.findBlockByNumber(2)
    assert last.textList().itemNumber(last) == 0
    assert text_of(document) == "1. een\n\ntwee\n\n1. drie"


def test_text_put_in_a_paragraph_joins_it() -> None:
    document = document_of("voor na")
    cursor = QTextCursor(document)
    cursor.setPosition(5)
    insert_blocks(cursor, parse("een\n\ntwee "), BLUE)
    assert text_of(document) == "voor een\n\ntweena"


def test_a_selection_keeps_its_looks() -> None:
    document = document_of("gewoon **vet** einde")
    cursor = QTextCursor(document)
    cursor.setPosition(7)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    assert write(selected_blocks(cursor)) == "**vet**"


def test_the_whole_link_around_the_cursor_is_found() -> None:
    document = document_of("zie [deze site](https://www.riec.nl) eens")
    cursor = QTextCursor(document)
    cursor.setPosition(8)
    assert around_link(cursor).selectedText() == "deze site"


def test_a_sign_for_an_object_that_someone_typed_stays_text() -> None:
    assert text_of(document_of("a\ufffcb")) == canonical("a\ufffcb")
