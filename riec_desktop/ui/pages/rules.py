"""The team's own rules: words, names and patterns that the checks know besides what is shipped with the program."""

from PySide6.QtCore import Qt

from riec_desktop.checks.secret_names import is_secret
from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Record, WordRule
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.pages.page import Page, PageContext, Part, label
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.rules.desk import RulesDesk
from riec_desktop.ui.widgets.columns import field_column

EXPLANATION = "Woorden, namen en patronen die de controles van dit dossier kennen, naast wat het programma al weet."
KINDS = (
    ("eigen term", "een vakwoord dat goed is geschreven; geen spelfout, en altijd aan elkaar"),
    ("verboden woord", "een woord dat uw team niet gebruikt; vul bij ‘liever’ in wat er moet staan"),
    ("moeilijk woord", "een woord met bij ‘liever’ een gewoner woord"),
    ("afkorting", "een afkorting met bij ‘liever’ de volledige naam"),
    ("geheime naam", "van een zaak of persoon; mag niet naar buiten"),
    ("eigen patroon", "# is een cijfer, @ een letter, * de rest van een woord: ‘PL####-######’"),
    ("toegestaan", "lijkt op een persoonsgegeven en mag blijven staan; de toelichting zegt waarom"),
)
UNREADABLE = "(onleesbaar bewaard)"
FIELDS = ("kind", "text", "instead", "note")


def _text(_: Dossier, record: Record) -> str:
    text = record.text if isinstance(record, WordRule) else ""
    return UNREADABLE if is_secret(text) else text


COLUMNS = (
    field_column(WordRule, "kind", width=18),
    field_column(WordRule, "text", width=34, show=_text),
    field_column(WordRule, "instead", width=24),
    field_column(WordRule, "note", width=34),
)


class ExchangePart(Part):
    """Buttons to add names and to share the rules."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("Toevoegen en delen", "Met een bestand geeft u uw regels door aan een ander RIEC.")
        self.desk = RulesDesk(context, self)
        self._names = button("&Geheime namen toevoegen…", "Namen die niet naar buiten mogen", self.desk.add_names)
        self._read = button("Regels &inlezen…", "Een bestand met regels bekijken en overnemen", self.desk.read_file)
        save = button("Regels &opslaan als bestand…", "De regels in een bestand zetten", self.desk.save_file)
        # Below each other: beside each other they are wider than the page in a narrow window.
        for one in (self._names, self._read, save):
            self.column.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        for one in (self._names, self._read):
            one.setEnabled(not locked)


class KindsPart(Part):
    """What each kind is for."""

    def __init__(self) -> None:
        super().__init__("Wat betekent elke soort?", folded=True)
        for name, text in KINDS:
            self.column.addWidget(label(f"{name}: {text}."))


def rules_page(context: PageContext, _: Place) -> Page:
    """The list with its form, the kinds, and what can be done with the whole."""
    rows = Rows(
        kind=WordRule,
        columns=COLUMNS,
        fields=FIELDS,
        records=lambda: sorted(context.editing.dossier.all(WordRule), key=_order),
        new=lambda: WordRule(id=context.new_id()),
        empty="Er zijn nog geen eigen regels.",
    )
    page = Page(PageId.RULES.value, EXPLANATION)
    page.add(ExchangePart(context), TablePart(context, rows, title="Regels"), KindsPart())
    return page


def _order(rule: WordRule) -> tuple[int, str]:
    """By kind; a rule that is being written stays where it is while it is typed."""
    return list(WordRuleKind).index(rule.kind), rule.id
