"""The way to everything that is arranged once: for the dossier or for a year."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCommandLinkButton, QGridLayout

from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import Page, PageContext, Part
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import icon_size
from riec_desktop.ui.widgets.card import Card

LINKS = (
    (PageId.SETTINGS, "settings", "Naam van het dossier en hoe het hoofdstuk eruitziet"),
    (PageId.YEARS, "calendar", "Een nieuw jaar beginnen, een jaar afsluiten of weer openen"),
    (PageId.PORTFOLIOS, "folder", "Welke portefeuilles er dit jaar zijn en onder welk doel"),
    (PageId.AGENDA, "numbers", "De strategische agenda met haar stappen en doelen"),
    (PageId.QUESTIONNAIRE, "help", "De vragen die elke portefeuille beantwoordt"),
    (PageId.INDICATORS, "chart", "Wat er geteld wordt, en hoe"),
    (PageId.ORGANISATIONS, "people", "LIEC, RIEC’s en partners met hun namen"),
    (PageId.PROGRAMMES, "map", "De versterkingsprogramma’s van de regio’s"),
    (PageId.RULES, "lock", "Eigen termen, verboden woorden, geheime namen en patronen"),
    (PageId.CHECKS, "check", "Welke aandachtspunten u ziet, en wanneer een zin lang is"),
)


class LinksPart(Part):
    """A button for each page."""

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here; a person still goes on."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        card, grid = Card(""), QGridLayout()
        card.heading.hide()
        card.add(grid)
        self.column.addWidget(card)
        for index, (page, picture, text) in enumerate(LINKS):
            button = QCommandLinkButton(page.value, text)
            button.setIcon(icon(picture))
            side = icon_size(button) * 3 // 2
            button.setIconSize(QSize(side, side))
            button.setAccessibleName(page.value)
            button.setAccessibleDescription(text)
            button.clicked.connect(lambda _checked=False, page=page: context.show(Place(page)))
            grid.addWidget(button, index // 2, index % 2)


def setup_page(context: PageContext, _: Place) -> Page:
    """The links."""
    page = Page(PageId.SETUP.value, "Dit regelt u één keer, of één keer per jaar.")
    page.add(LinksPart(context))
    return page
