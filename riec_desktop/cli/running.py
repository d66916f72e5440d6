"""Runs a command that was read: the outermost layer, where its outcome is printed and every failure is a sentence."""

import errno
import json
import logging
import os
import sys
from argparse import Namespace

from riec_desktop.cli.commands import COMMANDS
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.errors import RiecError
from riec_desktop.log import log_to
from riec_desktop.messages import command_sentence
from riec_desktop.workspace.environment import Environment, real_environment

LOG = logging.getLogger(__name__)

_UNEXPECTED = (
    "Er ging iets mis dat het programma niet verwachtte. Bestanden die er stonden, zijn niet veranderd. "
    "De details staan in {log}."
)


def run(arguments: Namespace) -> int:
    """Run the command and give the exit code; no exception gets out."""
    env = real_environment()
    with log_to(env.data_folder) as log:
        try:
            return _run(arguments, env)
        except RiecError as error:
            return _failed(arguments, error.code, command_sentence(error), Exit.INPUT)
        except KeyboardInterrupt:
            return _failed(arguments, "stopped", "Gestopt.", Exit.STOPPED)
        except Exception:
            LOG.exception("unexpected error in %s", arguments.command or "the window")
            return _failed(arguments, "unexpected", _UNEXPECTED.format(log=log), Exit.INTERNAL)


def _run(arguments: Namespace, env: Environment) -> int:
    outcome = COMMANDS[arguments.command](arguments, env)
    _say(outcome, as_json=arguments.json)
    return outcome.then() if outcome.then else outcome.code


def _say(outcome: Outcome, *, as_json: bool) -> None:
    text = json.dumps(outcome.data, ensure_ascii=False, indent=2) if as_json else outcome.text
    if text:
        _tell(text)


def _failed(arguments: Namespace, code: str, text: str, number: Exit) -> int:
    if arguments.json:
        _tell(json.dumps({"ok": False, "code": code, "sentence": text}, ensure_ascii=False, indent=2))
    print(text, file=sys.stderr)
    return number


def _tell(text: str) -> None:
    """Print. A reader that stopped, as `head` does, is no trouble: there is nothing more to say then.

    Windows tells of such a reader as of an invalid argument (https://bugs.python.org/issue35754). What is left in the
    stream, Python writes at its end; that must go nowhere (https://docs.python.org/3/library/signal.html, note on
    SIGPIPE).
    """
    try:
        print(text, flush=True)
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
