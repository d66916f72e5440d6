"""Incoming work over the example, as a form brings it: one proposal of every kind."""

from dataclasses import replace

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Source, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Answer, PortfolioReport, ReportYear
from riec_desktop.workspace.review import Incoming, Proposal, Standing


def report_of(dossier: Dossier, name: str, year: int = 2023) -> PortfolioReport:
    found: ReportYear | None = views.year_of(dossier, year)
    assert found is not None
    return next(one for one in views.reports(dossier, found) if views.report_name(dossier, one) == name)


def answers_of(dossier: Dossier, name: str, year: int = 2023) -> list[Answer]:
    report = report_of(dossier, name, year)
    return [views.answer(dossier, report, one) for one in views.questions(dossier, report.year_id)]


def _text(answer: Answer, theirs: str, standing: Standing) -> Proposal:
    return Proposal(
        id=f"{answer.id}/text",
        standing=standing,
        place="Mensenhandel",
        kind=Answer,
        record_id=answer.id,
        field="text",
        theirs=theirs,
        label="antwoord",
        base=answer.text,
        mine=answer.text,
        changes=set_field(answer, "text", theirs),
    )


def incoming_of(dossier: Dossier) -> Incoming:
    """A form about one portfolio of the example."""
    first, second, third, *_ = answers_of(dossier, "mensenhandel")
    merged = f"{second.text}\n\nHun alinea."
    conflict = replace(_text(second, "Hun alinea.", Standing.CONFLICT), base="Zo was het.", merged=merged)
    doubtful = _text(third, "1.234 signalen", Standing.CHANGED)
    activity = Activity(id="activiteit-nieuw", report_id=first.report_id, title="Themadag in <Maastricht> & omstreken")
    return Incoming(
        id="formulier-1",
        source=Source.FORM,
        title="Formulier van RIEC Limburg",
        origin="aanlevering limburg.xlsx",
        from_whom="A. de Vries",
        notes=("Het blad ‘Kladblok’ hoort niet bij het formulier en is niet gelezen.",),
        proposals=(
            _text(first, f"{first.text} En nog een zin.", Standing.CHANGED),
            replace(conflict, merged_changes=set_field(second, "text", merged)),
            replace(doubtful, doubt="Is 1.234 hier 1234 of 1,234?"),
            Proposal(
                id="activiteit-nieuw/",
                standing=Standing.NEW,
                place="Mensenhandel › activiteiten",
                kind=Activity,
                record_id="activiteit-nieuw",
                label="activiteit",
                theirs=activity.title,
                changes=(AddRecord(activity),),
            ),
            Proposal(
                id="leeg", standing=Standing.MISSING, place="Mensenhandel", label="vervolg", mine="Wij gaan door."
            ),
            Proposal(id="rij-9", standing=Standing.UNKNOWN, place="Blad ‘Cijfers’, rij 9", theirs="losse notitie"),
        ),
    )
