"""How text is kept: composed (NFC), without control characters, so that every file format can carry it."""

import re
import unicodedata

# Control characters, lone surrogates and noncharacters: XML 1.0 section 2.2 forbids or discourages them.
_PLANES = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_NEWLINE = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_SPACE = re.compile(r"[\t\n]+")


def clean(text: str) -> str:
    """Text with the line feed as its only control character, every tab a space, composed (NFC)."""
    if text.isprintable():
        # None of the unwanted characters is printable, and this is much cheaper than looking for each.
        return unicodedata.normalize("NFC", text)
    unified = _NEWLINE.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", unified))


def clean_line(text: str) -> str:
    """`clean` on one line, without space around it."""
    return _SPACE.sub(" ", clean(text)).strip()


def clean_text(text: str) -> str:
    """`clean` without empty space at the end of lines and around the whole."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()
