"""The choices for the Excel overview."""

from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.labels import label
from riec_desktop.workspace.documents import ExcelRequest, Made, default_name, make_excel

EXPLANATION = (
    "De werkmap bevat een leeswijzer en bladen met de portefeuilles, de activiteiten, de cijfers en de kaderteksten "
    "van dit jaar."
)


class ExcelChoices(Choices):
    """Year and file."""

    def __init__(self, editing: Editing, around: Surroundings) -> None:
        super().__init__("excel", editing, around)
        self.column.insertWidget(0, label(EXPLANATION))
        self.add_year_row(self.rows)
        self.add_target_row()
        self.column.addStretch(1)

    def name(self) -> str:
        """'Jaarverslag 2023 overzicht.xlsx'."""
        return default_name(self.editing.dossier, self.year().year or 0, "excel")

    def work(self) -> Work[Made]:
        """Make the overview from the dossier as it is now."""
        request = ExcelRequest(year=self.year().year or 0, target=self.target())
        dossier, today = self.editing.dossier, self.around.env.now().date()
        return lambda progress, cancel: Made(path=make_excel(dossier, request, today, progress, cancel))
