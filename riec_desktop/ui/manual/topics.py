"""Which page of the manual belongs to which screen: the tables behind F1."""

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
    PageId.CHECKS: "controleren",
    PageId.RULES: "controleren",
}
"""The page about each page of the window."""

PARTS: Mapping[str, str] = {
    "BackupDialog": "herstellen",
    "CommentsPanel": "invoeren",
    "CompareDialog": "herstellen",
    "FieldPastDialog": "herstellen",
    "FiguresDialog": "cijfers",
    "FindingsPanel": "controleren",
    "GenerateDialog": "word",
    "HistoryDialog": "herstellen",
    "InspectionDialog": "word",
    "LastYearView": "invoeren",
    "MailDialog": "formulieren",
    "NamesDialog": "controleren",
    "NewDossierDialog": "aan-de-slag",
    "NumberDialog": "cijfers-in-zinnen",
    "OrderDialog": "formulieren",
    "Palette": "zoeken",
    "PartDialog": "samenvoegen",
    "PastePreview": "cijfers",
    "ReferenceDialog": "invoeren",
    "ReplaceDialog": "zoeken",
    "ReviewDialog": "formulieren",
    "RolloverDialog": "jaarovergang",
    "SearchPanel": "zoeken",
    "VersionsDialog": "herstellen",
    "YearDialog": "eerste-jaar-inlezen",
}
"""The page about a dialog or a panel, by the name of its class, so that none is loaded to know it."""

CHOICES: Mapping[str, str] = {"ExcelChoices": "excel", "GateChoices": "definitief"}
"""The page about a dialog that makes a document, by what is chosen in it."""


def topic_of(widget: QWidget | None, page: PageId | None) -> str:
    """The page about the dialog or panel that this widget stands in, else about the page of the window.

    Without either: the contents.
    """
    while widget is not None:
        name = type(widget).__name__
        if name in PARTS:
            chosen = type(getattr(widget, "choices", None)).__name__
            return CHOICES.get(chosen, PARTS[name])
        widget = widget.parentWidget()
    return PAGES[page] if page is not None else CONTENTS
