"""Inputs in which a person chooses: yes or no, one of several words, several of them, and other records."""

from enum import StrEnum
from typing import ClassVar, cast

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Value
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import TYPE_BY_NAME
from riec_desktop.ui.only_texts import TEXTS, differ_in_texts
from riec_desktop.ui.theme import line_height
from riec_desktop.ui.widgets.check_list import CheckList, MultiSelect
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.search_combo import CalmCombo, SearchCombo
from riec_desktop.workspace.values import Read

NO_WORD = "(niet ingevuld)"


def choice_names(spec: FieldSpec) -> dict[str, str]:
    """Choice → Dutch word, in order."""
    return {one.value: word(one) or NO_WORD for one in spec.choices or ()}


def choice_of(spec: FieldSpec, found: object) -> StrEnum:
    """The choice with this value. Raises KeyError for one that there is not."""
    return {one.value: one for one in spec.choices or ()}[str(found)]


def ids_of(value: Value) -> tuple[str, ...]:
    """The ids that a REF or REFS value holds."""
    if isinstance(value, tuple):
        return cast("tuple[str, ...]", value)
    return (value,) if isinstance(value, str) else ()


class FlagInput(FieldInput):
    """Yes or no: a check box that is its own label."""

    has_own_label: ClassVar[bool] = True

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.box = QCheckBox()
        super().__init__(spec, context, self.box)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.clicked.connect(self.chosen)

    def set_label(self, name: str, description: str) -> None:
        super().set_label(name, description)
        self.box.setText(name.replace("&", "&&"))

    def show_value(self, value: Value) -> None:
        self.box.setChecked(bool(value))

    def read_value(self) -> Read:
        return self.box.isChecked()


class ChoiceInput(FieldInput):
    """One of several words."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.combo = CalmCombo()
        super().__init__(spec, context, self.combo)
        for value, text in choice_names(spec).items():
            self.combo.addItem(text, value)
        self.combo.activated.connect(self.chosen)

    def show_value(self, value: Value) -> None:
        self.combo.setCurrentIndex(list(choice_names(self.spec)).index(str(value)))

    def read_value(self) -> Read:
        return choice_of(self.spec, self.combo.currentData())


class ChoicesInput(FieldInput):
    """Several of a few words, all in sight."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.list = CheckList()
        super().__init__(spec, context, self.list.items, self.list)
        self.list.set_options(choice_names(spec), ())
        self.list.items.setFixedHeight(self.list.height_of_all())
        self.list.changed.connect(self.chosen)

    def show_value(self, value: Value) -> None:
        found = tuple(str(one) for one in value) if isinstance(value, tuple) else ()
        if found != self.list.chosen():
            self.list.set_options(choice_names(self.spec), found)

    def read_value(self) -> Read:
        return tuple(choice_of(self.spec, one) for one in self.list.chosen())


class RefInput(FieldInput):
    """One other record."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.combo = SearchCombo()
        super().__init__(spec, context, self.combo)
        self.combo.chosen.connect(self.chosen)
        self._dossier = Dossier()

    def offer(self, dossier: Dossier) -> None:
        before, self._dossier = self._dossier, dossier
        # Naming hundreds of portfolios after every sentence would keep the next letter waiting.
        if TYPE_BY_NAME[self.spec.to] in TEXTS or not differ_in_texts(before, dossier):
            self._offer_with(self.known())

    def _offer_with(self, value: Value) -> None:
        self.combo.set_options(self.context.choices(self._dossier, self.spec, ids_of(value)))

    def show_value(self, value: Value) -> None:
        self._offer_with(value)
        self.combo.set_current(cast("str | None", value))

    def read_value(self) -> Read:
        return self.combo.current_id()


class RefsInput(FieldInput):
    """Several other records."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.select = MultiSelect()
        super().__init__(spec, context, self.select)
        self.select.changed.connect(self.chosen)
        self._dossier = Dossier()

    def offer(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.show_value(self.known())

    def show_value(self, value: Value) -> None:
        held = ids_of(value)
        self.select.set_options(self.context.choices(self._dossier, self.spec, held), held)

    def read_value(self) -> Read:
        return self.select.chosen()


class RefsListInput(FieldInput):
    """Several other records, with the list in sight: for where there is room for it."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self.list = CheckList()
        super().__init__(spec, context, self.list.items, self.list)
        self.setFocusProxy(self.list)
        self.list.items.setMinimumHeight(line_height(self) * 17)
        self.list.changed.connect(self.chosen)
        self._dossier = Dossier()

    def offer(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def show_value(self, value: Value) -> None:
        held = ids_of(value)
        self.list.set_options(self.context.choices(self._dossier, self.spec, held), held)

    def read_value(self) -> Read:
        return self.list.chosen()
