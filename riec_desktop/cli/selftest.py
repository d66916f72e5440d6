"""Whether the program works on this computer: everything is made once, for real, in a temporary folder."""

import logging
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from riec_desktop import __version__
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.cli.trials import TRIALS, SocketWatch, Trial
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.environment import Environment

LOG = logging.getLogger(__name__)


def selftest(_: Namespace, env: Environment) -> Outcome:
    """Try everything, also after a failure, and tell how it went."""
    trials = {**TRIALS, "geen netwerkverbinding maken": SocketWatch().check}
    with TemporaryDirectory(prefix="riec-") as folder:
        trial = Trial(folder=Path(folder), dossier=example_dossier(), today=env.now().date(), env=env)
        results = {name: _problem(attempt, trial) for name, attempt in trials.items()}
    failed = [name for name, problem in results.items() if problem]
    ending = "Alles werkt." if not failed else f"{counted(len(failed), 'onderdeel', 'onderdelen')} werkt niet."
    return Outcome(
        text="\n".join([_program(), *(_line(name, problem) for name, problem in results.items()), ending]),
        data={"ok": not failed, "version": __version__, "checks": _as_data(results)},
        code=Exit.INTERNAL if failed else Exit.OK,
    )


def _problem(attempt: Callable[[Trial], None], trial: Trial) -> str:
    """What went wrong, '' when nothing did."""
    try:
        attempt(trial)
    except Exception as error:
        LOG.exception("self-test failed")
        return f"{type(error).__name__}: {error}"
    return ""


# --- Telling ---------------------------------------------------------------------------------------------------------


def _program() -> str:
    return f"RIEC Jaarverslag {__version__}, Python {sys.version.split()[0]}, {sys.platform}"


def _line(name: str, problem: str) -> str:
    return f"  mislukt  {name} ({problem})" if problem else f"  gelukt   {name}"


def _as_data(results: Mapping[str, str]) -> list[Mapping[str, str | bool]]:
    return [{"name": name, "ok": not problem, "problem": problem} for name, problem in results.items()]
