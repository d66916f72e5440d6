"""The command `rollover`: the next report year, in which everything goes on as it was."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from riec_desktop.cli.outcome import Outcome
from riec_desktop.cli.working import working
from riec_desktop.dossier.rollover_plan import planned
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.rollover import Told, roll_over, told


def rollover(arguments: Namespace, env: Environment) -> Outcome:
    """Begin the year and say what came of it; with `proef` only say what would. Raises `RiecError` (`year.exists`)."""
    dossier = read_dossier(arguments.dossier).dossier
    plan = replace(planned(dossier, arguments.jaar), close=not arguments.open_laten)
    parts = told(dossier, plan)
    if not arguments.proef:
        with working(env, arguments.dossier) as session:
            roll_over(session, replace(planned(session.dossier, arguments.jaar), close=plan.close))
            session.save()
    data = {"ok": True, "year": plan.year, "done": not arguments.proef, "told": {one.title: one.lines for one in parts}}
    return Outcome(text="\n".join(_lines(parts, trial=arguments.proef)), data=data)


def _lines(parts: tuple[Told, ...], *, trial: bool) -> Iterator[str]:
    yield "Dit zou er gebeuren; er is niets veranderd." if trial else "Gedaan:"
    for one in parts:
        yield f"{one.title}"
        yield from (f"  {line}" for line in one.lines)
