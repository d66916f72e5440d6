"""A dossier and a template full of what must not go out: names, places, dates and paths in every corner."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from PIL.PngImagePlugin import PngInfo

from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import AcceptedFinding, Comment, NamedVersion, Picture, PortfolioReport, WordRule
from riec_desktop.workspace.content import example_dossier
from tests.helpers.images import drawing, exif, file_of, photo
from tests.helpers.templates import own_numbering, packed, relationship, relationships, unpacked

PERSON, MACHINE, HOME, MAKER = "Jan Verklikker", "LAPTOP-4711", "/home/jverklikker", "Hasselblad"
EDITED = datetime(2019, 7, 3, 4, 5, 6, tzinfo=UTC)
TRACES = (
    *("verklikker", "laptop-4711", "hasselblad", "2019-07-03", "geheime opmerking", "rsid", "attachedtemplate"),
    *("huisstijl.dotm", "docnummer-99", "naar het overleg", "zilverreiger", "opsommingsteken van", "laserjet"),
)
"""In small letters: what stands in the dossier or the template and may stand in no part of a final document."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    f"<dc:creator>{PERSON}</dc:creator><cp:lastModifiedBy>{PERSON}</cp:lastModifiedBy>"
    "<dcterms:modified>2019-07-03T04:05:06Z</dcterms:modified></cp:coreProperties>"
)
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
    'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="docnummer-99">'
    f"<vt:lpwstr>{HOME}/geheim.docx</vt:lpwstr></property></Properties>"
)
_COMMENTS = (
    f'<w:comments {_W}><w:comment w:id="0" w:author="{PERSON}" w:date="2019-07-03T04:05:06Z" w:initials="JV"><w:p><w:r>'
    "<w:t>geheime opmerking</w:t></w:r></w:p></w:comment></w:comments>"
)


_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Template>huisstijl.dotm</Template><Manager>{PERSON}</Manager><Company>{PERSON} BV</Company>"
    f"<HyperlinkBase>{HOME}</HyperlinkBase></Properties>"
)
_PEOPLE = (
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    f'<w15:person w15:author="{PERSON}"/></w15:people>'
)
_BULLET = (
    '<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
    f'<v:imagedata xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1" '
    f'o:title="opsommingsteken van {PERSON}" xmlns:o="urn:schemas-microsoft-com:office:office"/></v:shape></w:pict>'
    "</w:numPicBullet>"
)
_LEVEL = re.compile(r'(<w:numFmt w:val="bullet"/>.*?<w:lvlText [^>]*/>)')


def photo_of_somebody() -> bytes:
    """A photo that says who made it, with what, when and where."""
    return file_of(photo(40, 30), "JPEG", exif=exif(place=True), comment=f"{PERSON} {MAKER} 2019-07-03".encode())


def template() -> bytes:
    """A template of the organisation as it lies about: written by somebody, with everything in it."""
    parts = unpacked(own_numbering())
    name = next(one for one in parts if one.endswith("settings.xml"))
    inside = (
        '<w:attachedTemplate r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        '<w:trackRevisions/><w:rsids><w:rsidRoot w:val="00A77B3C"/><w:rsid w:val="00A77B3C"/></w:rsids>'
    )
    parts[name] = parts[name].replace("</w:settings>", f"{inside}</w:settings>")
    bulleted = _LEVEL.sub(r'\1<w:lvlPicBulletId w:val="0"/>', parts["word/numbering.xml"])
    parts["word/numbering.xml"] = bulleted.replace("<w:abstractNum ", f"{_BULLET}<w:abstractNum ", 1)
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        relationship("rId91", "people", "people.xml")
        + relationship("rId92", "comments", "comments.xml")
        + relationship("rId93", "printerSettings", "printerSettings/printer.bin")
        + "</Relationships>",
    )
    attached = relationship("rId1", "attachedTemplate", f"file://{HOME}/huisstijl.dotm", "External")
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:p>", '<w:p w:rsidR="00A77B3C">')
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("<w:name ", '<w:rsid w:val="00A77B3C"/><w:name ', 1)
    return packed(
        {
            **parts,
            "word/_rels/numbering.xml.rels": relationships(relationship("rId1", "image", "media/bullet.jpg")),
            "word/media/bullet.jpg": photo_of_somebody(),
            "word/people.xml": _PEOPLE,
            "word/printerSettings/printer.bin": f"LaserJet van {PERSON}".encode("utf-16-le"),
            "docProps/thumbnail.jpeg": photo_of_somebody(),
            "docProps/app.xml": _APP,
            "word/_rels/settings.xml.rels": relationships(attached),
            "docProps/core.xml": _CORE,
            "docProps/custom.xml": _CUSTOM,
            "word/comments.xml": _COMMENTS,
            "customXml/item1.xml": f"<wie>{PERSON}</wie>",
        }
    )


def dossier() -> Dossier:
    """The example with names where people write them, remarks, and a photo that says where it was taken."""
    example = example_dossier()
    reports = [
        replace(one, holder=PERSON, reviewed_by=PERSON, contractor_person=PERSON, reviewed_on=EDITED.date())
        for one in example.all(PortfolioReport)
    ]
    first = reports[-1]
    told = PngInfo()
    told.add_itxt("Author", PERSON)
    told.add_text("Comment", f"{MAKER} 2019-07-03")
    pictures = {
        "p": photo_of_somebody(),
        "q": file_of(drawing(40, 30), pnginfo=told),
        "r": file_of(drawing(40, 30), "WEBP", exif=exif(place=True), xmp=f"<x>{PERSON}</x>".encode()),
        "s": photo_of_somebody() + f"ftypmp42 {PERSON}".encode(),
    }
    more = (
        Comment(
            id="c",
            kind="PortfolioReport",
            record_id=first.id,
            field="client",
            text="geheime opmerking",
            author=PERSON,
            written_at=EDITED,
        ),
        NamedVersion(id="v", name="naar het overleg", author=PERSON, made_at=EDITED),
        WordRule(id="w", text="zilverreiger"),
        AcceptedFinding(id="a", code="x", reason="zomaar", author=PERSON, accepted_at=EDITED),
        *(
            Picture(
                id=id, report_id=first.id, title=f"Foto {id}", alt="Een foto.", content=content, width=40, height=30
            )
            for id, content in pictures.items()
        ),
    )
    return dossier_of([*example.records(), *reports, *more])


def parts_inside(data: bytes, path: str = "") -> dict[str, bytes]:
    """Every part of a package by its path, those of workbooks inside it too."""
    found: dict[str, bytes] = {}
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            content = package.read(name)
            found[f"{path}{name}"] = content
            if name.endswith(".xlsx"):
                found.update(parts_inside(content, f"{path}{name}!"))
    return found
