"""Text into XML: the one place where characters are escaped.

All text is untrusted. Characters that XML 1.0 forbids are dropped (control characters, lone surrogates, U+FFFE and
U+FFFF; W3C XML 1.0, production 2), the rest comes out exactly as it went in.
"""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINES = re.compile("\r\n|\r")
_BREAKS = re.compile("([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def allowed(text: str) -> str:
    """The text without what XML forbids; line ends become one newline."""
    if text.isprintable():
        return text
    return _LINES.sub("\n", _FORBIDDEN.sub("", text))


def escape(text: str) -> str:
    """Text as element content. Expects allowed characters only."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Any text as the value of an attribute in double quotes; newlines and tabs survive."""
    safe = escape(allowed(text)).replace('"', "&quot;")
    return safe.replace("\n", "&#10;").replace("\t", "&#9;")


def element_text(text: str) -> str:
    """Any text as the content of an element that holds plain text, such as a title in the properties."""
    return escape(allowed(text))


def run_content(text: str) -> str:
    """Any text as the content of a run: a newline becomes a line break, a tab a tab."""
    if text.isprintable():
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    pieces = _BREAKS.split(allowed(text))
    return "".join([_BREAK_ELEMENTS.get(piece) or _plain(piece) for piece in pieces if piece])


def _plain(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
