"""The texts of the chapter itself: number, title and footer, and everything before the first goal."""

from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.places import PageId, Place

TEXTS = ("opening", "execution", "governance", "aim", "history", "reading_guide")


def chapter_texts_page(context: PageContext, _: Place) -> Page:
    """The fields of the report year that is shown."""

    def year() -> ReportYear | None:
        return context.editing.dossier.get(ReportYear, context.editing.year_id)

    page = Page(
        PageId.TEXTS.value,
        "Deze teksten staan in het hoofdstuk vóór de doelen. De stappen van de agenda en de "
        "lijst met portefeuilles komen er vanzelf bij.",
    )
    page.add(
        FormPart(context, ReportYear, TEXTS, year, title="Teksten"),
        FormPart(context, ReportYear, ("number", "title", "footer", "agenda_id"), year, title="Nummer en titel"),
    )
    return page
