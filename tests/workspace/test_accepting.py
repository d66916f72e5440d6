"""A reason is a step of the history: it can be undone, taken back, and says who gave it."""

from dataclasses import replace
from pathlib import Path

from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import AcceptedFinding, Answer
from riec_desktop.workspace.accepting import accept, take_back
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.gate import look
from tests.helpers.sessions import new_session
from tests.helpers.surroundings import environment


def test_a_reason_is_kept_with_who_and_when_and_can_be_taken_back(tmp_path: Path) -> None:
    example = example_dossier()
    answer = example.all(Answer)[-1]
    env = environment(tmp_path)
    session = new_session(env, dossier_of([*example.records(), replace(answer, text="Bel 06-12345678.")]))
    accept(session, env, look(session.dossier, 2023).asked, "Dit staat op de website.")
    (decision,) = session.dossier.all(AcceptedFinding)
    assert (decision.author, decision.accepted_at) == (env.author, env.now())
    assert look(session.dossier, 2023).is_clear
    take_back(session, (decision,))
    assert not look(session.dossier, 2023).is_clear
    session.undo()
    assert look(session.dossier, 2023).is_clear
    accept(session, env, (), "Niets om te accepteren.")
    assert session.history[-1].label != "0 aandachtspunten met een reden laten staan"
