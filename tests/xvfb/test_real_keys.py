"""What people come for, with real key presses on a real screen. Takes a minute, so it is asked for by name.

pytest tests/xvfb
"""

from collections.abc import Callable
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Answer, Comment
from tests.helpers.word import texts_of
from tests.xvfb.screen import Screen, wait

CLIPBOARD = Path(__file__).parents[1] / "ui" / "widgets" / "clipboard"


def open_example(screen: Screen) -> None:
    """By the menu, as who reads it there."""
    screen.press("alt+b", "v")
    screen.wait_for("verslagjaar 2023")


def in_a_text(screen: Screen) -> None:
    """By searching a word into the answer that holds it, with the word selected."""
    open_example(screen)
    screen.press("ctrl+f")
    screen.type("slachtoffers")
    screen.press("Return")


def saved(screen: Screen, until: Callable[[Dossier], bool]) -> None:
    """Save, until the file holds what it should."""
    screen.press("ctrl+s")
    assert wait(lambda: until(screen.dossier()))


def says(words: str) -> Callable[[Dossier], bool]:
    """Whether an answer holds these words."""
    return lambda dossier: any(words in one.text for one in dossier.all(Answer))


def test_the_first_word_file(screen: Screen) -> None:
    screen.press("ctrl+n")
    screen.wait_for("Nieuw dossier")
    screen.press("Return")
    screen.wait_for("verslagjaar")
    screen.press("ctrl+g")
    screen.wait_for("Word-hoofdstuk maken")
    screen.press("Return")
    assert wait(lambda: any(screen.home.rglob("*.docx")))
    made = next(screen.home.rglob("*.docx"))
    assert any("Versterking RIEC-LIEC-bestel" in one for one in texts_of(made.read_bytes()))


def test_a_page_from_word_is_pasted_clean(screen: Screen) -> None:
    in_a_text(screen)
    screen.copy(next(CLIPBOARD.glob("word*.html")).read_text(encoding="utf-8"), "text/html")
    screen.press("ctrl+a", "ctrl+v")
    saved(screen, lambda dossier: not says("Slachtoffers werken")(dossier))
    pasted = [one.text for one in screen.dossier().all(Answer)]
    assert not any(sign in text for text in pasted for sign in ("<", "mso-", "style="))


def test_a_word_is_replaced_in_all_texts_and_undone(screen: Screen) -> None:
    in_a_text(screen)
    screen.press("ctrl+f")
    screen.press_for("alt+r", "Vervangen")
    screen.type("gedupeerden")
    screen.press("Return")
    screen.wait_for("verslagjaar 2023")
    saved(screen, says("gedupeerden"))
    screen.press("ctrl+z")
    saved(screen, lambda dossier: not says("gedupeerden")(dossier))


def test_what_was_typed_is_undone_step_by_step(screen: Screen) -> None:
    in_a_text(screen)
    before = screen.dossier()
    for number in range(5):
        screen.press("ctrl+End")
        screen.type(f" Zin {number}.")
        screen.press("ctrl+s")
    saved(screen, says("Zin 4."))
    screen.press(*("ctrl+z",) * 5)
    saved(screen, lambda dossier: dossier.all(Answer) == before.all(Answer))


def test_a_comment_is_made_at_a_text(screen: Screen) -> None:
    in_a_text(screen)
    screen.press("ctrl+alt+m")
    screen.type("Klopt dit nog?")
    screen.press("ctrl+Return")
    saved(screen, lambda dossier: any(one.text == "Klopt dit nog?" for one in dossier.all(Comment)))
