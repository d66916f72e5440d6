"""Which texts are checked for spelling, and in which order a person goes through them."""

from riec_desktop.dossier import views
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    ReportYear,
)
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.spelled import is_spelled, spelled_texts


def test_language_is_checked_and_names_are_not() -> None:
    assert is_spelled(Answer, "text")
    assert is_spelled(Activity, "title")
    assert is_spelled(PortfolioReport, "contractor")
    names = ((Organisation, "name"), (Portfolio, "name"), (PortfolioReport, "contractor_person"), (ReportYear, "year"))
    assert not any(is_spelled(kind, field) for kind, field in names)


def test_the_texts_stand_in_the_order_of_the_chapter_and_the_questions_come_after() -> None:
    dossier = example_dossier()
    year = views.years(dossier)[0]
    texts = spelled_texts(dossier, year)
    reports = views.reports(dossier, year)
    answered = [one.record.report_id for one in texts if isinstance(one.record, Answer)]
    ranks = [[one.id for one in reports].index(one or "") for one in answered]
    assert ranks == sorted(ranks)
    kinds = [type(one.record) for one in texts]
    assert kinds[0] is ReportYear
    assert kinds.index(Question) > max(at for at, kind in enumerate(kinds) if kind is Answer)
    assert all(one.text for one in texts)


def test_a_text_is_as_a_person_reads_it_and_of_this_year_alone() -> None:
    dossier = example_dossier()
    newest, older = views.years(dossier)[0], views.years(dossier)[-1]
    texts = spelled_texts(dossier, newest)
    assert not any("**" in one.text for one in texts)
    old = {one.id for one in dossier.where(PortfolioReport, "year_id", older.id)} - {
        one.id for one in dossier.where(PortfolioReport, "year_id", newest.id)
    }
    assert not any(getattr(one.record, "report_id", "") in old for one in texts)
