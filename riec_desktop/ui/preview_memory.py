"""What making the preview found out of a dossier, kept for the next one: while a text is typed most of it holds."""

from collections.abc import Iterator

from riec_desktop.checks.watched import Past
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.memory import keeping
from riec_desktop.ui.only_texts import differ_in_texts


class PreviewMemory:
    """Gives each dossier what the one before already answered.

    What the chapter keeps of other records than texts is found under their ids alone, so after a change of those it
    begins anew.
    """

    def __init__(self) -> None:
        self._past: Past | None = None
        self._is_held = False

    def of(self, dossier: Dossier) -> Past:
        """What is known of this dossier."""
        past = self._past
        if past is None or past.dossier is not dossier:
            self._past = past = Past(past if past and differ_in_texts(past.dossier, dossier) else None, dossier)
        return past

    def keeping(self, work: Iterator[None]) -> Iterator[None]:
        """Work that finds out what is kept. The search for cycles passes over what the first of it finds.

        Only of the first: what is passed over is not freed before the dossier is closed.
        """
        is_first, self._is_held = not self._is_held, True
        return keeping(work) if is_first else work
