"""The settings of a template: its looks are kept, its own life (protection, old template, changes) stays behind."""

from dataclasses import dataclass

from riec_desktop.word.etree import VAL, Element, W, new
from riec_desktop.word.templates.order import drop, in_order, made, put_value
from riec_desktop.word.templates.sheet import OFF

_UNWANTED = (
    *("attachedTemplate", "linkStyles", "mailMerge", "documentProtection", "writeProtection", "docVars"),
    *("trackRevisions", "updateFields", "rsids", "revisionView", "saveThroughXslt", "attachedSchema"),
    *("footnotePr", "endnotePr", "evenAndOddHeaders", "bookFoldPrinting", "bookFoldRevPrinting", "documentType"),
    *("formsDesign", "styleLockTheme", "styleLockQFSet", "autoFormatOverride", "readModeInkLockDown"),
)
"""Settings that belong to the template's own life: where it came from, how it was protected, notes it had.

A chapter has one header for all pages, so 'different on even pages' would leave every second page without.
"""
_HYPHENATION = (("consecutiveHyphenLimit", "2"), ("hyphenationZone", "425"), ("doNotHyphenateCaps", ""))
_MODE = "15"
"""The layout rules of Word 2013 and later; with fewer a notice appears in the title bar."""
_MODE_SETTING = (
    ("name", "compatibilityMode"),
    ("uri", "http://schemas.microsoft.com/office/word"),
    ("val", _MODE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFound:
    """What was not as a chapter needs it: protection, no hyphenation, the layout rules of an old Word."""

    protected: bool
    unhyphenated: bool
    old: bool


def mend_settings(settings: Element) -> SettingsFound:
    """Settings for a chapter, in place."""
    protection = (settings.find(W + name) for name in ("documentProtection", "writeProtection"))
    protected = any(one is not None for one in protection)
    drop(settings, *_UNWANTED)
    in_order(settings)
    found = SettingsFound(protected=protected, unhyphenated=_hyphenate(settings), old=_modernise(settings))
    made(settings, "themeFontLang").set(VAL, "nl-NL")
    put_value(settings, "decimalSymbol", ",")
    put_value(settings, "listSeparator", ";")
    return found


def forget_revisions(root: Element) -> None:
    """Take the numbers of editing sessions out of a part, in place: they tie documents to who worked on them.

    ISO/IEC 29500-1, 17.15.1.72: `w:rsid` elements and the attributes whose names begin so.
    """
    for element in tuple(root.iter()):
        drop(element, "rsid")
        for name in [one for one in element.attrib if one.startswith(f"{W}rsid")]:
            del element.attrib[name]


def _hyphenate(settings: Element) -> bool:
    """Hyphenation on. Tells whether it was off; only then the rules of the house come with it."""
    found = settings.find(f"{W}autoHyphenation")
    if found is not None and found.get(VAL, "1") not in OFF:
        return False
    put_value(settings, "autoHyphenation")
    for name, text in _HYPHENATION:
        put_value(settings, name, text)
    return True


def _modernise(settings: Element) -> bool:
    compat = made(settings, "compat")
    for one in compat.findall(f"{W}compatSetting"):
        if one.get(f"{W}name", "") == "compatibilityMode":
            was = one.get(VAL, "")
            one.set(VAL, _MODE)
            return was != _MODE
    mode = new(f"{W}compatSetting")
    for name, text in _MODE_SETTING:
        mode.set(W + name, text)
    compat.append(mode)
    return True
