"""What a stored picture is, by its first and last bytes: enough to know that a document can show it.

Pictures are decoded and cleaned when they are added (package `pictures`); a dossier from elsewhere may hold anything.
"""

_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG_START, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"


def media_type(content: bytes) -> str:
    """'image/png' or 'image/jpeg'; '' for anything else, and for a file of which the end is missing."""
    if content.startswith(_PNG_START) and content.endswith(_PNG_END):
        return "image/png"
    return "image/jpeg" if content.startswith(_JPEG_START) and content.endswith(_JPEG_END) else ""
