"""From the words on the command line to an exit code: the outermost layer, where every failure becomes a sentence."""

import io
import json
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from riec_desktop.cli.arguments import parser
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.workspace.environment import Environment

LOG = logging.getLogger(__name__)

_UNEXPECTED = (
    "Er ging iets mis dat het programma niet verwachtte. Bestanden die er stonden, zijn niet veranderd. "
    "De details staan in {log}."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; `argv` is without the program's name. Gives the exit code and lets no exception out."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    if len(words) == 1 and words[0].lower().endswith(".riec"):
        return _logged(Namespace(command="", json=False, dossier=words[0]))
    try:
        arguments = parser().parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    return _logged(arguments)


def _speak_utf8() -> None:
    """Whatever code page Windows has, our sentences come out; what cannot be shown becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _logged(arguments: Namespace) -> int:
    from riec_desktop.log import log_to
    from riec_desktop.workspace.environment import real_environment

    env = real_environment()
    with log_to(env.data_folder) as log:
        try:
            return _run(arguments, env)
        except RiecError as error:
            return _failed(arguments, error.code, sentence(error), Exit.INPUT)
        except KeyboardInterrupt:
            return _failed(arguments, "stopped", "Gestopt.", Exit.STOPPED)
        except BrokenPipeError:
            return _nobody_listens()
        except Exception:
            LOG.exception("unexpected error in %s", arguments.command or "the window")
            return _failed(arguments, "unexpected", _UNEXPECTED.format(log=log), Exit.INTERNAL)


def _run(arguments: Namespace, env: Environment) -> int:
    from riec_desktop.cli.commands import COMMANDS

    outcome = COMMANDS[arguments.command](arguments, env)
    _say(outcome, as_json=arguments.json)
    return outcome.then() if outcome.then else outcome.code


def _say(outcome: Outcome, *, as_json: bool) -> None:
    text = json.dumps(outcome.data, ensure_ascii=False, indent=2) if as_json else outcome.text
    if text:
        print(text, flush=True)


def _failed(arguments: Namespace, code: str, text: str, number: Exit) -> int:
    if arguments.json:
        print(json.dumps({"ok": False, "code": code, "sentence": text}, ensure_ascii=False, indent=2), flush=True)
    print(text, file=sys.stderr)
    return number


def _nobody_listens() -> int:
    """The reader of our output stopped, as `head` does: no trouble, and nothing more to say.

    Python writes what is left at its end; that must go nowhere (https://docs.python.org/3/library/signal.html, note on
    SIGPIPE).
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.OK
