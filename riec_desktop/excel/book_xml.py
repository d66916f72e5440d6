"""The parts that a workbook has once: its list of sheets, its properties and its theme."""

from collections.abc import Sequence
from datetime import date

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.markup import DRAWING, HEAD, MAIN, OFFICE, string_xml

_MOST_IN_PROPERTY = 255
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_COLOURS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "154273"),
    ("lt2", "EEF3F8"),
    ("accent1", "154273"),
    ("accent2", "A65200"),
    ("accent3", "1B5E20"),
    ("accent4", "7B3F98"),
    ("accent5", "01689B"),
    ("accent6", "8E1B1B"),
    ("hlink", "01689B"),
    ("folHlink", "7B3F98"),
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'


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
    """The least that a theme may be (ISO/IEC 29500-1, 20.1.6): the house colours and one font."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="RIEC"><a:themeElements><a:clrScheme name="RIEC">'
        f'{colours}</a:clrScheme><a:fontScheme name="RIEC"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="RIEC"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{_FILL}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
