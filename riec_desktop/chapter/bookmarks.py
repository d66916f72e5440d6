"""Names of bookmarks: the same for the same record in every run, so that references and drafts that come back find it.

Word allows 40 characters, letters, digits and underscores, a letter first, and does not tell capitals from small
letters (ISO/IEC 29500-1, 17.13.6.2, and Word's own limits).
"""

import re
import unicodedata
from hashlib import sha256

MAX_LENGTH = 40
_NO_LETTERS = re.compile("[^a-z0-9]+")
_LONGEST_SLUG = 20
_SIMPLE = re.compile("[a-z0-9-]+")
_HASH_LENGTH = 32
_FIELD_HASH_LENGTH = 16


def bookmark(prefix: str, record_id: str) -> str:
    """A bookmark name for a record. `prefix` (1 to 4 small letters or digits) says which of its places it is."""
    name = f"{prefix}_{record_id.replace('-', '_')}"
    if len(name) <= MAX_LENGTH and _SIMPLE.fullmatch(record_id):
        return name
    return f"{prefix}_h{sha256(record_id.encode('utf-8', 'surrogatepass')).hexdigest()[:_HASH_LENGTH]}"


TEXT = "t"
"""The first letter of the bookmark around a text that somebody typed."""


def text_bookmark(kind: str, record_id: str, field: str, topic: str) -> str:
    """The bookmark around the whole of a typed text: 't_context_0123456789abcdef'.

    It says what the text is about, for who does not know our records, and which field of which record it is.
    """
    return f"{TEXT}_{slug(topic)}_{field_hash(kind, record_id, field)}"


def field_hash(kind: str, record_id: str, field: str) -> str:
    """A field of a record in sixteen letters and digits."""
    known = f"{kind}:{record_id}:{field}".encode("utf-8", "surrogatepass")
    return sha256(known).hexdigest()[:_FIELD_HASH_LENGTH]


def slug(topic: str) -> str:
    """The beginning of a topic in small letters, digits and underscores: 'vervolg_in_volgend'."""
    plain = unicodedata.normalize("NFKD", topic).encode("ascii", "ignore").decode().lower()
    return _NO_LETTERS.sub("_", plain).strip("_")[:_LONGEST_SLUG].rstrip("_") or "tekst"
