"""The regional contributions of a year: one text per RIEC, printed before the chapter."""

from riec_desktop.dossier import views
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.records import RegionalSection
from riec_desktop.ui.pages.cards import CardsPart, Deck
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.places import PageId, Place

EXPLANATION = "Elke regio kan een eigen bladzijde hebben. Die komt zonder nummer vóór het hoofdstuk te staan."


def regions_page(context: PageContext, _: Place) -> Page:
    """A card for each contribution."""
    editing = context.editing

    def new() -> RegionalSection | None:
        taken = {one.organisation_id for one in views.regional_sections(editing.dossier, editing.year)}
        free = next((one for one in views.riecs(editing.dossier, editing.year.year) if one.id not in taken), None)
        if free is None:
            return None
        section_id = key_id(RegionalSection, editing.year_id, free.id)
        return RegionalSection(id=section_id, year_id=editing.year_id, organisation_id=free.id)

    deck = Deck(
        kind=RegionalSection,
        fields=("organisation_id", "programme_id", "text"),
        records=lambda: views.regional_sections(editing.dossier, editing.year),
        new=new,
        one="regionale bijdrage",
        nothing="Nog geen regionale bijdragen voor dit jaar.",
        add="Regionale bijdrage toevoegen",
    )
    page = Page(PageId.REGIONS.value)
    page.add(CardsPart(context, deck, title="Regionale bijdragen", explanation=EXPLANATION))
    return page
