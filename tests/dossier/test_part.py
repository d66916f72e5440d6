"""A part of a dossier: what goes along with a portfolio, and what of others stays behind."""

from dataclasses import replace

from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.part import left_behind, part_of
from riec_desktop.dossier.records import (
    AcceptedFinding,
    Activity,
    Answer,
    Comment,
    ContributionForm,
    GoalSection,
    Indicator,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    WordRule,
)
from tests.helpers.sample import GOOR, RESILIENCE, SIGNALS, TRAFFICKING, YEAR, answer, figure, sample

SCANS = Indicator(id="scans", portfolio_id="portefeuille-c", name="scans")
OWN = answer("Wij deden {cijfer:scans} scans.")
OTHER = answer("Dit blijft bij ons.", RESILIENCE)
REMARK = Comment(id="opmerking", kind="Answer", record_id=OWN.id, field="text", text="Mooi.")
STRANGE = replace(REMARK, id="vreemd", record_id=OTHER.id)


def part(*more: Record) -> Dossier:
    figures = (figure("12", id="a"), figure("3", SCANS, id="b"))
    return part_of(sample(OWN, OTHER, SIGNALS, SCANS, REMARK, STRANGE, *figures, *more), ["portefeuille-a"])


def test_what_belongs_to_the_portfolio_goes_along_and_that_of_others_does_not() -> None:
    found = part(Activity(id="les", report_id=TRAFFICKING.id), Activity(id="elders", report_id=RESILIENCE.id))
    assert list(found.rows(PortfolioReport)) == [TRAFFICKING.id]
    assert list(found.rows(Answer)) == [OWN.id]
    assert list(found.rows(Activity)) == ["les"]
    assert list(found.rows(Comment)) == [REMARK.id]


def test_the_frame_goes_along() -> None:
    found = part(GoalSection(id="doel", year_id=YEAR.id, goal_id="samenleving"), replace(YEAR, id="later", year=2023))
    assert set(found.rows(Organisation)) == {"liec", "goor", "delden", "politie"}
    assert set(found.rows(Question)) == {"context", "resultaten"}
    assert list(found.rows(ReportYear)) == [YEAR.id]
    assert list(found.rows(GoalSection)) == ["doel"]


def test_a_number_that_a_text_links_to_goes_along_with_the_bare_name_of_its_portfolio() -> None:
    found = part()
    assert set(found.rows(Indicator)) == {"signalen", "scans"}
    assert set(found.rows(IndicatorValue)) == {"a", "b"}
    assert set(found.rows(Portfolio)) == {"portefeuille-a", "portefeuille-c"}


def test_regional_pages_sent_forms_and_secret_names_stay_behind() -> None:
    found = part(
        RegionalSection(id="regio", year_id=YEAR.id, organisation_id=GOOR.id),
        ContributionForm(id="formulier", year_id=YEAR.id, report_ids=(TRAFFICKING.id,)),
        WordRule(id="geheim", kind=WordRuleKind.NAME, text="0a1b"),
        WordRule(id="term", text="signaal"),
    )
    assert (len(found.rows(RegionalSection)), len(found.rows(ContributionForm))) == (0, 0)
    assert list(found.rows(WordRule)) == ["term"]


def test_what_was_let_stand_goes_along_with_what_it_is_about() -> None:
    stands = AcceptedFinding(id="laat", kind="Answer", record_id=OWN.id, reason="Afgesproken.")
    found = part(stands, replace(stands, id="elders", record_id=OTHER.id))
    assert list(found.rows(AcceptedFinding)) == ["laat"]


def test_it_is_told_which_portfolios_stay_behind() -> None:
    assert [one.id for one in left_behind(sample(), part())] == ["portefeuille-b", "portefeuille-c"]
