"""Foreign tables over the example: every kind of table, every doubt said, nothing dropped, nothing guessed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.choices import MissingReason, Scope
from riec_desktop.dossier.closed import closed_year
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, figure, set_value
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, Portfolio
from riec_desktop.dossier.views import centres
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, Shape
from riec_desktop.excel.reading.cells import Oddity, ReadSheet
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.figure_files import guessed
from riec_desktop.workspace.figure_import import FigureTable, counted_figures, figure_proposals
from riec_desktop.workspace.figure_rows import FigureReading, read_figures
from riec_desktop.workspace.review import Standing, accepted, default_ids, is_default
from tests.helpers.figures import brought, indicator, only, sheet_of, taken, told, typed_sheet, value

LIMBURG, ROTTERDAM = "RIEC Limburg", "RIEC Rotterdam"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return example_dossier()


def reading(dossier: Dossier, sheet: ReadSheet, year: int | None = 2024) -> FigureReading:
    return read_figures(dossier, sheet, guessed(sheet, dossier, year))


# --- Kinds of tables -------------------------------------------------------------------------------------------------


def test_a_tidy_table_is_in_the_dossier_after_one_step(dossier: Dossier) -> None:
    sheet = sheet_of(
        "Portefeuille;Indicator;Eenheid;Organisatie;Jaar;Doel;Werkelijk;Voorlopig;Peildatum;Toelichting\n"
        "mensenhandel;signalen;signalen;RIEC Limburg;2024;40;38,5;ja;31-12-2024;Eén maand ontbreekt\n"
        "mensenhandel;trainingen;trainingen;landelijk;2024;;12;nee;;"
    )
    incoming = brought(dossier, sheet)
    assert all(is_default(one) for one in incoming.proposals)
    assert incoming.source is Source.FORM
    after = taken(dossier, incoming)
    signals = value(after, "signalen", 2024, LIMBURG)
    assert (signals.target, signals.actual, signals.provisional) == (Decimal(40), Decimal("38.5"), True)
    assert (signals.reference_date, signals.note) == (date(2024, 12, 31), "Eén maand ontbreekt")
    assert value(after, "trainingen", 2024).actual == Decimal(12)
    assert not brought(after, sheet).proposals


def test_years_side_by_side_with_a_provisional_one(dossier: Dossier) -> None:
    sheet = typed_sheet(("Indicator", 2024, "2025 (voorlopig)"), ("trainingen", 11, 12.5), ("campagnes", 3, None))
    after = taken(dossier, brought(dossier, sheet))
    assert value(after, "trainingen", 2024).actual == Decimal(11)
    assert not value(after, "trainingen", 2024).provisional
    assert (value(after, "trainingen", 2025).actual, value(after, "trainingen", 2025).provisional) == (
        Decimal("12.5"),
        True,
    )
    assert value(after, "campagnes", 2025).actual is None


def test_target_and_actual_under_years(dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;2024;;2025;\n;Doel;Werkelijk;Doel;Werkelijk\ntrainingen;10;11;12;13")
    after = taken(dossier, brought(dossier, sheet))
    found = [value(after, "trainingen", year) for year in (2024, 2025)]
    assert [(one.target, one.actual) for one in found] == [
        (Decimal(10), Decimal(11)),
        (Decimal(12), Decimal(13)),
    ]


def test_organisations_side_by_side_by_any_of_their_names(dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;Limburg;RIEC ZWB;Amsterdam Amstelland;Totaal\nsignalen;1;2;3;6")
    incoming = brought(dossier, sheet)
    after = taken(dossier, incoming)
    names = (LIMBURG, "RIEC Zeeland-West-Brabant", "RIEC Amsterdam-Amstelland")
    assert [value(after, "signalen", 2024, one).actual for one in names] == [Decimal(1), Decimal(2), Decimal(3)]
    assert value(after, "signalen", 2024).actual is None
    assert "Niet gelezen, want optellen doet het programma zelf: de kolom ‘Totaal’." in incoming.notes


def test_one_indicator_for_a_whole_sheet_of_organisations_and_years(dossier: Dossier) -> None:
    sheet = sheet_of("RIEC;2024;2025\nLimburg;1;2\nRotterdam;3;4")
    start = guessed(sheet, dossier, None)
    assert (start.shape, start.columns) == (Shape.YEARS, {Meaning.ORGANISATION: 1})
    mapping = replace(start, indicator_id=indicator(dossier, "signalen").id)
    after = taken(dossier, brought(dossier, sheet, mapping))
    assert value(after, "signalen", 2025, ROTTERDAM).actual == Decimal(4)


def test_titles_above_and_merged_names_at_the_left(dossier: Dossier) -> None:
    sheet = sheet_of(
        "Jaarcijfers van 2024;;;\n\nPortefeuille;Indicator;RIEC;Aantal\n"
        "mensenhandel;signalen;RIEC Limburg;5\n;;RIEC Rotterdam;6\n;casussen;RIEC Limburg;7"
    )
    incoming = brought(dossier, sheet, year=2023)
    after = taken(dossier, incoming)
    assert value(after, "signalen", 2024, ROTTERDAM).actual == Decimal(6)
    assert value(after, "casussen", 2024, LIMBURG).actual == Decimal(7)
    assert "Op rij 5 stond geen indicator; die van de regel erboven is gebruikt." in incoming.notes
    assert any("alle cijfers zijn gelezen als cijfers van 2024" in one for one in incoming.notes)


def test_a_number_alone_is_not_given_to_the_indicator_above(dossier: Dossier) -> None:
    first, second = brought(dossier, sheet_of("Indicator;RIEC;Aantal\nsignalen;Limburg;5\n;;7")).proposals
    assert (first.theirs, second.standing, second.theirs) == ("5", Standing.UNKNOWN, "Aantal: 7")


def test_an_indicator_does_not_hold_for_the_next_portfolio(dossier: Dossier) -> None:
    text = "Portefeuille;Indicator;RIEC;Aantal\nmensenhandel;signalen;Limburg;5\njonge aanwas;;Limburg;6"
    first, second = brought(dossier, sheet_of(text)).proposals
    assert (first.doubt, second.standing) == ("", Standing.UNKNOWN)
    assert second.doubt == "Op deze regel staat geen naam van een indicator."


def test_a_provisional_target_makes_no_provisional_figure(dossier: Dossier) -> None:
    assert only(brought(dossier, sheet_of("Indicator;Doel 2024 (voorlopig)\ntrainingen;5"))).field == "target"


def test_the_name_of_a_portfolio_on_a_line_of_its_own_holds_for_the_lines_below(dossier: Dossier) -> None:
    text = "Indicator;Aantal\nbestuurlijke weerbaarheid;\nsessies;5\njonge aanwas\nsessies;6"
    twin = Indicator(id="tweede", name="sessies", portfolio_id=portfolio(dossier, "bestuurlijke weerbaarheid").id)
    both = applied(dossier, set_value(dossier, twin, "unit", "sessies"))
    found = [one.place for one in brought(both, sheet_of(text)).proposals]
    assert found == [
        "bestuurlijke weerbaarheid › sessies › landelijk › 2024",
        "jonge aanwas › sessies › landelijk › 2024",
    ]


def portfolio(dossier: Dossier, name: str) -> Portfolio:
    return next(one for one in dossier.all(Portfolio) if one.name == name)


def test_totals_are_left_out_with_a_note(dossier: Dossier) -> None:
    sheet = sheet_of(
        "Indicator;RIEC;Aantal\nsignalen;Limburg;5\nsignalen;Totaal;5\nSubtotaal RIEC's;;5\nTotaal 2024;;5"
    )
    incoming = brought(dossier, sheet)
    assert len(incoming.proposals) == 1
    assert "Rijen 3, 4 en 5 zijn totalen en tellen niet mee: optellen doet het programma zelf." in incoming.notes


def test_an_indicator_that_begins_with_total_is_no_total(dossier: Dossier) -> None:
    named = applied(dossier, set_value(dossier, indicator(dossier, "trainingen"), "name", "Totaal RIEC"))
    assert only(brought(named, sheet_of("Indicator;Aantal\nTotaal RIEC;5"))).theirs == "5"


def test_a_head_that_is_repeated_and_a_row_without_a_number(dossier: Dossier) -> None:
    incoming = brought(dossier, sheet_of("Indicator;Aantal\ntrainingen;5\nIndicator;Aantal\ncampagnes;"))
    assert len(incoming.proposals) == 1
    assert "Bij rij 4 staat nog geen getal." in incoming.notes


# --- Values ----------------------------------------------------------------------------------------------------------


def test_no_text_becomes_a_zero_and_each_is_told(dossier: Dossier) -> None:
    texts = ("n.v.t.", "-", "<5", "onbekend", "10-15", "#")
    for text in texts:
        incoming = brought(dossier, sheet_of(f"Indicator;Aantal\ntrainingen;{text}"))
        assert value(taken(dossier, incoming), "trainingen", 2024).actual is None
        assert only(incoming).theirs or only(incoming).doubt
    shown = [only(brought(dossier, sheet_of(f"Indicator;Aantal\ntrainingen;{one}"))).standing for one in texts]
    missing, new, unknown = Standing.MISSING, Standing.NEW, Standing.UNKNOWN
    assert shown == [missing, missing, new, new, unknown, unknown]


def test_a_doubtful_number_waits_for_a_person(dossier: Dossier) -> None:
    found = only(brought(dossier, sheet_of("Indicator;Aantal\ntrainingen;1.234")))
    assert not is_default(found)
    assert "1.234" in found.doubt


def test_what_stands_there_is_no_news_and_another_number_is_a_conflict(dossier: Dossier) -> None:
    assert not brought(dossier, sheet_of("Indicator;Jaar;Aantal\ntrainingen;2023;18")).proposals
    found = only(brought(dossier, sheet_of("Indicator;Jaar;Aantal\ntrainingen;2023;19")))
    assert (found.standing, found.base, found.mine, found.theirs) == (Standing.CONFLICT, "18", "18", "19")
    assert not is_default(found)


def test_a_confidential_figure_says_that_the_number_stays_hidden(dossier: Dossier) -> None:
    record = figure(dossier, indicator(dossier, "trainingen").id, 2024, None)
    secret = applied(dossier, set_value(dossier, record, "missing", MissingReason.CONFIDENTIAL))
    assert "vertrouwelijk" in only(brought(secret, sheet_of("Indicator;Aantal\ntrainingen;5"))).doubt


def test_two_numbers_for_one_figure_are_both_shown_with_a_doubt(dossier: Dossier) -> None:
    found = brought(dossier, sheet_of("Indicator;Aantal\ntrainingen;5\ntrainingen;6\ntrainingen;5")).proposals
    assert [one.theirs for one in found] == ["5", "6"]
    assert "ook op rij 3 (6)" in found[0].doubt
    assert "ook op rij 2 (5)" in found[1].doubt
    assert len({one.id for one in found}) == 2


def test_figures_of_a_closed_year_are_shown_and_cannot_stop_the_others(dossier: Dossier) -> None:
    incoming = brought(dossier, sheet_of("Indicator;2022;2024\ntrainingen;99;5"))
    closed, fresh = incoming.proposals
    assert (closed.changes, fresh.doubt) == ((), "")
    assert "2022 is afgesloten" in closed.doubt
    changes = accepted(incoming, [one.id for one in incoming.proposals], dossier)
    assert changes
    assert closed_year(dossier, changes) is None


# --- Names -----------------------------------------------------------------------------------------------------------


def test_every_centre_is_known_by_its_own_name(dossier: Dossier) -> None:
    names = [one.name for one in centres(dossier, 2023)]
    lines = "\n".join(f"signalen;{name};5" for name in names)
    found = brought(dossier, sheet_of(f"Indicator;RIEC;Aantal\n{lines}")).proposals
    assert [one.place.split(" › ")[2] for one in found] == names
    assert len(names) == 11
    assert all(is_default(one) for one in found)


@pytest.mark.parametrize("name", ["Signallen", "aantal signalen", "Signalen (aantal)"])
def test_a_name_that_is_nearly_right_is_used_with_a_doubt(dossier: Dossier, name: str) -> None:
    found = only(brought(dossier, sheet_of(f"Indicator;RIEC;Aantal\n{name};Limburg;5")))
    assert f"‘{name}’ is gelezen als ‘signalen’." in found.doubt
    assert not is_default(found)


def test_an_unknown_organisation_shows_the_whole_row(dossier: Dossier) -> None:
    found = only(brought(dossier, sheet_of("Indicator;RIEC;Aantal\nsignalen;RIEC Atlantis;5")))
    assert (found.standing, found.changes) == (Standing.UNKNOWN, ())
    assert found.theirs == "Indicator: signalen\nRIEC: RIEC Atlantis\nAantal: 5"
    assert "RIEC Atlantis" in found.doubt


def test_a_name_of_two_organisations_is_not_guessed(dossier: Dossier) -> None:
    found = only(brought(dossier, sheet_of("Indicator;RIEC;Aantal\nsignalen;Taskforce-RIEC Brabant-Zeeland;5")))
    assert found.standing is Standing.UNKNOWN
    assert "RIEC Oost-Brabant, RIEC Zeeland-West-Brabant" in found.doubt


def test_the_name_of_one_organisation_is_no_spelling_of_others(dossier: Dossier) -> None:
    others = [one for one in dossier.all(Organisation) if one.name in (ROTTERDAM, "RIEC Den Haag")]
    changes = [change for one in others for change in set_value(dossier, one, "aliases", (LIMBURG,))]
    found = only(brought(applied(dossier, tuple(changes)), sheet_of("Indicator;RIEC;Aantal\nsignalen;RIEC Limburg;5")))
    assert (found.place, found.doubt) == ("mensenhandel › signalen › RIEC Limburg › 2024", "")


def test_national_and_regional_figures_are_not_mixed_up_in_silence(dossier: Dossier) -> None:
    national = only(brought(dossier, sheet_of("Indicator;RIEC;Aantal\ntrainingen;Limburg;5")))
    assert "is landelijk" in national.doubt
    regional = only(brought(dossier, sheet_of("Indicator;Aantal\nsignalen;5")))
    assert "is per organisatie" in regional.doubt


def test_another_unit_is_a_doubt(dossier: Dossier) -> None:
    found = only(brought(dossier, sheet_of("Indicator;Eenheid;Aantal\ntrainingen;uren;5")))
    assert "de eenheid ‘uren’" in found.doubt


def test_an_indicator_of_another_portfolio_and_an_unknown_portfolio_are_doubts(dossier: Dossier) -> None:
    text = "Portefeuille;Indicator;Aantal\nsterk merk;trainingen;5\nonbekend thema;campagnes;6"
    first, second = brought(dossier, sheet_of(text)).proposals
    assert "hoort in uw dossier bij de portefeuille mensenhandel" in first.doubt
    assert "‘onbekend thema’ staat niet in het dossier" in second.doubt


def test_a_name_that_two_portfolios_have_needs_the_portfolio(dossier: Dossier) -> None:
    twin = Indicator(id="tweede", name="trainingen", portfolio_id=portfolio(dossier, "sterk merk").id)
    both = applied(dossier, set_value(dossier, twin, "unit", "dagen"))
    assert "meer dan een keer" in only(brought(both, sheet_of("Indicator;Aantal\ntrainingen;5"))).doubt
    found = only(brought(both, sheet_of("Portefeuille;Indicator;Aantal\nSterk merk;trainingen;5")))
    assert (found.place, found.doubt) == ("sterk merk › trainingen › landelijk › 2024", "")


# --- New indicators --------------------------------------------------------------------------------------------------

NEW = "Portefeuille;Indicator;Eenheid;RIEC;Aantal\nmensenhandel;huisbezoeken;bezoeken;Limburg;5\n;;;Rotterdam;±7"


def test_a_new_indicator_comes_with_its_figures_after_a_yes(dossier: Dossier) -> None:
    incoming = brought(dossier, sheet_of(NEW))
    found = only(incoming)
    assert (found.standing, found.kind, found.label) == (Standing.NEW, Indicator, "nieuwe indicator")
    assert "2024, RIEC Limburg, werkelijk: 5" in found.theirs
    assert "‘±7’ is gelezen als 7." in found.doubt
    assert default_ids(incoming) == frozenset()
    after = taken(dossier, incoming)
    made = indicator(after, "huisbezoeken")
    assert (made.unit, made.scope, made.portfolio_id) == (
        "bezoeken",
        Scope.ORGANISATION,
        portfolio(dossier, "mensenhandel").id,
    )
    assert value(after, "huisbezoeken", 2024, ROTTERDAM).actual == Decimal(7)
    assert not brought(after, sheet_of(NEW.replace("±", ""))).proposals


def test_a_new_indicator_goes_under_the_chosen_portfolio(dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;Aantal\nhuisbezoeken;5")
    unplaced = only(brought(dossier, sheet))
    assert (unplaced.standing, unplaced.theirs) == (Standing.UNKNOWN, "Indicator: huisbezoeken\nAantal: 5")
    assert "Kies een portefeuille" in unplaced.doubt
    chosen = replace(guessed(sheet, dossier, 2024), portfolio_id=portfolio(dossier, "sterk merk").id)
    after = taken(dossier, brought(dossier, sheet, chosen))
    assert indicator(after, "huisbezoeken").scope is Scope.NATIONAL
    assert value(after, "huisbezoeken", 2024).actual == Decimal(5)


def test_what_a_new_indicator_cannot_have_is_left_out_of_it(dossier: Dossier) -> None:
    sheet = sheet_of("Portefeuille;Indicator;2022;2024;2025\nmensenhandel;huisbezoeken;1;-;5")
    after = taken(dossier, brought(dossier, sheet))
    made = [one for one in after.all(IndicatorValue) if one.indicator_id == indicator(after, "huisbezoeken").id]
    assert [(one.year, one.actual) for one in made] == [(2025, Decimal(5))]


# --- Nothing is dropped ----------------------------------------------------------------------------------------------


def test_rows_that_say_nothing_are_shown_whole(dossier: Dossier) -> None:
    incoming = brought(dossier, sheet_of("Indicator;Jaar;Aantal\ntrainingen;ooit;5\n;;7\nBron: eigen telling"))
    assert [one.standing for one in incoming.proposals] == [Standing.UNKNOWN] * 3
    assert [one.place for one in incoming.proposals] == [f"Blad Blad1, rij {row}" for row in (2, 3, 4)]
    assert incoming.proposals[2].theirs == "Indicator: Bron: eigen telling"


def test_a_note_beside_several_numbers_is_left_to_a_person(dossier: Dossier) -> None:
    found = brought(dossier, sheet_of("Indicator;2024;2025;Toelichting\ntrainingen;1;2;Let op")).proposals[-1]
    assert (found.standing, found.theirs) == (Standing.UNKNOWN, "toelichting: Let op")
    assert "meer getallen tegelijk" in found.doubt


def test_columns_that_are_not_read_are_named(dossier: Dossier) -> None:
    incoming = brought(dossier, sheet_of("Indicator;Aantal;Kleur;\ntrainingen;5;rood;x"))
    assert incoming.notes[1:] == ("Niet gelezen, want niet herkend: de kolommen ‘Kleur’ en zonder kop (nummer 4).",)
    wide = brought(dossier, sheet_of("Indicator;Doel;2024;2025\ntrainingen;5;6;7"))
    assert "Niet gelezen, want niet herkend: de kolom ‘Doel’." in wide.notes


def test_a_reason_alone_is_a_figure_too(dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;Aantal;Reden van ontbreken\ntrainingen;;niet geleverd")
    assert told(brought(dossier, sheet)) == [
        "nieuw: mensenhandel › trainingen › landelijk › 2024, reden van ontbreken: niet geleverd"
    ]


def test_a_dash_with_a_reason_beside_it_is_no_doubt(dossier: Dossier) -> None:
    found = only(brought(dossier, sheet_of("Indicator;Aantal;Reden\ntrainingen;-;vertrouwelijk")))
    assert (found.field, found.theirs, found.doubt) == ("missing", "vertrouwelijk", "")


def test_a_note_without_a_number_is_not_lost(dossier: Dossier) -> None:
    sheet = sheet_of(
        "Indicator;Jaar;Aantal;Voorlopig;Opmerking\ntrainingen;2024;;ja;Komt later\ntrainingen;ooit;;;Wanneer"
    )
    note, stray = brought(dossier, sheet).proposals
    assert (note.field, note.theirs) == ("note", "Komt later")
    assert (stray.standing, "Opmerking: Wanneer" in stray.theirs) == (Standing.UNKNOWN, True)
    wide = brought(dossier, sheet_of("Indicator;2024;2025;Opmerking\ntrainingen;;;Komt later"))
    assert only(wide).theirs == "toelichting: Komt later"


def test_a_sheet_of_thousands_of_columns_is_read_in_part_and_that_is_said(dossier: Dossier) -> None:
    sheet = sheet_of(f"Indicator;Aantal{';x' * 1000}\ntrainingen;5{';1' * 1000}")
    incoming = brought(dossier, sheet)
    assert incoming.proposals[0].theirs == "5"
    assert "Het blad is heel breed; alleen de eerste 300 kolommen zijn gelezen." in incoming.notes


def test_how_much_was_read_is_counted(dossier: Dossier) -> None:
    assert counted_figures(reading(dossier, sheet_of("Indicator;Aantal\ntrainingen;5"))) == "1 cijfer herkend."
    more = reading(dossier, sheet_of("Indicator;2024;2025\ntrainingen;5;6\nzomaar;7;x\ncampagnes;tien;-"))
    assert counted_figures(more) == "2 cijfers herkend, 2 regels niet."


def test_what_is_odd_about_the_file_is_told(dossier: Dossier) -> None:
    sheet = sheet_of("Indicator;Aantal\ntrainingen;5")
    odd = (
        Oddity(code="formula", sheet="Blad1", cell="B2"),
        Oddity(code="error", sheet="Blad1", cell="B9"),
        Oddity(code="error", sheet="Blad2", cell="C1"),
        Oddity(code="external"),
    )
    table = FigureTable(sheet=sheet, origin="cijfers.xlsx", oddities=odd)
    notes = figure_proposals(dossier, table, guessed(sheet, dossier, 2024)).notes
    assert notes[1:] == (
        "In dit blad staan formules; gelezen is wat er als uitkomst stond.",
        "Op blad Blad1, vak B9, staat een fout van Excel.",
        "Het bestand verwijst naar andere bestanden; die zijn niet geopend.",
    )


def test_reading_twice_gives_the_same_ids(dossier: Dossier) -> None:
    first, second = (brought(dossier, sheet_of(f"{NEW}\nBron: zelf geteld")) for _ in range(2))
    assert first == second
    assert len({one.id for one in first.proposals}) == len(first.proposals)


def test_without_a_mapping_that_fits_nothing_is_made_up(dossier: Dossier) -> None:
    sheet = sheet_of("a;b\nc;1")
    mapping = FigureMapping(sheet="Blad1", header_row=1, columns={Meaning.ACTUAL: 2}, year=2024)
    assert only(brought(dossier, sheet, mapping)).standing is Standing.UNKNOWN
    assert not brought(Dossier(), ReadSheet(name="leeg", rows={}), mapping).proposals
    assert dossier.all(Organisation)
