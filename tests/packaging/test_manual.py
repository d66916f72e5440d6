"""The manual is true: as its source says, with its links and pictures there, and naming what exists in the program."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import make_manual
import pytest

from tests.helpers.word import audit

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "docs" / "handleiding"
SHIPPED = ROOT / "resources" / "handleiding"
PAGES = sorted(SOURCE.glob("*.md"))
NAMED = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")


def literals(path: Path) -> Iterator[str]:
    """The texts in a module that a person may see."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def bare(text: str) -> str:
    """A title as it is read: without its access key, dots and the sign that asks for a number."""
    return text.replace("&", "").strip().rstrip("…:( ").strip()


def known_names() -> set[str]:
    sources = [*(ROOT / "riec_desktop" / "ui").rglob("*.py"), ROOT / "riec_desktop" / "dossier" / "labels.py"]
    return {bare(text) for path in sources for text in literals(path)}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_name_in_bold_stands_in_the_program(path: Path) -> None:
    known = known_names()
    wrong = [name for name in NAMED.findall(path.read_text(encoding="utf-8")) if bare(name) not in known]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_link_and_picture_is_there(path: Path) -> None:
    found = LINK.findall(path.read_text(encoding="utf-8"))
    assert [to for _, _, to in found if not (path.parent / to.split("#")[0]).is_file()] == []
    assert [to for picture, text, to in found if picture and len(text) < 20] == []


def test_the_contents_list_every_page() -> None:
    assert {page.name for page in make_manual.pages()} == {path.stem for path in PAGES}


@pytest.mark.parametrize("page", make_manual.pages(), ids=lambda page: page.name)
def test_what_is_shipped_is_what_the_source_says(page: make_manual.ManualPage) -> None:
    assert (SHIPPED / f"{page.name}.html").read_text(encoding="utf-8") == make_manual.html_of(page)


def test_nothing_else_is_shipped() -> None:
    assert {path.stem for path in SHIPPED.glob("*.html")} == {path.stem for path in PAGES}
    pictures = {
        to.rsplit("/", 1)[1] for path in PAGES for _, _, to in LINK.findall(path.read_text("utf-8")) if "beelden" in to
    }
    assert {path.name for path in (SHIPPED / "beelden").iterdir()} == pictures


def test_the_manual_is_a_sound_word_document(tmp_path: Path) -> None:
    assert audit(make_manual.word_of(make_manual.pages()), tmp_path) == []


def test_sentences_are_short() -> None:
    """Plain language: no sentence of the manual has more than 25 words."""
    text = " ".join(re.sub(r"\W*\n+\W*(\d+\. )?", ". ", path.read_text(encoding="utf-8")) for path in PAGES)
    long = [one for one in re.split(r"[.!?:;]\s", text) if len(one.split()) > 25]
    assert long == []
