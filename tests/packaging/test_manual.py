"""The manual is true: as its source says, with its links and pictures there, and naming what exists in the program."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import make_manual
import pytest

from tests.helpers.word import audit

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "docs" / "handleiding"
SHIPPED = ROOT / "resources" / "handleiding"
PAGES = sorted(SOURCE.glob("*.md"))
NAMED = re.compile(r"\*\*(.+?)\*\*")
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z][a-z]+|[A-Z0-9.+-])|F\d\b|Insert\b|Delete\b")
SAME_KEYS = {"Ctrl+Return"}
"""Other names for keys that are told."""
QT_KEYS = {"Shift+Tab"}
"""Keys that every window of Qt knows."""
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)]+)\)")


def literals(path: Path) -> Iterator[str]:
    """The texts in a module that a person may see."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def bare(text: str) -> str:
    """A title as it is read: without its access key, dots and the sign that asks for a number."""
    return text.replace("&", "").strip().rstrip("…:( ").strip()


@cache
def known_names() -> frozenset[str]:
    """Texts of the window, and names of fields, which the window begins with a capital."""
    fields = [ROOT / "riec_desktop" / "dossier" / name for name in ("labels.py", "records.py", "side_records.py")]
    sources = [*(ROOT / "riec_desktop" / "ui").rglob("*.py"), *fields]
    found = {bare(text) for path in sources for text in literals(path)}
    return frozenset(found | {text[:1].upper() + text[1:] for text in found})


@cache
def known_keys() -> frozenset[str]:
    """The combinations of keys that the window listens to, as Qt names them."""
    found = {text for path in (ROOT / "riec_desktop" / "ui").rglob("*.py") for text in literals(path)}
    return frozenset(one for text in found for one in text.split("; ") if KEYS.fullmatch(one)) - SAME_KEYS


def told_keys() -> frozenset[str]:
    """What the page on keys names, in lists and in sentences."""
    text = (SOURCE / "sneltoetsen.md").read_text(encoding="utf-8")
    plain = text.replace("pijl omhoog", "Up").replace("pijl omlaag", "Down")
    return frozenset(re.findall(rf"(?<![\w+]){KEYS.pattern}", plain))


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


def test_the_page_on_keys_tells_all_keys_of_the_window_and_no_others() -> None:
    assert known_keys() - told_keys() == frozenset()
    assert {one for one in told_keys() if "+" in one} - known_keys() - QT_KEYS == frozenset()


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
