"""What is pasted from elsewhere is cleaned to what the model knows, and no word is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.markdown import write
from riec_desktop.dossier.richtext import normal_blocks
from riec_desktop.ui.widgets.rich_paste import blocks_of_html, blocks_of_plain

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p {color:red}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=NL>
<!--StartFragment-->
<p class=MsoNormal>Dit is <b style='mso-bidi-font-weight:normal'>vet</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>eerste punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span>
</span>dieper punt</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span>
</span>stap</p>
<table><tr><td><p class=MsoNormal>Regio</p></td><td><p class=MsoNormal>12</p></td></tr>
<tr><td><p>Goor</p></td><td><p>3</p></td></tr></table>
<p><img src="x.png" alt="Kaart van Goor"></p>
<!--EndFragment--></body></html>"""


def test_a_text_from_word_becomes_paragraphs_lists_and_lines() -> None:
    assert write(blocks_of_html(WORD)) == (
        "Dit is **vet**\n\n- eerste punt\n    - dieper punt\n1. stap\n\nRegio | 12\n\nGoor | 3\n\nKaart van Goor"
    )


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
        ("a   b\n  c", "a b c"),
        ("<p>open <b>vet <p>nog", "open **vet**\n\n**nog**"),
        ("</b></p>tekst", "tekst"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert write(blocks_of_html(html)) == text


def test_bare_lines_become_paragraphs_and_bullets() -> None:
    assert write(blocks_of_plain("een\n\n• punt\n  - geen opmaak\n**ster**")) == (
        "een\n\n- punt\n\n\\- geen opmaak\n\n\\*\\*ster\\*\\*"
    )


@given(st.text(alphabet='<>/abpulidt "=\n&;:!-[]', max_size=60))
def test_any_html_gives_a_normal_text(html: str) -> None:
    blocks = blocks_of_html(html)
    assert normal_blocks(blocks) == blocks
