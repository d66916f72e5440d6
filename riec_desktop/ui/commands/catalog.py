"""Every action of the window. A new group is a module beside this one and a line here."""

from typing import TYPE_CHECKING

from riec_desktop.ui.actions import ActionSpec
from riec_desktop.ui.commands.backups import backups_specs
from riec_desktop.ui.commands.document import document_specs
from riec_desktop.ui.commands.edit import edit_specs
from riec_desktop.ui.commands.exchange import exchange_specs
from riec_desktop.ui.commands.figures import figures_specs
from riec_desktop.ui.commands.file import file_specs
from riec_desktop.ui.commands.find import find_specs
from riec_desktop.ui.commands.help import help_specs
from riec_desktop.ui.commands.merging import merging_specs
from riec_desktop.ui.commands.past import past_specs
from riec_desktop.ui.commands.rollover import rollover_specs
from riec_desktop.ui.commands.sharing import sharing_specs
from riec_desktop.ui.commands.side import side_specs
from riec_desktop.ui.commands.spelling import spelling_specs
from riec_desktop.ui.commands.word_in import word_in_specs

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow

GROUPS = (
    file_specs,
    backups_specs,
    edit_specs,
    document_specs,
    rollover_specs,
    sharing_specs,
    merging_specs,
    exchange_specs,
    past_specs,
    figures_specs,
    find_specs,
    side_specs,
    spelling_specs,
    word_in_specs,
    help_specs,
)


def all_specs(window: "MainWindow") -> tuple[ActionSpec, ...]:
    """The actions of all groups."""
    return tuple(spec for group in GROUPS for spec in group(window))
