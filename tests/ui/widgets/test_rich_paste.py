"""What is pasted from elsewhere is cleaned to what the model knows, and no word is lost.

The files in `clipboard` have the form in which each program puts text on the clipboard of Windows.
"""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.markdown import write
from riec_desktop.dossier.richtext import normal_blocks, plain_text
from riec_desktop.ui.widgets.rich_paste import MOST, Cleaned, clean_html
from riec_desktop.ui.widgets.rich_plain import blocks_of_plain

CLIPBOARD = Path(__file__).parent / "clipboard"


def cleaned(name: str) -> Cleaned:
    return clean_html((CLIPBOARD / name).read_text(encoding="utf-8"))


def text_of(html: str) -> str:
    return write(clean_html(html).blocks)


def test_a_text_from_word() -> None:
    found = cleaned("word.html")
    assert write(found.blocks).split("\n\n") == [
        "**Mensenhandel**",
        "In **2023** is het beeld van _arbeidsuitbuiting_ verder aangescherpt.",
        "- meer signalen\n    - vooral uit de regio\n1. eerst dit",
        "Noord | 2022 | 12",
        "Noord | 2023 | 15",
        "Samen | 27",
        "Zie [de site](https://www.riec.nl/).",
    ]
    assert (found.pictures, found.tables) == (1, 1)


def test_a_mail_from_outlook() -> None:
    found = cleaned("outlook.html")
    assert write(found.blocks).split("\n\n") == [
        "Dag Karin,",
        "De cijfers zijn **definitief**.",
        "- veertien signalen\n- drie trainingen",
        "Met vriendelijke groet,",
        "Jan 😀",
    ]
    assert (found.pictures, found.tables) == (1, 0)


def test_cells_from_excel() -> None:
    found = cleaned("excel.html")
    lines = ["Regio | 2022 | 2023", "Limburg | 1.234 |", "Totaal alle regio's | 7"]
    assert write(found.blocks).split("\n\n") == lines
    assert found.tables == 1


def test_one_cell_from_excel_is_a_text_and_no_table() -> None:
    found = cleaned("excel-one-cell.html")
    assert (write(found.blocks), found.tables) == ("Alleen deze cel", 0)


def test_a_text_from_google_docs() -> None:
    assert write(cleaned("google-docs.html").blocks) == "Een **belangrijk** _punt_\n\n- eerste\n    - dieper"


def test_a_web_page() -> None:
    found = cleaned("web.html")
    assert write(found.blocks).split("\n\n") == [
        "Ondermijning in beeld",
        "Het **RIEC** helpt gemeenten.\u00a0Lees meer of [het nieuws](https://www.riec.nl/nieuws?x=1&y=2).",
        "Foto: redactie",
        "Tekst in het Arabisch: مرحبا بالعالم 🎉",
    ]
    assert found.pictures == 1


def test_a_piece_of_a_pdf_has_its_sentences_whole_again() -> None:
    text = (CLIPBOARD / "pdf.txt").read_text(encoding="utf-8")
    assert write(blocks_of_plain(text)).split("\n\n") == [
        "3.4.2 Weerbare samenleving",
        (
            "De samenwerking tussen gemeenten en het RIEC heeft in 2023 geleid tot een betere informatiepositie. "
            "Daarbij zijn in totaal veertien signalen opgepakt door de partners van het convenant. De financiële kant "
            "is nog niet afgerond."
        ),
        "In 2024 gaan wij verder met de volgende punten, die met elkaar zijn besproken:",
        "- een eerste punt dat zo lang is dat het op de tweede regel verder moet gaan\n- een kort punt",
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Kop</h1><p>Tekst</p>", "Kop\n\nTekst"),
        ("<ul><li>een<ul><li>twee</li></ul></li><li>drie</li></ul>", "- een\n    - twee\n- drie"),
        ("<ol><li><p>een</p></li><li>twee</li></ol>", "1. een\n2. twee"),
        ("regel een<br>regel twee", "regel een\n\nregel twee"),
        ("<ul><li>een<br>vervolg</li></ul>", "- een vervolg"),
        ('<a href="https://www.riec.nl">site</a>', "[site](https://www.riec.nl)"),
        ('<a href="javascript:alert(1)">site</a>', "site"),
        ('<span style="font-weight:700">vet</span>', "**vet**"),
        ('<b style="font-weight:normal">gewoon</b>', "gewoon"),
        ('<em>schuin <span style="font-style: normal">recht</span></em>', "_schuin_ recht"),
        ("<script>alert(1)</script>tekst", "tekst"),
        ("<style>p {color: red}</style>tekst", "tekst"),
        ("a<!-- b -->c", "ac"),
        ("a   b\n  c", "a b c"),
        ("<p>open <b>vet <p>nog", "open **vet**\n\n**nog**"),
        ("</b></p>tekst", "tekst"),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a | b\n\nc | d"),
        ("<tr><td>a</td><td>b</td></tr>", "a | b"),
        ("<table><tr><td><p>een</p><ul><li>punt</li></ul></td></tr></table>", "een\n\n- punt"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", "a | b | c"),
        ("<table><tr><td>a<td rowspan=2>b<tr><td>c</table>", "a | b\n\nc | b"),
        ("<table><tr><td rowspan=zes colspan=-1>a<td>b</table>", "a | b"),
        ("</td></table><td></tr>x", "x"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert text_of(html) == text


def test_bare_lines_become_paragraphs_and_bullets() -> None:
    assert write(blocks_of_plain("een\n\n• punt\n  - geen opmaak\n**ster**")) == (
        "een\n\n- punt\n\n\\- geen opmaak\n\n\\*\\*ster\\*\\*"
    )


def test_paragraphs_that_are_lines_of_their_own_stay_apart() -> None:
    lines = [
        "Dit is de eerste alinea van de tekst en die is hier klaar.",
        "Dit is de tweede alinea en die is ook klaar.",
    ]
    assert write(blocks_of_plain("\n".join(lines))).split("\n\n") == lines


def large(size: int) -> str:
    line = (
        "<p class=MsoNormal style='margin:0cm'><span lang=NL style='font-family:Calibri'>Een <b>zin</b>.</span></p>\n"
    )
    return "<style>" + "p {mso-x: y}\n" * 50_000 + "</style>" + line * (size // len(line))


def test_five_megabytes_are_cut_to_what_an_answer_can_hold() -> None:
    found = clean_html(large(5_000_000))
    assert found.cut
    assert 0 < len(plain_text(found.blocks, str)) <= MOST


@pytest.mark.parametrize("junk", ["<!--", "<style", "<table>", "<td>", "<b>", "<p>", "</p>", "<td rowspan=1000>a"])
def test_no_text_keeps_the_window_waiting(junk: str) -> None:
    started = time.process_time()
    clean_html(junk * (2_000_000 // len(junk)))
    assert time.process_time() - started < 5


@given(st.text(alphabet='<>/abpulidtrh "=\n&;:!-[]', max_size=60))
def test_any_html_gives_a_normal_text(html: str) -> None:
    blocks = clean_html(html).blocks
    assert normal_blocks(blocks) == blocks


@given(st.text(max_size=200))
def test_any_bare_text_gives_a_normal_text(text: str) -> None:
    blocks = blocks_of_plain(text)
    assert normal_blocks(blocks) == blocks
