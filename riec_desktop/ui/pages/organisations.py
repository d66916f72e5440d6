"""The organisations: LIEC and RIECs, and the partners."""

from collections.abc import Callable, Sequence

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import OrganisationKind
from riec_desktop.dossier.records import Organisation
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

COLUMNS = (
    field_column(Organisation, "name", width=46),
    field_column(Organisation, "kind", width=11),
    field_column(Organisation, "first_year", title="Vanaf", width=9),
    field_column(Organisation, "last_year", title="Tot en met", width=12),
)
FIELDS = ("kind", "name", "aliases", "first_year", "last_year", "follows_id")
EXPLANATION = (
    "De naam staat zo in het hoofdstuk. Kreeg een organisatie een andere naam, maak dan een nieuwe regel, kies bij "
    "‘eerdere naam’ de oude en vul in tot en met welk jaar die gold."
)


def _rows(context: PageContext, kind: OrganisationKind, records: Callable[[], Sequence[Organisation]]) -> Rows:
    return Rows(
        kind=Organisation,
        columns=COLUMNS,
        fields=FIELDS,
        records=records,
        new=lambda: Organisation(id=context.new_id(), kind=kind),
    )


def organisations_page(context: PageContext, _: Place) -> Page:
    """Two tables with their forms."""
    page = Page(PageId.ORGANISATIONS.value, EXPLANATION)
    editing = context.editing
    centres = _rows(context, OrganisationKind.RIEC, lambda: views.centres(editing.dossier))
    partners = _rows(context, OrganisationKind.PARTNER, lambda: views.partners(editing.dossier))
    page.add(
        TablePart(context, centres, title="LIEC en RIEC’s"),
        TablePart(context, partners, title="Partners"),
    )
    return page
