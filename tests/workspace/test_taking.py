"""Incoming work is taken in as one step; what is left waits, and is shown beside the dossier of then."""

from dataclasses import replace
from pathlib import Path

import pytest

from riec_desktop.dossier.changes import Source, set_field
from riec_desktop.dossier.records import Answer
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.review import Destination, Incoming, Standing, accepted, default_ids
from riec_desktop.workspace.session import Session
from riec_desktop.workspace.taking import CHANGED_SINCE, refreshed, set_aside, take_in, waiting
from tests.helpers.incoming import answers_of, incoming_of
from tests.helpers.sessions import new_session
from tests.helpers.surroundings import environment


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    return environment(tmp_path)


@pytest.fixture
def session(env: Environment) -> Session:
    return new_session(env, example_dossier())


@pytest.fixture
def form(session: Session) -> Incoming:
    return incoming_of(session.dossier)


def rest_of(form: Incoming) -> Incoming:
    return replace(form, proposals=tuple(one for one in form.proposals if one.id not in default_ids(form)))


def test_what_is_chosen_is_one_step_that_says_where_it_came_from(session: Session, form: Incoming) -> None:
    before = session.dossier
    take_in(session, (form,), accepted(form, default_ids(form), before))
    assert session.undo_label == "Inlezen: Formulier van RIEC Limburg"
    assert session.history[-1].source is Source.FORM
    session.undo()
    assert session.dossier == before


def test_what_is_left_waits_for_this_dossier_only(env: Environment, session: Session, form: Incoming) -> None:
    set_aside(env, session, (rest_of(form),), keep=True)
    assert waiting(env, session) == (rest_of(form),)
    assert waiting(env, new_session(env, example_dossier())) == ()


def test_the_places_that_can_be_chosen_wait_with_it(env: Environment, session: Session, form: Incoming) -> None:
    *_, last = form.proposals
    there = Destination(name="mensenhandel", changes=form.proposals[0].changes)
    left = replace(form, proposals=(replace(last, destinations=(there,)),))
    set_aside(env, session, (left,), keep=True)
    assert waiting(env, session) == (left,)


def test_several_files_are_counted_in_the_name_of_the_step(session: Session, form: Incoming) -> None:
    take_in(session, (form, replace(form, title="Formulier van RIEC Goor")), form.proposals[0].changes)
    assert session.undo_label == "Inlezen: 2 bestanden"


def test_what_need_not_wait_is_forgotten(env: Environment, session: Session, form: Incoming) -> None:
    set_aside(env, session, (form,), keep=True)
    set_aside(env, session, (rest_of(form),), keep=False)
    assert waiting(env, session) == ()


def test_what_is_in_the_dossier_by_now_does_not_wait_any_more(session: Session, form: Incoming) -> None:
    take_in(session, (form,), accepted(form, default_ids(form), session.dossier))
    assert [one.id for one in refreshed(form, session.dossier).proposals] == [one.id for one in rest_of(form).proposals]


def test_what_was_typed_since_makes_a_conflict(session: Session, form: Incoming) -> None:
    first = answers_of(session.dossier, "mensenhandel")[0]
    session.edit("antwoord", set_field(first, "text", "Zelf verder geschreven."))
    found = next(one for one in refreshed(form, session.dossier).proposals if one.record_id == first.id)
    assert found.kind is Answer
    assert (found.standing, found.doubt) == (Standing.CONFLICT, CHANGED_SINCE)
