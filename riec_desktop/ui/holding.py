"""Who has a dossier open, in words."""

from datetime import datetime
from pathlib import Path

from riec_desktop.storage.beside import Holder
from riec_desktop.ui.history.wording import moment_text


def held_sentence(path: Path, holder: Holder, now: datetime) -> str:
    """Who has the file open, since when and where, and what can be done."""
    person = holder.person or "Iemand"
    machine = f" op de computer {holder.machine}" if holder.machine else ""
    return (
        f"{person} heeft {path.name} open{machine}, sinds {moment_text(holder.since, now)} ({holder.program}).\n\n"
        "Kijken: u leest mee en verandert niets. Meewerken: u werkt nu al in het dossier; bij het opslaan voegt het "
        "programma samen wat u beiden hebt gedaan."
    )
