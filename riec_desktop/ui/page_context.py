"""What the pages of an open dossier get from the window, gathered in one place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from riec_desktop.dossier.records import Record
from riec_desktop.ui.background import Background
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.kept_widths import KeptWidths
from riec_desktop.ui.pages.page import PageContext
from riec_desktop.ui.rollover.desk import begin_year
from riec_desktop.ui.widgets.context import FormContext

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


def page_context(
    bench: "Workbench",
    around: Surroundings,
    forms: FormContext,
    background: Background,
    comment: Callable[[Record, str], None],
) -> PageContext:
    """The context of the pages of a workbench; `comment` shows the comments on a field of a record."""

    def spread(cells: Sequence[Sequence[str]], indicator_id: str | None) -> None:
        # With the first figures that come in: opening a dossier goes without what reads workbooks.
        from riec_desktop.ui.figures_import.desk import FiguresDesk

        bench.flush()
        FiguresDesk(bench, around).spread(cells, indicator_id)

    return PageContext(
        editing=bench.editing,
        dialogs=around.dialogs,
        forms=forms,
        show=bench.show_place,
        jump=bench.jump,
        new_id=around.env.new_id,
        background=background,
        widths=KeptWidths(around.env),
        comment=comment,
        begin_year=lambda: begin_year(bench, around),
        spread=spread,
        today=lambda: around.env.now().date(),
        author=around.env.author,
    )
