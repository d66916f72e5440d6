"""Portfolios over the years: renamed, merged, split, moved, followed up; and organisations that got another name."""

from dataclasses import replace

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.lineage import (
    counted_portfolios,
    counting_report,
    counts_in,
    heirs,
    organisation_in,
    previous_reports,
    report_beside,
    sources,
)
from riec_desktop.dossier.records import (
    Indicator,
    Organisation,
    Portfolio,
    PortfolioReport,
    Record,
    ReportYear,
)

YEARS = tuple(ReportYear(id=f"j{year}", year=year) for year in (2021, 2022, 2023, 2024))
YOUTH, MONEY, NEW = Portfolio(id="jeugd", name="jeugd"), Portfolio(id="geld", name="geld"), Portfolio(id="nieuw")


def report(portfolio_id: str, year: int, name: str = "") -> PortfolioReport:
    return PortfolioReport(id=f"{portfolio_id}-{year}", year_id=f"j{year}", portfolio_id=portfolio_id, name_then=name)


def dossier(*records: Record) -> Dossier:
    return dossier_of([*YEARS, YOUTH, MONEY, *records])


MERGED = replace(MONEY, merged_into_id="jeugd")
INTO_YOUTH = (MERGED, *(report("jeugd", year) for year in (2021, 2022, 2023, 2024)), report("geld", 2022))
SIGNALS = Indicator(id="signalen", portfolio_id="geld")
SESSIONS = Indicator(id="sessies", portfolio_id="jeugd")


def ids(found: tuple[PortfolioReport, ...]) -> list[str]:
    return [one.id for one in found]


# --- Merged ----------------------------------------------------------------------------------------------------------


def test_after_a_merger_both_pasts_stand_beside_the_year() -> None:
    found = dossier(*INTO_YOUTH)
    assert ids(previous_reports(found, report("jeugd", 2023))) == ["jeugd-2022", "geld-2022"]
    assert ids(previous_reports(found, report("jeugd", 2024))) == ["jeugd-2023"]


def test_a_portfolio_that_reports_once_more_on_its_merger_answers_for_itself() -> None:
    found = dossier(*INTO_YOUTH, report("geld", 2023))
    assert ids(previous_reports(found, report("geld", 2023))) == ["geld-2022"]
    assert ids(previous_reports(found, report("jeugd", 2023))) == ["jeugd-2022"]
    assert ids(previous_reports(found, report("jeugd", 2024))) == ["jeugd-2023", "geld-2023"]


def test_indicators_stay_apart_and_are_shown_where_the_portfolio_went_after_its_last_report() -> None:
    found = dossier(*INTO_YOUTH, SIGNALS, SESSIONS)
    shown = {year: [one.id for one in views.indicators(found, report("jeugd", year))] for year in (2021, 2022, 2023)}
    assert shown == {2021: ["sessies"], 2022: ["sessies"], 2023: ["sessies", "signalen"]}
    assert counting_report(found, SIGNALS, "j2022") == report("geld", 2022)
    assert counting_report(found, SIGNALS, "j2023") == report("jeugd", 2023)
    assert counting_report(found, SIGNALS, "j2021") is None


def test_indicators_with_one_name_say_whose_they_were() -> None:
    same = replace(SESSIONS, id="andere", portfolio_id="geld", name="Sessies")
    found = dossier(*INTO_YOUTH, replace(SESSIONS, name="sessies"), same)
    assert [one.name for one in views.indicators(found, report("jeugd", 2023))] == ["sessies", "Sessies (geld)"]
    assert [one.name for one in views.indicators(found, report("geld", 2022))] == ["Sessies"]


def test_from_one_year_to_another_one_comes_at_what_a_portfolio_became_or_came_from() -> None:
    found = dossier(*INTO_YOUTH)
    beside = [report_beside(found, report("geld", 2022), one) for one in ("j2022", "j2023")]
    assert beside == [report("geld", 2022), report("jeugd", 2023)]
    follower = dossier(replace(NEW, follows_id="geld"), report("geld", 2022), report("nieuw", 2023))
    assert report_beside(follower, report("nieuw", 2023), "j2022") == report("geld", 2022)
    assert report_beside(follower, report("nieuw", 2023), "j2024") is None


def test_a_merger_into_what_merged_itself_is_followed_to_the_end() -> None:
    last = Portfolio(id="eind")
    chain = (replace(YOUTH, merged_into_id="eind"), replace(MONEY, merged_into_id="jeugd"), last)
    reports = (report("geld", 2021), report("jeugd", 2022), report("eind", 2023))
    found = dossier(*chain, *reports, SIGNALS)
    assert counted_portfolios(found, reports[2]) == ("eind", "jeugd", "geld")
    assert counting_report(found, SIGNALS, "j2023") == reports[2]


