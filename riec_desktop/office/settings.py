"""The settings of LibreOffice for one conversion, in a profile of their own: the user's are neither read nor changed.

Settings instead of options on the command line, because versions before 7.4 know no options for a PDF there.
"""

from collections.abc import Mapping
from pathlib import Path

_PDF = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SAFE = "/org.openoffice.Office.Common/Security/Scripting"
_LINKS = "/org.openoffice.Office.Writer/Content/Update"
_UPDATES = "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments"

SETTINGS: Mapping[tuple[str, str], str] = {
    (_PDF, "UseTaggedPDF"): "true",
    (_PDF, "ExportBookmarks"): "true",
    (_PDF, "ExportBookmarksToPDFDestination"): "true",
    (_PDF, "ExportNotes"): "false",
    # Macros never run, and nothing outside the document is fetched.
    (_SAFE, "MacroSecurityLevel"): "3",
    (_SAFE, "DisableMacrosExecution"): "true",
    (_SAFE, "DisableActiveContent"): "true",
    (_LINKS, "Link"): "0",
    (_UPDATES, "AutoCheckEnabled"): "false",
}
"""Node and property with the value (the schemas in the folder `officecfg` of LibreOffice's source)."""

_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def write_profile(folder: Path) -> None:
    """Make a profile in this folder, which must not exist."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "\n".join(_ITEM.format(node=node, name=name, value=value) for (node, name), value in SETTINGS.items())
    (user / "registrymodifications.xcu").write_text(_FILE.format(items=items), encoding="utf-8")
