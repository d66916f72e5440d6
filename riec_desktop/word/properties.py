"""What a file says about itself: the properties parts. They name the organisation, never a person or a program path."""

from riec_desktop.chapter.blocks import Chapter
from riec_desktop.word.markup import element_text

PROGRAM = "RIEC Jaarverslag"


def core_part(chapter: Chapter) -> str:
    """Title, subject, language, state and date (ISO/IEC 29500-2, clause 11)."""
    day = f"{chapter.made_on.isoformat()}T00:00:00Z"
    organisation = element_text(chapter.organisation)
    keywords = element_text(f"jaarverslag; {chapter.year}; hoofdstuk {chapter.number}")
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{element_text(chapter.title)}</dc:title><dc:subject>{element_text(chapter.subject)}</dc:subject>"
        f"<dc:creator>{organisation}</dc:creator><cp:keywords>{keywords}</cp:keywords>"
        f"<cp:lastModifiedBy>{organisation}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>nl-NL</dc:language><cp:contentStatus>{chapter.state.value}</cp:contentStatus>"
        "</cp:coreProperties>"
    )


def app_part(chapter: Chapter) -> str:
    """The program and the organisation."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{PROGRAM}</Application><Company>{element_text(chapter.organisation)}</Company></Properties>"
    )
