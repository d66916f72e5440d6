"""Any text becomes valid XML and comes back as it was, without what XML forbids."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from riec_desktop.word.markup import attribute, element_text, run_content
from tests.helpers.strategies import raw_texts
from tests.helpers.word import W, text_of


def kept(text: str) -> str:
    """What XML 1.0 can hold, its line ends as newlines: written the slow way, to compare with."""
    return "".join(
        c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )


def lines(text: str) -> str:
    return re.sub("\r\n?", "\n", kept(text))


@given(raw_texts())
def test_any_text_survives_in_a_run(text: str) -> None:
    run = ET.fromstring(f'<w:r xmlns:w="{W[1:-1]}">{run_content(text)}</w:r>')
    assert text_of(run) == lines(text)


@given(raw_texts())
def test_any_text_survives_in_an_attribute_and_in_an_element(text: str) -> None:
    element = ET.fromstring(f'<a b="{attribute(text)}">{element_text(text)}</a>')
    assert element.get("b") == lines(text)
    assert (element.text or "") == lines(text)


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("a < b & c > d", '<w:t xml:space="preserve">a &lt; b &amp; c &gt; d</w:t>'),
        (" ruimte ", '<w:t xml:space="preserve"> ruimte </w:t>'),
        ("een\ntwee", '<w:t xml:space="preserve">een</w:t><w:br/><w:t xml:space="preserve">twee</w:t>'),
        ("een\r\ntwee", '<w:t xml:space="preserve">een</w:t><w:br/><w:t xml:space="preserve">twee</w:t>'),
        ("een\ttwee", '<w:t xml:space="preserve">een</w:t><w:tab/><w:t xml:space="preserve">twee</w:t>'),
        ("1\u00a0km af\u00adbreken", '<w:t xml:space="preserve">1\u00a0km af\u00adbreken</w:t>'),
        ("\x00\x0b\ud800\ufffe", ""),
        ("]]>", '<w:t xml:space="preserve">]]&gt;</w:t>'),
    ],
)
def test_text_is_written_as_word_expects(text: str, xml: str) -> None:
    assert run_content(text) == xml
