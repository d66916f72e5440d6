"""A day of editing squeezed together: `python -m tests.benchmarks.soak [STEPS]`.

Every so many steps it prints what processor time a step takes, how much the process holds, and how large the working
store and the dossier file are. Flat means: the time of a step stays the same, memory and files grow by the same amount
each time.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from riec_desktop.dossier.changes import Change, set_field
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Activity, Answer, IndicatorValue, Record, ReportYear
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.session import Session, new_session
from tests.helpers.surroundings import environment

STEPS = 100_000
ROUNDS = 20
WORDS = ("signaal", "casus", "gemeenten", "barrière", "samen", "en", "de", "partners", "weerbaar", "aanpak")


def memory() -> float:
    """The memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def edit(session: Session, chance: random.Random, number: int) -> None:
    """What a person does: mostly some words more or other ones in a text, else a number or an activity."""
    kind: type[Record] = chance.choices((Answer, IndicatorValue, Activity), (6, 3, 1))[0]
    record = chance.choice(list(session.dossier.all(kind)))
    session.edit(f"stap {number}", _change(record, chance))


def _change(record: Record, chance: random.Random) -> tuple[Change, ...]:
    match record:
        case Answer():
            words = record.text.split(" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            return set_field(record, "text", " ".join(words))
        case Activity():
            return set_field(record, "title", f"{chance.choice(WORDS)} {chance.randrange(1000)}")
        case _:
            return set_field(record, "note", f"{chance.choice(WORDS)} {chance.randrange(1000)}")


def main(steps: int) -> int:
    """Edit, and print a line for every twentieth of it."""
    chance = random.Random(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder / "gegevens")
        session = new_session(env, example_dossier(), folder / "dossier.riec")
        for year in session.dossier.all(ReportYear):
            session.edit("Jaar openen", set_field(year, "state", YearState.OPEN))
        for first in range(0, steps, steps // ROUNDS):
            began = time.process_time()
            for number in range(first, first + steps // ROUNDS):
                edit(session, chance, number)
            taken = time.process_time() - began
            began = time.process_time()
            session.save()
            saved = time.process_time() - began
            _tell(folder, first + steps // ROUNDS, taken * ROUNDS / steps, saved)
        session.close()
    return 0


def _tell(folder: Path, count: int, seconds: float, saved: float) -> None:
    stores = sum(path.stat().st_size for path in (folder / "gegevens" / "werk").iterdir() if ".werk" in path.name)
    file = (folder / "dossier.riec").stat().st_size
    sys.stdout.write(
        f"{count} steps: {seconds * 1000:.2f} ms a step, {memory():.0f} MB, working store {stores / 1e6:.1f} MB, "
        f"file {file / 1e6:.1f} MB, saved in {saved:.2f} s\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else STEPS))
