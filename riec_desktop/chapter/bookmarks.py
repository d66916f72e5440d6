"""Names of bookmarks: the same for the same record in every run, so that references and drafts that come back find it.

Word allows 40 characters, letters, digits and underscores, a letter first, and does not tell capitals from small
letters (ISO/IEC 29500-1, 17.13.6.2, and Word's own limits).
"""

import re
from hashlib import sha256

MAX_LENGTH = 40
_SIMPLE = re.compile("[a-z0-9-]+")
_HASH_LENGTH = 32


def bookmark(prefix: str, record_id: str) -> str:
    """A bookmark name for a record. `prefix` (1 to 4 small letters or digits) says which of its places it is."""
    name = f"{prefix}_{record_id.replace('-', '_')}"
    if len(name) <= MAX_LENGTH and _SIMPLE.fullmatch(record_id):
        return name
    return f"{prefix}_h{sha256(record_id.encode('utf-8', 'surrogatepass')).hexdigest()[:_HASH_LENGTH]}"
