"""What a clipboard can hold, pasted in every kind of field: nothing hangs or gets lost, one step takes it back."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.records import Answer
from riec_desktop.ui.widgets.mime import qt_mime
from tests.helpers.hands import Hands
from tests.helpers.program import Program

MERGED = """<table><tr><td rowspan="2">Limburg</td><td colspan="2">signalen</td></tr>
<tr><td>12</td><td>13</td></tr></table>"""
WORDS = "ondermijning en weerbaarheid "
MEGABYTES = WORDS * (5_000_000 // len(WORDS))
HEBREW, EMOJI = "שלום עולם \u200fabc\u200e", "Feest 🎉👩‍👩‍👧 voor iedereen"
SECONDS = 5.0
"""That a person waits at most, on a slow laptop."""


def copied(*, html: str = "", text: str = "", image: QImage | None = None) -> None:
    """What another program puts on the clipboard."""
    held = qt_mime()
    if html:
        held.setHtml(html)
    if text:
        held.setText(text)
    if image is not None:
        held.setImageData(image)
    QGuiApplication.clipboard().setMimeData(held)


def first_text(hands: Hands) -> QWidget:
    return hands.texts()[0].viewport()


def role(hands: Hands) -> QWidget:
    return hands.field("Opdrachtnemer")


def execution(hands: Hands) -> QWidget:
    return hands.field("Uitvoering")


@pytest.fixture
def hands(at_example: Hands) -> Hands:
    """At a page with fields of every kind."""
    at_example.go_to("Mensenhandel")
    at_example.choose_button("Rollen en planning")
    return at_example


def paste(hands: Hands, where: QWidget) -> float:
    """Over what stands there; the seconds that it took until the screen was as it stays."""
    hands.click(where)
    hands.press("Ctrl+A")
    began = time.monotonic()
    hands.press("Ctrl+V")
    QGuiApplication.processEvents()
    hands.program.window.grab()
    return time.monotonic() - began


@pytest.mark.parametrize("where", [first_text, role, execution])
def test_five_megabytes_do_not_keep_anybody_waiting_and_the_begin_of_them_is_kept(
    app: Program, hands: Hands, where: Callable[[Hands], QWidget]
) -> None:
    before = app.bench.session.dossier
    copied(text=MEGABYTES)
    assert paste(hands, where(hands)) < SECONDS
    assert where is role or hands.says("Alleen het begin is overgenomen")
    hands.wait(lambda: app.bench.session.dossier != before)
    hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before


@pytest.mark.parametrize(
    ("html", "said", "kept"),
    [
        (MERGED, "als regels tekst, met | tussen de cellen", "Limburg"),
        ('<p>Zie hier: <img src="foto.png"></p>', "Eén afbeelding is niet overgenomen", "Zie hier:"),
        (f"<p dir='rtl'>{HEBREW}</p>", "", "שלום עולם"),
        (f"<p>{EMOJI}</p>", "", EMOJI),
    ],
    ids=["merged cells", "image", "right to left", "emoji"],
)
def test_what_is_pasted_stays_and_what_cannot_come_along_is_said(
    app: Program, hands: Hands, html: str, said: str, kept: str
) -> None:
    copied(html=html)
    paste(hands, first_text(hands))
    assert hands.says(said)
    hands.wait(lambda: any(kept in one for one in answers(app)))


def test_a_copied_picture_is_no_text_and_the_way_for_pictures_is_told(app: Program, hands: Hands) -> None:
    before = app.bench.session.dossier
    copied(image=QImage(8, 8, QImage.Format.Format_RGB32))
    paste(hands, first_text(hands))
    assert hands.says("U voegt haar toe bij ‘Afbeeldingen’")
    assert app.bench.session.dossier == before


@pytest.mark.parametrize("text", [HEBREW, EMOJI, "a\u0000b\u2028c"], ids=["right to left", "emoji", "control signs"])
def test_a_field_of_one_line_takes_any_signs(app: Program, hands: Hands, text: str) -> None:
    copied(text=text)
    paste(hands, role(hands))
    hands.wait(lambda: text[0] in app.report.contractor)
    assert "\0" not in app.report.contractor


def answers(app: Program) -> list[str]:
    return [one.text for one in app.bench.session.dossier.where(Answer, "report_id", app.report.id)]
