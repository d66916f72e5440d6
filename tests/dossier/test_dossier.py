"""The dossier as a value: equality, order and questions."""

from decimal import Decimal

from riec_desktop.dossier.choices import ActivityState, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import Kind, owner_specs, specs
from riec_desktop.dossier.labels import word, words
from riec_desktop.dossier.record import new_id
from riec_desktop.dossier.records import RECORD_TYPES, TYPE_BY_NAME, Answer, Organisation, PortfolioReport, Question

FIRST = Organisation(id="z", name="eerste", position=Decimal(1))
SECOND = Organisation(id="a", name="tweede", position=Decimal(2))


def test_dossiers_are_equal_when_their_records_are() -> None:
    assert dossier_of([FIRST, SECOND]) == dossier_of([SECOND, FIRST])
    assert hash(dossier_of([FIRST, SECOND])) == hash(dossier_of([SECOND, FIRST]))
    assert dossier_of([FIRST]) != dossier_of([SECOND])
    assert dossier_of([FIRST]) != "iets anders"


def test_records_come_in_the_order_of_their_position() -> None:
    dossier = dossier_of([SECOND, FIRST])
    assert dossier.all(Organisation) == (FIRST, SECOND)
    assert list(dossier.records()) == [FIRST, SECOND]


def test_a_reference_to_nothing_reads_as_nothing() -> None:
    dossier = dossier_of([FIRST])
    assert dossier.get(Organisation, None) is None
    assert dossier.get(Organisation, "weg") is None
    assert dossier.many(Organisation, ("weg", "z")) == (FIRST,)
    assert dossier.where(Answer, "report_id", "weg") == ()
    assert dossier.first(Organisation, "name", "tweede") is None
    assert dossier.first(Organisation, "name", "eerste") == FIRST


def test_a_changed_table_leaves_the_other_tables_shared() -> None:
    dossier = dossier_of([FIRST, Answer(id="x")])
    other = dossier.with_rows({Organisation: {}})
    assert other.table(Answer) is dossier.table(Answer)
    assert other.all(Organisation) == ()
    assert dossier.all(Organisation) == (FIRST,)


def test_a_dossier_tells_what_it_holds_without_its_texts() -> None:
    assert repr(dossier_of([FIRST, SECOND])) == "Dossier(2 Organisation)"
    assert repr(Dossier()) == "Dossier()"


def test_every_field_has_a_dutch_label_and_a_kind() -> None:
    for record_type in RECORD_TYPES:
        assert record_type.label
        for spec in specs(record_type).values():
            assert spec.label
            assert not spec.to or spec.to in TYPE_BY_NAME
            assert (spec.choices is not None) == (spec.kind in (Kind.CHOICE, Kind.CHOICES))


def test_the_kind_of_a_field_follows_from_its_type() -> None:
    report, question = specs(PortfolioReport), specs(Question)
    assert report["partner_ids"].kind is Kind.REFS
    assert report["goal_id"].kind is Kind.REF
    assert report["deadline"].kind is Kind.DATE
    assert report["status"].kind is Kind.CHOICE
    assert question["required_for"].kind is Kind.CHOICES
    assert question["prompt"].kind is Kind.TEXT
    assert question["position"].kind is Kind.DECIMAL
    assert specs(Organisation)["aliases"].kind is Kind.LINES
    assert [spec.name for spec in owner_specs(Answer)] == ["report_id", "question_id"]


def test_equal_codes_of_different_choices_have_their_own_words() -> None:
    assert word(PortfolioStatus.RUNNING) == "lopend"
    assert word(ActivityState.RUNNING) == "loopt"
    assert words(ActivityState) == ("gepland", "loopt", "afgerond", "gestopt")


def test_every_choice_has_a_word() -> None:
    for record_type in RECORD_TYPES:
        for spec in specs(record_type).values():
            if spec.choices is not None:
                assert len(words(spec.choices)) == len(spec.choices)


def test_new_ids_differ() -> None:
    assert new_id() != new_id()


def test_an_answer_to_a_question_is_made_once_per_dossier() -> None:
    dossier = dossier_of([FIRST])
    assert dossier.once("som", lambda: [1]) is dossier.once("som", lambda: [2])
    assert dossier.with_rows({}).once("som", lambda: [2]) == [2]


def test_a_dossier_tells_whether_it_has_a_record_of_any_type() -> None:
    dossier = dossier_of([FIRST])
    assert FIRST.id in dossier
    assert "weg" not in dossier
