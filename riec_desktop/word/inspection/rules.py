"""The register of rules: every point that the inspection looks at, with its code, Dutch name and source."""

from riec_desktop.word.inspection import (
    charts,
    contrast,
    drawings,
    fields,
    formatting,
    layout,
    links,
    outline,
    package,
    privacy,
    properties,
    references,
    tables,
    text,
)
from riec_desktop.word.inspection.remarks import Rule

_MS = "Microsoft, regels van de toegankelijkheidscontrole"
_WORD = "ISO/IEC 29500-1"
_PACKAGE = "ISO/IEC 29500-2"
_HOUSE = "afspraak voor het hoofdstuk (CHAPTER.md)"
_DOMAIN = "afspraak voor definitieve documenten (DOMAIN.md, regel 15)"


def _wcag(number: str, clause: str) -> str:
    """Success criteria of WCAG 2.1, and the same ones for documents in EN 301 549."""
    return f"WCAG 2.1, {number}; EN 301 549, {clause}"


_PROPERTIES = (
    Rule(
        code="properties.title",
        name="het document heeft een titel die iets zegt",
        source=_wcag("2.4.2", "10.2.4.2"),
        look=properties.title,
    ),
    Rule(code="properties.subject", name="het document heeft een onderwerp", source=_HOUSE, look=properties.subject),
    Rule(
        code="properties.language",
        name="de taal van het document is Nederlands",
        source=_wcag("3.1.1", "10.3.1.1"),
        look=properties.language,
    ),
    Rule(
        code="text.language",
        name="tekst in een andere taal is zo bedoeld",
        source=_wcag("3.1.2", "10.3.1.2"),
        look=properties.text_language,
    ),
)

_OUTLINE = (
    Rule(code="headings.present", name="er zijn koppen", source=_wcag("1.3.1", "10.1.3.1"), look=outline.present),
    Rule(code="headings.first", name="de eerste kop heeft niveau 1", source=_MS, look=outline.first),
    Rule(code="headings.order", name="koppen slaan geen niveau over", source=_MS, look=outline.order),
    Rule(code="headings.empty", name="koppen zijn niet leeg", source=_wcag("2.4.6", "10.2.4.6"), look=outline.empty),
    Rule(
        code="headings.fake",
        name="wat een kop lijkt, is een kop",
        source=_wcag("1.3.1", "10.1.3.1"),
        look=outline.fake,
    ),
    Rule(
        code="headings.typed",
        name="nummers van koppen zijn niet getypt",
        source=_HOUSE,
        look=outline.typed_numbers,
    ),
    Rule(code="headings.twice", name="elk kopnummer komt één keer voor", source=_HOUSE, look=outline.listed_headings),
    Rule(
        code="lists.typed",
        name="opsommingen zijn echte lijsten",
        source=_wcag("1.3.1", "10.1.3.1"),
        look=outline.typed_items,
    ),
    Rule(
        code="contents.present",
        name="een lang document heeft een inhoudsopgave",
        source=_wcag("2.4.5", "10.2.4.5"),
        look=outline.contents,
    ),
    Rule(code="styles.known", name="elke stijl staat in het bestand", source=_WORD, look=outline.known_styles),
)

_TEXT = (
    Rule(
        code="text.empty",
        name="geen lege regels als witruimte",
        source=_MS,
        look=text.empty_paragraphs,
    ),
    Rule(code="text.spaces", name="geen rijen spaties", source=_MS, look=text.spaces),
    Rule(code="text.tabs", name="geen kolommen met tabs", source=_MS, look=text.tabs),
    Rule(
        code="text.contrast",
        name="tekst heeft genoeg contrast",
        source=_wcag("1.4.3", "10.1.4.3"),
        look=contrast.readable,
    ),
    Rule(code="text.small", name="tekst is minstens 8 punt", source=_HOUSE, look=contrast.small),
    Rule(code="text.formatting", name="opmaak komt uit stijlen", source=_HOUSE, look=formatting.by_hand),
)

_TABLES = (
    Rule(code="tables.frame", name="tabellen zijn er voor gegevens", source=_MS, look=tables.frames),
    Rule(
        code="tables.header",
        name="tabellen hebben een gemarkeerde kopregel",
        source=_wcag("1.3.1", "10.1.3.1"),
        look=tables.header,
    ),
    Rule(code="tables.columns", name="elke kolom heeft een naam", source=_MS, look=tables.header_cells),
    Rule(code="tables.merged", name="geen samengevoegde cellen", source=_MS, look=tables.merged),
    Rule(code="tables.nested", name="geen tabel in een tabel", source=_MS, look=tables.nested),
    Rule(code="tables.even", name="alle rijen zijn even lang", source=_MS, look=tables.even),
    Rule(code="tables.blank", name="geen lege rijen", source=_MS, look=tables.blank_rows),
    Rule(code="tables.described", name="tabellen hebben titel en beschrijving", source=_MS, look=tables.described),
    Rule(code="tables.rows", name="rijen breken niet over twee bladzijden", source=_HOUSE, look=tables.whole_rows),
    Rule(code="tables.width", name="tabellen passen in de tekstkolom", source=_HOUSE, look=tables.fits),
)

