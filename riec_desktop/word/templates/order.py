"""Putting an element where the schema wants it among its sisters (ISO/IEC 29500-1, Annex A).

Word refuses a file in which two properties stand the other way round, and templates hold any of them.
"""

from collections.abc import Mapping, Sequence

from riec_desktop.word.etree import VAL, Element, W, new

_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position"),
    *("sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
    *("eastAsianLayout", "specVanish", "oMath"),
)
_STYLE = (
    *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden"),
    *("unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid"),
    *("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
)
_SETTINGS = (
    *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
    *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
    *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts"),
    *("saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
    *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors"),
    *("activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter"),
    *("stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves"),
    *("doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet"),
    *("defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"),
    *("showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders"),
    *("bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing"),
    *("drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
    *("doNotUseMarginsForDrawingGridOrigin", "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin"),
    *("doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl", "printTwoOnOne"),
    *("strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture"),
    *("doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent", "alwaysShowPlaceholderText"),
    *("doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags"),
    *("alwaysMergeEmptyNamespace", "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat"),
    *("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
    *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
_LEVEL = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc")

ORDERS: Mapping[str, Sequence[str]] = {
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "style": _STYLE,
    "settings": _SETTINGS,
    "lvl": (*_LEVEL, "pPr", "rPr"),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "rPrDefault": ("rPr",),
    "pPrDefault": ("pPr",),
    "numPr": ("ilvl", "numId"),
    "styles": ("docDefaults", "latentStyles", "style"),
}
"""The children of an element in the order of the schema, by its name without namespace."""

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def place(child: Element, order: Sequence[str]) -> int:
    """Where a child belongs; what is of no known name (an extension) belongs at the end."""
    name = child.tag.removeprefix(W).removeprefix(_MATHS)
    return order.index(name) if name in order else len(order)


def put(parent: Element, child: Element) -> Element:
    """Put a child in its place, instead of one of the same name. Gives the child."""
    order = ORDERS[parent.tag.removeprefix(W)]
    for old in parent.findall(child.tag):
        parent.remove(old)
    at = place(child, order)
    for sister in parent:
        if place(sister, order) > at:
            sister.addprevious(child)
            return child
    parent.append(child)
    return child


def in_order(parent: Element) -> None:
    """Put all children in their places: some programs write them in any order."""
    order = ORDERS[parent.tag.removeprefix(W)]
    for child in sorted(parent, key=lambda each: place(each, order)):
        parent.append(child)


def made(parent: Element, name: str) -> Element:
    """The child with this name, made in its place when there is none."""
    found = parent.find(W + name)
    return put(parent, new(W + name)) if found is None else found


def put_value(parent: Element, name: str, value: str = "") -> Element:
    """Put `<w:name w:val="value"/>` in its place, instead of what stood there; without a value it has no attribute."""
    child = new(W + name)
    if value:
        child.set(VAL, value)
    return put(parent, child)


def drop(parent: Element, *names: str) -> None:
    """Take away the children with these names."""
    for name in names:
        for child in parent.findall(W + name):
            parent.remove(child)
