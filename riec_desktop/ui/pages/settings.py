"""What the team chose for its dossier."""

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Settings
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.places import PageId, Place

STYLE = (
    "layout",
    "trailing_dot",
    "numbered_portfolios",
    "questions_shown",
    "persons_shown",
    "charts",
    "promises_shown",
)


def settings_page(context: PageContext, _: Place) -> Page:
    """All settings of the dossier."""

    def settings() -> Settings:
        return views.settings(context.editing.dossier)

    page = Page(PageId.SETTINGS.value, "Deze keuzes gelden voor het hele dossier en voor iedereen die ermee werkt.")
    page.add(
        FormPart(context, Settings, ("name", "organisation_id"), settings, title="Dossier"),
        FormPart(context, Settings, STYLE, settings, title="Zo ziet het hoofdstuk eruit"),
        FormPart(context, Settings, ("small_number",), settings, title="Kleine aantallen", explanation=SMALL),
    )
    return page


SMALL = (
    "Een klein aantal in combinatie met een regio of thema kan naar personen wijzen. Onder dit aantal krijgt u een "
    "waarschuwing voordat u iets deelt."
)
