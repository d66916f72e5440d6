"""Which page of the manual belongs to which screen: the table behind F1."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from riec_desktop.ui.places import PageId

CONTENTS = "inhoud"

PAGES: Mapping[PageId, str] = {
    PageId.OVERVIEW: "overzicht",
    PageId.TEXTS: "invoeren",
    PageId.GOAL: "invoeren",
    PageId.PORTFOLIO: "invoeren",
    PageId.CALLOUTS: "kadertekst",
    PageId.FIGURES: "cijfers",
    PageId.REGIONS: "invoeren",
    PageId.SETUP: "inrichten",
    PageId.SETTINGS: "inrichten",
    PageId.YEARS: "jaarovergang",
    PageId.PORTFOLIOS: "inrichten",
    PageId.QUESTIONNAIRE: "inrichten",
    PageId.INDICATORS: "cijfers",
    PageId.AGENDA: "inrichten",
    PageId.ORGANISATIONS: "inrichten",
    PageId.PROGRAMMES: "inrichten",
    PageId.CHECKS: "inrichten",
    PageId.RULES: "definitief",
}
"""The page about each page of the window."""

DIALOGS: Mapping[str, str] = {
    "GenerateDialog": "word",
    "FormDialog": "formulieren",
    "ReviewDialog": "formulieren",
    "NamesDialog": "definitief",
    "FiguresDialog": "cijfers",
    "HistoryDialog": "herstellen",
    "InspectionDialog": "word",
    "NewDossierDialog": "aan-de-slag",
}
"""The page about a dialog, by the name of its class, so that no dialog is loaded to know it."""


def topic_of(widget: QWidget | None, page: PageId | None) -> str:
    """The page about the dialog that this widget stands in, else about the page of the window, else the contents."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in DIALOGS:
                return DIALOGS[kind.__name__]
        widget = widget.parentWidget()
    return PAGES[page] if page is not None else CONTENTS
