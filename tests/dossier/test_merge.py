"""Three-way merge: what one side changed is kept, what both changed alike is kept, the rest is a conflict."""

from hypothesis import given

from riec_desktop.dossier.changes import apply_changes, set_field
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.merge import Clash, merge, merge_list, merge_text
from riec_desktop.dossier.records import Answer, Organisation, PortfolioReport
from tests.helpers.strategies import dossiers

BASE = Organisation(id="o", name="RIEC", first_year=2020)


def with_field(record: Organisation, field: str, value: str | int) -> Dossier:
    return apply_changes(dossier_of([record]), set_field(record, field, value)).dossier


@given(dossiers(), dossiers())
def test_what_only_they_changed_is_taken_over(base: Dossier, theirs: Dossier) -> None:
    merged = merge(base, base, theirs)
    assert merged.clashes == ()
    assert apply_changes(base, merged.changes).dossier == theirs


@given(dossiers(), dossiers())
def test_what_only_we_changed_stays(base: Dossier, ours: Dossier) -> None:
    merged = merge(base, ours, base)
    assert (merged.changes, merged.clashes) == ((), ())


@given(dossiers(), dossiers())
def test_what_both_changed_alike_is_no_conflict(base: Dossier, both: Dossier) -> None:
    assert merge(base, both, both).changes == ()


@given(dossiers(), dossiers(), dossiers())
def test_merging_again_changes_nothing_more(base: Dossier, ours: Dossier, theirs: Dossier) -> None:
    once = merge(base, ours, theirs)
    applied = apply_changes(ours, once.changes)
    assert applied.conflicts == ()
    again = merge(theirs, applied.dossier, theirs)
    assert again.changes == ()


def test_edits_of_different_fields_of_one_record_come_together() -> None:
    ours, theirs = with_field(BASE, "name", "RIEC Goor"), with_field(BASE, "first_year", 2021)
    merged = merge(dossier_of([BASE]), ours, theirs)
    assert apply_changes(ours, merged.changes).dossier.get(Organisation, "o") == Organisation(
        id="o", name="RIEC Goor", first_year=2021
    )


def test_different_values_for_one_field_are_a_conflict_and_ours_stays() -> None:
    ours, theirs = with_field(BASE, "name", "RIEC Goor"), with_field(BASE, "name", "RIEC Delden")
    merged = merge(dossier_of([BASE]), ours, theirs)
    clash = Clash(kind=Organisation, record_id="o", field="name", base="RIEC", ours="RIEC Goor", theirs="RIEC Delden")
    assert (merged.changes, merged.clashes) == ((), (clash,))


def test_removing_against_editing_is_a_conflict() -> None:
    edited = with_field(BASE, "name", "RIEC Goor")
    theirs_gone = merge(dossier_of([BASE]), edited, Dossier())
    ours_gone = merge(dossier_of([BASE]), Dossier(), edited)
    assert [(one.ours, one.theirs) for one in theirs_gone.clashes] == [("aangepast", "verwijderd")]
    assert [(one.ours, one.theirs) for one in ours_gone.clashes] == [("verwijderd", "aangepast")]
    assert theirs_gone.changes == ours_gone.changes == ()


def test_two_who_write_the_same_new_answer_differently_are_told() -> None:
    ours, theirs = dossier_of([Answer(id="a", text="ja")]), dossier_of([Answer(id="a", text="nee")])
    merged = merge(Dossier(), ours, theirs)
    assert [(one.field, one.base, one.ours, one.theirs) for one in merged.clashes] == [("text", "", "ja", "nee")]


def test_edits_of_different_paragraphs_of_one_text_come_together() -> None:
    base = "een\n\ntwee\n\ndrie\n\nvier"
    assert merge_text(base, "EEN\n\ntwee\n\ndrie\n\nvier", "een\n\ntwee\n\ndrie\n\nVIER\n\nvijf") == (
        "EEN\n\ntwee\n\ndrie\n\nVIER\n\nvijf"
    )


def test_edits_of_one_paragraph_are_left_to_a_person() -> None:
    assert merge_text("een", "twee", "drie") is None
    assert merge_text("een\n\ntwee", "een\n\ntwee\n\ndrie", "een\n\ntwee\n\nvier") is None


def test_edits_of_paragraphs_beside_each_other_come_together() -> None:
    assert merge_text("een\n\ntwee", "EEN\n\ntwee", "een\n\nTWEE") == "EEN\n\nTWEE"
    assert merge_text("een\n\ntwee", "twee", "een\n\nTWEE\n\ndrie") == "TWEE\n\ndrie"
    assert merge_text("een\n\ntwee", "een\n\nhalf\n\ntwee", "EEN\n\ntwee") == "EEN\n\nhalf\n\ntwee"


def test_the_same_edit_on_both_sides_is_made_once() -> None:
    assert merge_text("een\n\ntwee", "een\n\ntwee\n\ndrie", "een\n\ntwee\n\ndrie") == "een\n\ntwee\n\ndrie"


def test_a_merged_text_is_taken_over_as_one_change() -> None:
    base = Answer(id="a", text="een\n\ntwee\n\ndrie")
    ours = dossier_of([Answer(id="a", text="EEN\n\ntwee\n\ndrie")])
    merged = merge(dossier_of([base]), ours, dossier_of([Answer(id="a", text="een\n\ntwee\n\nDRIE")]))
    assert apply_changes(ours, merged.changes).dossier.get(Answer, "a") == Answer(id="a", text="EEN\n\ntwee\n\nDRIE")


def test_lists_come_together_item_by_item_whoever_merges_first() -> None:
    assert merge_list(("a", "b"), ("a", "b", "d"), ("b", "c")) == ("b", "c", "d")
    assert merge_list(("a", "b"), ("b", "c"), ("a", "b", "d")) == ("b", "c", "d")


def test_a_list_that_was_put_in_another_order_is_left_to_a_person() -> None:
    assert merge_list(("a", "b"), ("b", "a"), ("a", "b", "c")) is None


def test_partners_that_two_people_added_are_both_there() -> None:
    base = dossier_of([PortfolioReport(id="v", partner_ids=("politie",))])
    ours = dossier_of([PortfolioReport(id="v", partner_ids=("politie", "fiod"))])
    theirs = dossier_of([PortfolioReport(id="v", partner_ids=("politie", "douane"))])
    merged = merge(base, ours, theirs)
    found = apply_changes(ours, merged.changes).dossier.get(PortfolioReport, "v")
    assert found == PortfolioReport(id="v", partner_ids=("politie", "douane", "fiod"))