def test_a_circle_of_mergers_harms_nobody() -> None:
    found = dossier(
        replace(YOUTH, merged_into_id="geld"), replace(MONEY, merged_into_id="jeugd"), report("jeugd", 2022), SIGNALS
    )
    assert counted_portfolios(found, report("jeugd", 2023)) == ("jeugd",)
    assert counting_report(found, SIGNALS, "j2024") is None
    itself = dossier(replace(YOUTH, merged_into_id="jeugd", follows_id="jeugd"))
    assert (sources(itself, "jeugd"), heirs(itself, "jeugd")) == ((), ())


# --- Followed and split ----------------------------------------------------------------------------------------------


def test_a_portfolio_goes_on_with_what_it_follows() -> None:
    found = dossier(replace(NEW, follows_id="geld"), report("geld", 2022), report("nieuw", 2023), SIGNALS)
    assert ids(previous_reports(found, report("nieuw", 2023))) == ["geld-2022"]
    assert views.previous_report(found, report("nieuw", 2023)) == report("geld", 2022)
    assert views.indicators(found, report("nieuw", 2023)) == (SIGNALS,)


def test_both_halves_of_a_split_have_its_past_and_none_has_its_numbers() -> None:
    halves = (replace(NEW, follows_id="geld"), Portfolio(id="ander", follows_id="geld"))
    found = dossier(*halves, report("geld", 2022), report("nieuw", 2023), report("ander", 2023), SIGNALS)
    for half in ("nieuw", "ander"):
        assert ids(previous_reports(found, report(half, 2023))) == ["geld-2022"]
        assert views.indicators(found, report(half, 2023)) == ()
    assert counting_report(found, SIGNALS, "j2023") is None


def test_a_part_that_splits_off_leaves_the_past_with_what_goes_on() -> None:
    found = dossier(
        replace(NEW, follows_id="geld"), report("geld", 2022), report("geld", 2023), report("nieuw", 2023), SIGNALS
    )
    assert previous_reports(found, report("nieuw", 2023)) == ()
    assert views.indicators(found, report("geld", 2023)) == (SIGNALS,)


# --- Names and years -------------------------------------------------------------------------------------------------


def test_each_year_has_the_name_that_held_then_and_lists_have_the_newest() -> None:
    found = dossier(report("geld", 2022), report("geld", 2023, "geldstromen"))
    assert views.report_name(found, report("geld", 2022)) == "geld"
    assert views.portfolio_name(found, MONEY) == "geldstromen"
    assert views.portfolio_name(found, NEW) == ""


def test_an_indicator_that_stopped_is_counted_up_to_its_last_year() -> None:
    stopped = replace(SIGNALS, last_year=2022)
    assert [counts_in(stopped, year) for year in (2022, 2023, 0)] == [True, False, True]
    found = dossier(report("geld", 2022), report("geld", 2023), stopped)
    assert views.indicators(found, report("geld", 2022)) == (stopped,)
    assert views.indicators(found, report("geld", 2023)) == ()


def test_a_report_of_no_year_and_of_no_portfolio_has_no_past() -> None:
    lost = PortfolioReport(id="los")
    assert previous_reports(dossier(), lost) == ()
    assert counted_portfolios(dossier(), lost) == ()
    assert (sources(dossier(), None), heirs(dossier(), None)) == ((), ())


def test_an_organisation_is_found_under_the_name_of_a_year() -> None:
    found = dossier(
        Organisation(id="oud", last_year=2021),
        Organisation(id="midden", first_year=2022, last_year=2022, follows_id="oud"),
        Organisation(id="nieuw", first_year=2023, follows_id="midden"),
        Organisation(id="alleen", last_year=2021),
        Organisation(id="jong", first_year=2024),
    )
    assert [organisation_in(found, "oud", year) for year in (2021, 2022, 2023)] == ["oud", "midden", "nieuw"]
    assert [organisation_in(found, "nieuw", year) for year in (2021, 2024)] == ["oud", "nieuw"]
    assert [organisation_in(found, one, 2023) for one in ("alleen", "jong", "weg")] == ["alleen", "jong", "weg"]


def test_organisations_that_follow_each_other_in_a_circle_end() -> None:
    found = dossier(
        Organisation(id="a", last_year=2020, follows_id="b"), Organisation(id="b", last_year=2020, follows_id="a")
    )
    assert organisation_in(found, "a", 2023) in {"a", "b"}
