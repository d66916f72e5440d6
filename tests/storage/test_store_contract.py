"""What every working store must do. A second kind of store joins by adding a way to make one to `MAKERS`."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from riec_desktop.dossier.changes import AddRecord, RemoveRecord, apply
from riec_desktop.dossier.compare import diff
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Answer, Organisation
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.storage import working_store
from riec_desktop.storage.content import FileContent, changeset_of
from riec_desktop.storage.store import Origin, SavedFile, WorkingStore
from tests.helpers.stored import ANSWER, LIMBURG, changeset, new_text, sample
from tests.helpers.strategies import dossiers

Maker = Callable[[Path, FileContent, Origin], WorkingStore]

MAKERS: dict[str, Maker] = {"sqlite": working_store.create}
ORIGIN = Origin(path=Path("map") / "dossier é.riec", digest="abc")


@pytest.fixture(params=MAKERS.values(), ids=list(MAKERS))
def make(request: pytest.FixtureRequest) -> Maker:
    return request.param


@pytest.fixture
def store(make: Maker, tmp_path: Path) -> Iterator[WorkingStore]:
    with closing(make(tmp_path, sample(), ORIGIN)) as found:
        yield found


def text_in(store: WorkingStore) -> str:
    answer = store.read().content.dossier.get(Answer, ANSWER.id)
    assert answer
    return answer.text


def test_a_new_store_holds_what_it_was_given(store: WorkingStore) -> None:
    work = store.read()
    assert work.content == sample()
    assert work.origin == ORIGIN
    assert (work.commit, work.unsaved) == (0, False)


def test_a_dossier_that_was_never_saved_has_no_origin(make: Maker, tmp_path: Path) -> None:
    with closing(make(tmp_path, sample(), Origin())) as store:
        assert store.read().origin == Origin(path=None, digest=None)


def test_a_commit_is_kept_with_its_history(store: WorkingStore) -> None:
    step = new_text(1, ANSWER.text, "Nieuwe tekst.")
    assert store.commit(step) == 1
    work = store.read()
    assert text_in(store) == "Nieuwe tekst."
    assert [changeset_of(row) for row in work.content.history[1:]] == [step]
    assert (work.commit, work.unsaved) == (1, True)


def test_records_come_and_go(store: WorkingStore) -> None:
    added = Organisation(id="0a1b2c3d-0000-4000-8000-0000000000aa", name="RIEC Den Haag")
    store.commit(changeset(1, AddRecord(added), RemoveRecord(LIMBURG)))
    assert store.read().content.dossier.all(Organisation) == (added,)


def test_a_step_that_goes_on_is_one_row_of_history(store: WorkingStore) -> None:
    store.commit(new_text(1, ANSWER.text, "Nieuwe"))
    assert store.commit(new_text(1, ANSWER.text, "Nieuwe tekst.")) == 2
    history = store.read().content.history
    assert text_in(store) == "Nieuwe tekst."
    assert [changeset_of(row) for row in history[1:]] == [new_text(1, ANSWER.text, "Nieuwe tekst.")]


def test_history_stays_in_the_order_of_the_steps(store: WorkingStore) -> None:
    for number in (3, 1, 2):
        store.commit(new_text(number, "", str(number)))
    labels = [changeset_of(row).changes for row in store.read().content.history[1:]]
    assert labels == [new_text(number, "", str(number)).changes for number in (3, 1, 2)]


def test_after_a_save_nothing_is_unsaved_until_the_next_commit(store: WorkingStore) -> None:
    commit = store.commit(new_text(1, ANSWER.text, "Een"))
    store.mark_saved(SavedFile(path=Path("elders.riec"), digest="def", version=7, commit=commit))
    work = store.read()
    assert (work.origin, work.content.version, work.unsaved) == (
        Origin(path=Path("elders.riec"), digest="def"),
        7,
        False,
    )
    store.commit(new_text(2, "Een", "Twee"))
    assert store.read().unsaved


def test_what_is_typed_during_a_save_is_unsaved_after_it(store: WorkingStore) -> None:
    commit = store.commit(new_text(1, ANSWER.text, "Een"))
    store.commit(new_text(2, "Een", "Twee"))
    store.mark_saved(SavedFile(path=Path("dossier.riec"), digest="def", version=2, commit=commit))
    assert store.read().unsaved


def test_a_changeset_that_does_not_fit_changes_nothing(store: WorkingStore) -> None:
    wrong = changeset(1, AddRecord(replace(LIMBURG, name="Anders")), RemoveRecord(replace(ANSWER, id="weg")))
    with pytest.raises(RiecError) as caught:
        store.commit(wrong)
    assert "past niet" in sentence(caught.value)
    assert store.read().content == sample()
    assert store.commit(new_text(1, ANSWER.text, "Daarna gaat het goed.")) == 1


@settings(max_examples=30)
@given(before=dossiers(sound=False), after=dossiers(sound=False))
@pytest.mark.parametrize("make_any", MAKERS.values(), ids=MAKERS.keys())
def test_a_store_follows_every_change(
    tmp_path_factory: pytest.TempPathFactory, make_any: Maker, before: Dossier, after: Dossier
) -> None:
    step = changeset(1, *diff(before, after))
    folder = tmp_path_factory.mktemp("werk")
    with closing(make_any(folder, replace(sample(), dossier=before), Origin())) as store:
        store.commit(step)
        assert store.read().content.dossier == apply(before, step).dossier == after
        store.commit(replace(step.inverse(), id="terug"))
        assert store.read().content.dossier == before
