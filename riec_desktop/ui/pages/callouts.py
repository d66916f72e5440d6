"""The boxes: of one portfolio, and of the whole year."""

from collections.abc import Callable, Sequence

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Callout, PortfolioReport
from riec_desktop.ui.pages.cards import CardsPart, Deck
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.places import PageId, Place

EXPLANATION = (
    "Een kadertekst is een voorbeeld van één RIEC of het LIEC, of van enkele samen. Gezamenlijke resultaten horen bij "
    "de vragen."
)


def _deck(context: PageContext, fields: Sequence[str], reports: Callable[[], Sequence[PortfolioReport]]) -> Deck:
    def records() -> Sequence[Callout]:
        dossier = context.editing.dossier
        return [one for report in reports() for one in dossier.where(Callout, "report_id", report.id)]

    def new() -> Callout | None:
        report = next(iter(reports()), None)
        return Callout(id=context.new_id(), report_id=report.id) if report else None

    return Deck(
        kind=Callout,
        fields=fields,
        records=records,
        new=new,
        one="kadertekst",
        nothing="Nog geen kaderteksten.",
        add="Kadertekst toevoegen",
    )


def callouts_of_report(context: PageContext, report: Callable[[], PortfolioReport | None]) -> CardsPart:
    """The boxes of one portfolio."""

    def reports() -> Sequence[PortfolioReport]:
        found = report()
        return [found] if found else []

    deck = _deck(context, ("title", "organisation_ids", "text"), reports)
    return CardsPart(context, deck, title="Kaderteksten", explanation=EXPLANATION)


def callouts_page(context: PageContext, _: Place) -> Page:
    """All boxes of the year."""
    editing = context.editing
    fields = ("title", "report_id", "organisation_ids", "text")
    deck = _deck(context, fields, lambda: views.reports(editing.dossier, editing.year))
    page = Page(PageId.CALLOUTS.value)
    page.add(CardsPart(context, deck, title="Alle kaderteksten van dit jaar", explanation=EXPLANATION))
    return page
