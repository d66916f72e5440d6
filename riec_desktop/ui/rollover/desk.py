"""From the wish for a new report year to the year itself: the wizard, the one step that it makes, and the way there."""

from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.places import PageId, Place

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


def begin_year(bench: "Workbench", around: Surroundings) -> None:
    """Ask what the new year will be; begin it when the person agrees, and show it."""
    from riec_desktop.ui.rollover.dialog import RolloverDialog
    from riec_desktop.workspace.rollover import roll_over

    bench.flush()
    session = bench.session
    dialog = RolloverDialog(bench, session.dossier, around.dialogs, around.env.new_id)
    agreed, plan = around.dialogs.execute(dialog), dialog.plan
    dialog.deleteLater()
    if not agreed:
        return
    try:
        roll_over(session, plan)
    except RiecError as error:
        bench.editing.failed(error)
    else:
        bench.show_year(plan.year_id)
        bench.show_place(Place(PageId.OVERVIEW))
