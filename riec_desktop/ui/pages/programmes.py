"""The (strengthening) programmes of the regions."""

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Programme
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

COLUMNS = (
    field_column(Programme, "organisation_id"),
    field_column(Programme, "name", width=40),
    field_column(Programme, "first_year", title="Vanaf", width=9),
    field_column(Programme, "last_year", title="Tot en met", width=12),
)
FIELDS = ("organisation_id", "name", "predecessor", "focus", "method", "first_year", "last_year")


def programmes_page(context: PageContext, _: Place) -> Page:
    """All programmes, with a form for the chosen one."""
    editing = context.editing

    def new() -> Programme:
        first = next(iter(views.riecs(editing.dossier, editing.year.year)), None)
        return Programme(id=context.new_id(), organisation_id=first.id if first else None)

    rows = Rows(
        kind=Programme,
        columns=COLUMNS,
        fields=FIELDS,
        records=lambda: editing.dossier.all(Programme),
        new=new,
    )
    page = Page(
        PageId.PROGRAMMES.value, "Versterkingsprogramma’s van de regio’s. Een regionale bijdrage kan ernaar verwijzen."
    )
    page.add(TablePart(context, rows, title="Programma’s"))
    return page
