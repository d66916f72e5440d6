"""The parts that a workbook has once: its list of sheets, its properties and its theme."""

from collections.abc import Sequence
from datetime import date

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.markup import HEAD, MAIN, OFFICE, string_xml
from riec_desktop.sheets import theme_xml

_MOST_IN_PROPERTY = 255
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_ACCENTS = ("154273", "A65200", "1B5E20", "7B3F98", "01689B", "8E1B1B")


def clipped(text: str, most: int) -> str:
    """Clean text of at most this many characters, with a sign where it was cut."""
    cleaned = cell_text(text)
    return cleaned if len(cleaned) <= most else f"{cleaned[: most - 1]}…"


def workbook_part(names: Sequence[str]) -> str:
    """The sheets with the ids rId1, rId2 …; on paper the first row of each stands on every page."""
    sheets = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, start=1))
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{names.index(name)}">{name}!$1:$1</definedName>'
        for name in sorted(names)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><fileVersion appName="xl" lastEdited="4" lowestEdited="4" '
        'rupBuild="4505"/><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="240" '
        f'yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews><sheets>{sheets}</sheets>'
        f'<definedNames>{titles}</definedNames><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def core_part(title: str, subject: str, organisation: str, made_on: date) -> str:
    """The properties, without the name of a person: the organisation is the author."""
    told, about, owner = (string_xml(clipped(one, _MOST_IN_PROPERTY)) for one in (title, subject, organisation))
    moment = f'xsi:type="dcterms:W3CDTF">{made_on.isoformat()}T00:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{told}</dc:title><dc:subject>{about}</dc:subject><dc:creator>{owner}</dc:creator>"
        f"<cp:lastModifiedBy>{owner}</cp:lastModifiedBy><dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def app_part(organisation: str) -> str:
    """What program the file is for, and whose it is."""
    owner = string_xml(clipped(organisation, _MOST_IN_PROPERTY))
    return (
        f'{HEAD}<Properties xmlns="{_EXTENDED}"><Application>Microsoft Excel</Application><Company>{owner}</Company>'
        "<AppVersion>12.0000</AppVersion></Properties>"
    )


def theme_part() -> str:
    """The theme: the house colours of a workbook."""
    return f"{HEAD}{theme_xml(_ACCENTS)}"
