"""The questions that every portfolio answers in a year."""

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Question
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

COLUMNS = (
    field_column(Question, "topic"),
    field_column(Question, "prompt", width=52),
    field_column(Question, "word_budget", title="Woorden", width=10),
    field_column(Question, "promise", title="Belofte", width=9),
)
EXPLANATION = (
    "De antwoorden staan in het hoofdstuk in de volgorde van deze vragen. Houd het onderwerp elk jaar hetzelfde: dan "
    "staat het antwoord van vorig jaar naast dat van dit jaar. In een vraag wordt {jaar} het verslagjaar en {volgend "
    "jaar} het jaar erna."
)


def questionnaire_page(context: PageContext, _: Place) -> Page:
    """The questionnaire of the year that is shown."""
    editing = context.editing
    rows = Rows(
        kind=Question,
        columns=COLUMNS,
        fields=("topic", "prompt", "help", "word_budget", "required_for", "promise"),
        records=lambda: views.questions(editing.dossier, editing.year_id),
        new=lambda: Question(id=context.new_id(), year_id=editing.year_id),
    )
    page = Page(f"{PageId.QUESTIONNAIRE.value} {editing.year.year or ''}".strip(), EXPLANATION)
    page.add(TablePart(context, rows, title="Vragen"))
    return page
