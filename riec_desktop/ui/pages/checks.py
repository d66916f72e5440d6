"""What the checks look at: which kinds a team wants to see, and where a sentence begins to be long."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QCheckBox, QStyle, QVBoxLayout, QWidget

from riec_desktop.checks.kinds import OPTIONAL, CheckKind, Topic, hidden_kinds, with_kind
from riec_desktop.dossier import views
from riec_desktop.dossier.records import Settings
from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.page import Page, PageContext, Part, Spot
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.places import PageId, Place

EXPLANATION = (
    "Wat nodig is voor een volledig hoofdstuk en wat privacy raakt, ziet u altijd. De rest zijn adviezen: hier kiest u "
    "welke u wilt zien. Dat geldt voor iedereen die met dit dossier werkt."
)
SENTENCES = "Bij taalniveau B1 horen zinnen van gemiddeld 15 woorden, en hooguit 20. Vul 0 in voor geen grens."


class KindsPart(Part):
    """A check box for each kind of one topic, with the reason below it."""

    fields = ("checks_off", "checks_on")
    """The fields of the settings that these boxes are about."""

    def __init__(self, context: PageContext, topic: Topic) -> None:
        super().__init__(topic.value)
        self._context = context
        self.boxes = {kind: QCheckBox(kind.title) for kind in OPTIONAL if kind.topic is topic}
        for kind, box in self.boxes.items():
            box.setAccessibleDescription(kind.reason)
            box.clicked.connect(partial(self._clicked, kind))
            self.column.addWidget(_with_reason(box, kind.reason))

    def _clicked(self, kind: CheckKind) -> None:
        editing, wanted = self._context.editing, self.boxes[kind].isChecked()
        changes = with_kind(editing.dossier, kind, wanted=wanted)
        editing.do(f"{'Tonen' if wanted else 'Niet meer tonen'}: {kind.title}", changes)

    def refresh(self) -> None:
        """Tick what the team sees."""
        hidden = hidden_kinds(self._context.editing.dossier)
        for kind, box in self.boxes.items():
            box.setChecked(kind.code not in hidden)

    def locate(self, spot: Spot) -> QWidget | None:
        """The first box, for the fields that the boxes are about."""
        ours = spot.kind == Settings.__name__ and spot.field in self.fields
        return next(iter(self.boxes.values()), None) if ours else None


def _with_reason(box: QCheckBox, reason: str) -> QWidget:
    """A box with muted words below its label."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(box)
    words = label(reason, muted=True)
    words.setContentsMargins(_before_label(box), 0, 0, 0)
    column.addWidget(words)
    return made


def _before_label(box: QCheckBox) -> int:
    """The pixels before the label of a box: its sign and the space behind it."""
    style = box.style()
    sign = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box)
    return sign + style.pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, box)


def _topics() -> Iterator[Topic]:
    """The topics that have something to choose, in their order."""
    yield from (topic for topic in Topic if any(kind.topic is topic for kind in OPTIONAL))


def checks_page(context: PageContext, _: Place) -> Page:
    """The limits for sentences, and the kinds by topic."""

    def settings() -> Settings:
        return views.settings(context.editing.dossier)

    page = Page(PageId.CHECKS.value, EXPLANATION)
    page.add(*(KindsPart(context, topic) for topic in _topics()))
    limits = ("long_sentence", "mean_sentence")
    page.add(FormPart(context, Settings, limits, settings, title="Lengte van zinnen", explanation=SENTENCES))
    return page
