"""What inputs need to know beside the record they edit, given by whoever makes the form or table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec
from riec_desktop.dossier.linked import Number
from riec_desktop.dossier.records import TYPE_BY_NAME, Record
from riec_desktop.dossier.richtext import CrossReference, Linked
from riec_desktop.ui.spelling import Spelling
from riec_desktop.ui.text_zoom import TextZoom
from riec_desktop.workspace.names import display_name

if TYPE_CHECKING:
    from riec_desktop.ui.widgets.inputs import FieldInput
    from riec_desktop.ui.widgets.rich_editor import RichTextEditor

Options = Callable[[Dossier, FieldSpec], Sequence[Record]]
"""Which records a reference can be set to."""

ShowNumber = Callable[[Linked], str]
PickNumber = Callable[[], Number | None]
ChangeNumber = Callable[[Number], Number | None]
PickReference = Callable[[], CrossReference | None]

_CENTRES = ("organisation_id", "organisation_ids")


def all_options(dossier: Dossier, spec: FieldSpec) -> Sequence[Record]:
    """Every record of the type that a field refers to; organisations are split in partners and the centres."""
    if spec.to == "Organisation" and spec.name == "partner_ids":
        return views.partners(dossier)
    if spec.to == "Organisation" and spec.name in _CENTRES:
        return views.centres(dossier)
    return dossier.all(TYPE_BY_NAME[spec.to])


def _token(linked: Linked) -> str:
    return linked.token()


def _nothing() -> None:
    return None


def _same(_: Number) -> None:
    return None


def _never(_: Linked) -> bool:
    return False


def _alone(_: "RichTextEditor | FieldInput") -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What a form or table is given.

    `show_number` says what a linked number or a reference prints, `pick_number` and `pick_reference` let the person
    choose one, `change_number` lets her change one that is there; `has_changed` tells of a watched one that it prints
    something else than when its sentence was written. `options` says what a field that refers to records can be set to.
    `spelling` knows which words are right and `zoom` how large texts are; without them nothing is checked and each text
    has its own size. `typing` is told of every letter, before the text is handed over.
    """

    show_number: ShowNumber = _token
    pick_number: PickNumber = _nothing
    change_number: ChangeNumber = _same
    has_changed: Callable[[Linked], bool] = _never
    pick_reference: PickReference = _nothing
    options: Options = all_options
    spelling: Spelling | None = None
    zoom: TextZoom | None = None
    typing: "Callable[[RichTextEditor | FieldInput], None]" = _alone

    def choices(self, dossier: Dossier, spec: FieldSpec, current: Sequence[str] = ()) -> Mapping[str, str]:
        """Id → name of what a reference can be set to; what it holds now is always among them, so nothing gets lost."""
        kind = TYPE_BY_NAME[spec.to]
        offered = {record.id: record for record in self.options(dossier, spec)}
        held = {record.id: record for record in dossier.many(kind, current)}
        return {record_id: display_name(dossier, record) for record_id, record in {**offered, **held}.items()}
