"""The wish for a draft to send round: a value of its own, so that asking for a document does not import Word."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOrder:
    """Which draft to make: its id, the dossier that it is of, and when it is made."""

    document_id: str
    dossier_id: str
    now: datetime
