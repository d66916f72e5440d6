"""What a document carries beside its text: charts with their workbooks, and pictures.

Names and relationship ids are given out in the order of the text, so that the same chapter always gets the same ones.
"""

from dataclasses import dataclass, field

from riec_desktop.chapter.blocks import Chart, Picture
from riec_desktop.word.chart_workbook import workbook
from riec_desktop.word.charts import WORKBOOK_ID, chart_part
from riec_desktop.word.package import Packed, pack, relationships_name, store

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_FOLDER = "word/charts/chart"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
DEFAULT_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Content types of parts by the end of their name."""

_CHART_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="{WORKBOOK_ID}" Type="{_OFFICE}/package" Target="../embeddings/{{}}"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A relationship from the document to a part: its id, the last word of its type, and the name of the part."""

    id: str
    kind: str
    part: str


@dataclass(slots=True)
class Attachments:
    """The parts of one document and its relationships to them; `drawings` counts what is shown."""

    parts: list[Packed] = field(default_factory=list[Packed])
    relations: list[Attached] = field(default_factory=list[Attached])
    drawings: int = 0
    _charts: int = 0
    _pictures: dict[bytes, str] = field(default_factory=dict[bytes, str])

    def drawing(self) -> int:
        """The number of the next drawing, from 1."""
        self.drawings += 1
        return self.drawings

    def chart(self, chart: Chart) -> str:
        """Add a chart with its workbook; gives the relationship id."""
        self._charts += 1
        part, sheet = f"{CHART_FOLDER}{self._charts}.xml", f"Microsoft_Excel_Worksheet{self._charts}.xlsx"
        self.parts += (
            pack(part, chart_part(chart).encode()),
            store(relationships_name(part), _CHART_RELATIONS.format(sheet).encode()),
            store(f"word/embeddings/{sheet}", workbook(chart)),
        )
        return self._relate(f"rIdChart{self._charts}", "chart", part)

    def picture(self, picture: Picture) -> str:
        """Add a picture, unless the same one is there; gives the relationship id."""
        if picture.content not in self._pictures:
            number = len(self._pictures) + 1
            part = f"word/media/image{number}.{EXTENSIONS[picture.media_type]}"
            self.parts.append(store(part, picture.content))
            self._pictures[picture.content] = self._relate(f"rIdImage{number}", "image", part)
        return self._pictures[picture.content]

    def _relate(self, id: str, kind: str, part: str) -> str:
        self.relations.append(Attached(id, kind, part))
        return id
