"""The child process that knows Dutch. It reads questions and writes answers, a line of JSON each.

A process of its own because Hunspell keeps Python's lock while it works: loading takes half a second and one suggestion
up to two, in which nobody could type. And whatever a damaged word list does to a library in C, the dossier is safe.
"""

import json
from typing import IO

from riec_desktop.errors import RiecError
from riec_desktop.language.dictionary import Dictionary, dictionary_folder

HIDDEN_WORD = "_spelling"
"""With this word alone the program is the child."""


def serve(questions: IO[str], answers: IO[str]) -> int:
    """Answer until nobody asks any more: `{"wrong": words}` with a list, `{"suggest": word}` with a list.

    The first line says whether there is a dictionary: true or false. Gives the exit code.
    """
    try:
        dictionary = Dictionary(dictionary_folder())
    except RiecError:
        _say(answers, said=False)
        return 1
    _say(answers, said=True)
    for line in questions:
        _say(answers, said=_answer(dictionary, json.loads(line)))
    return 0


def _answer(dictionary: Dictionary, question: dict[str, str | list[str]]) -> list[str]:
    if "suggest" in question:
        return list(dictionary.suggest(str(question["suggest"])))
    return sorted(dictionary.wrong(question["wrong"]))


def _say(answers: IO[str], *, said: bool | list[str]) -> None:
    answers.write(json.dumps(said) + "\n")
    answers.flush()
