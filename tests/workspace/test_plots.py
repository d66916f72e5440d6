"""Key figures as charts to look at: which indicators have any, and what their points say."""

from dataclasses import replace

from riec_desktop.chapter.blocks import ChartKind
from riec_desktop.dossier.choices import MissingReason, SmallChoice
from riec_desktop.dossier.records import DefinitionChange
from riec_desktop.workspace.plots import columns, figures_of, key_figures, plots, rows, spoken
from tests.helpers.courses import COURSE
from tests.helpers.sample import DELDEN, GOOR, LIEC, SIGNALS, TRAFFICKING, TRAININGS, YEAR, figure, sample


def test_only_indicators_with_numbers_are_offered() -> None:
    dossier = sample(SIGNALS, TRAININGS, *COURSE)
    assert [name for name, _ in key_figures(dossier, YEAR)] == ["Mensenhandel: signalen"]
    assert figures_of(dossier, TRAFFICKING) == (SIGNALS,)


def test_an_indicator_has_its_course_and_its_organisations() -> None:
    course, organisations = plots(sample(SIGNALS, *COURSE), SIGNALS, 2022)
    assert (course.kind, course.title) == (ChartKind.LINE, "Signalen, 2021-2022")
    assert list(rows(course)) == [("2021", "7", "–", "–", "–"), ("2022", "11", "17", "+4", "+57\u00a0%")]
    assert list(columns(course)) == ["", "Signalen", "Doel", "Verandering", "In procenten"]
    assert (organisations.kind, organisations.title) == (ChartKind.BARS, "Signalen per organisatie in 2022")
    assert list(rows(organisations)) == [("RIEC Goor", "3", "5"), ("RIEC Delden", "4", "6")]
    assert list(columns(organisations)) == ["", "2021", "2022"]


def test_across_a_break_nothing_is_compared() -> None:
    change = DefinitionChange(id="anders", indicator_id="signalen", year=2022)
    course, _ = plots(sample(SIGNALS, *COURSE, change), SIGNALS, 2022)
    assert [one.name for one in course.series] == ["Signalen tot en met 2021", "Signalen vanaf 2022", "Doel"]
    assert list(rows(course)) == [("2021", "7", "–", "–", "–", "–"), ("2022", "–", "11", "17", "–", "–")]


def test_regions_stand_beside_their_own_year_before_only_when_that_was_counted_alike() -> None:
    change = DefinitionChange(id="anders", indicator_id="signalen", year=2022)
    _, organisations = plots(sample(SIGNALS, *COURSE, change), SIGNALS, 2022)
    assert [one.name for one in organisations.series] == ["2022"]
    _, alone = plots(sample(SIGNALS, *COURSE[2:]), SIGNALS, 2022)
    assert [one.name for one in alone.series] == ["2022"]


def test_those_shown_together_are_compared_with_the_same_ones_only() -> None:
    one = replace(SIGNALS, small_numbers=True, small_choice=SmallChoice.MERGE)
    now = (figure("3", one, GOOR), figure("20", one, DELDEN), figure("30", one, LIEC))
    same = (figure("4", one, GOOR, 2021), figure("21", one, DELDEN, 2021), figure("31", one, LIEC, 2021))
    others = (figure("31", one, GOOR, 2021), figure("4", one, DELDEN, 2021), figure("21", one, LIEC, 2021))
    together = "twee organisaties samen"
    assert rows(plots(sample(one, *now, *same), one, 2022)[1])[-1] == (together, "25", "23")
    assert rows(plots(sample(one, *now, *others), one, 2022)[1])[-1] == (together, "–", "23")


def test_a_national_indicator_has_no_bars() -> None:
    dossier = sample(TRAININGS, figure("9", TRAININGS))
    assert [one.kind for one in plots(dossier, TRAININGS, 2022)] == [ChartKind.LINE]


def test_without_numbers_there_is_nothing_to_draw() -> None:
    dossier = sample(SIGNALS, figure(None, organisation=GOOR, missing=MissingReason.UNKNOWN))
    assert plots(dossier, SIGNALS, 2022) == ()
    assert key_figures(dossier, YEAR) == ()


def test_a_confidential_number_is_not_drawn() -> None:
    hidden = replace(COURSE[2], missing=MissingReason.CONFIDENTIAL)
    _, organisations = plots(sample(SIGNALS, hidden, COURSE[3]), SIGNALS, 2022)
    assert organisations.categories == ("RIEC Delden",)


def test_a_point_is_told_with_its_series_and_unit() -> None:
    course, organisations = plots(sample(SIGNALS, *COURSE), SIGNALS, 2022)
    assert spoken(course, 1, 1) == "2022, doel: 17 signalen"
    assert spoken(organisations, 1, 0) == "RIEC Goor, 2022: 5 signalen"