_DRAWINGS = (
    Rule(
        code="drawings.described",
        name="alles wat getekend is, heeft een beschrijving",
        source=_wcag("1.1.1", "10.1.1.1"),
        look=drawings.described,
    ),
    Rule(code="drawings.inline", name="niets zweeft over de tekst", source=_MS, look=drawings.inline),
    Rule(code="text.frames", name="geen tekstvakken en zwevende kaders", source=_MS, look=layout.floating),
    Rule(code="pictures.clean", name="afbeeldingen zonder verborgen gegevens", source=_HOUSE, look=drawings.clean),
    Rule(code="pictures.size", name="afbeeldingen niet groter dan nodig", source=_HOUSE, look=drawings.fitting),
    Rule(code="charts.data", name="grafieken zijn te bewerken", source=_HOUSE, look=charts.editable),
    Rule(code="charts.values", name="grafieken tonen de cijfers uit hun werkmap", source=_HOUSE, look=charts.true),
)

_REFERENCES = (
    Rule(code="fields.complete", name="velden zijn heel", source=f"{_WORD}, 17.16.18", look=fields.complete),
    Rule(code="fields.results", name="velden tonen hun uitkomst", source=_HOUSE, look=fields.results),
    Rule(code="fields.errors", name="geen foutmeldingen in de tekst", source=_HOUSE, look=fields.errors),
    Rule(code="fields.updates", name="Word vraagt niet om velden bij te werken", source=_HOUSE, look=fields.updates),
    Rule(code="fields.outside", name="velden halen niets van buiten", source=_HOUSE, look=fields.reaching),
    Rule(code="references.target", name="verwijzingen komen ergens uit", source=_HOUSE, look=references.targets),
    Rule(
        code="references.text",
        name="verwijzingen tonen wat er staat",
        source=f"{_WORD}, 17.16.5.58",
        look=references.texts,
    ),
    Rule(
        code="captions.number",
        name="bijschriften tellen door",
        source=f"{_WORD}, 17.16.5.64",
        look=references.sequences,
    ),
    Rule(
        code="contents.entries",
        name="de inhoudsopgave noemt de koppen zoals ze zijn",
        source=f"{_WORD}, 17.16.5.68",
        look=references.contents,
    ),
    Rule(code="contents.pages", name="bladzijdenummers lopen op", source=_HOUSE, look=references.pages),
    Rule(
        code="links.text",
        name="links zeggen waar ze heen gaan",
        source=_wcag("2.4.4", "10.2.4.4"),
        look=links.meaningful,
    ),
    Rule(code="links.address", name="links gaan naar het web", source=_HOUSE, look=links.addresses),
)

_LAYOUT = (
    Rule(code="layout.heading", name="koppen blijven bij hun tekst", source=_HOUSE, look=layout.headings),
    Rule(code="layout.caption", name="bijschriften blijven bij hun tabel", source=_HOUSE, look=layout.captions),
    Rule(code="layout.box", name="kaderteksten blijven bij hun kop", source=_HOUSE, look=layout.boxes),
)

_FILE = (
    Rule(code="file.parts", name="geen onderdeel ontbreekt", source=f"{_PACKAGE}, 9.3", look=package.parts),
    Rule(code="file.relations", name="alles in de tekst is er", source=f"{_PACKAGE}, 9.3", look=package.relations),
    Rule(code="file.outside", name="niets komt van buiten het bestand", source=_HOUSE, look=package.outside),
    Rule(code="file.foreign", name="alle tekst is te lezen", source=f"{_WORD}, 11.3.1", look=package.foreign),
    Rule(code="file.types", name="van elk onderdeel is de soort bekend", source=f"{_PACKAGE}, 9.2", look=package.types),
)

_FINAL = (
    Rule(code="final.persons", name="geen namen van mensen", source=_DOMAIN, look=privacy.persons, final=True),
    Rule(code="final.charts", name="geen namen achter grafieken", source=_DOMAIN, look=charts.nameless, final=True),
    Rule(code="final.comments", name="geen opmerkingen", source=_DOMAIN, look=privacy.comments, final=True),
    Rule(code="final.changes", name="geen bijgehouden wijzigingen", source=_DOMAIN, look=privacy.changes, final=True),
    Rule(code="final.hidden", name="geen verborgen tekst", source=_DOMAIN, look=privacy.hidden, final=True),
    Rule(code="final.paths", name="geen plaatsen op een computer", source=_DOMAIN, look=privacy.paths, final=True),
    Rule(code="final.outside", name="geen koppelingen naar buiten", source=_DOMAIN, look=privacy.outside, final=True),
    Rule(
        code="final.prompts",
        name="geen vergeten invulplekken",
        source="afspraak voor documenten (DOMAIN.md, regel 9)",
        look=privacy.prompts,
        final=True,
    ),
    Rule(code="final.draft", name="nergens staat nog concept", source=_HOUSE, look=privacy.drafts, final=True),
    Rule(
        code="final.embedded",
        name="geen andere bestanden in het bestand",
        source=_DOMAIN,
        look=privacy.embedded,
        final=True,
    ),
    Rule(
        code="final.editing",
        name="geen nummers van bewerkingen",
        source=_DOMAIN,
        look=privacy.editing_marks,
        final=True,
    ),
    Rule(
        code="final.bullets",
        name="geen afbeeldingen als opsommingsteken",
        source=_DOMAIN,
        look=privacy.picture_bullets,
        final=True,
    ),
    Rule(code="final.properties", name="geen eigen eigenschappen", source=_DOMAIN, look=privacy.own_data, final=True),
)

RULES: tuple[Rule, ...] = (
    *_PROPERTIES,
    *_OUTLINE,
    *_TEXT,
    *_TABLES,
    *_DRAWINGS,
    *_REFERENCES,
    *_LAYOUT,
    *_FILE,
    *_FINAL,
)
"""In the order in which remarks of the same weight are told."""
