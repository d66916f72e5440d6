"""The version resource of a Windows program, from the one version: what Explorer shows under Eigenschappen > Details.

Structure: https://learn.microsoft.com/windows/win32/menurc/versioninfo-resource; 0413 is Dutch, 1200 (4B0) Unicode.
"""

import re
from importlib import import_module
from typing import Any

PUBLISHER = "RIEC-LIEC"
PRODUCT = "RIEC Jaarverslag"
_DUTCH, _UNICODE = 0x0413, 1200


def numbers(version: str) -> tuple[int, int, int, int]:
    """'1.2.3' as the four numbers that Windows wants: (1, 2, 3, 0)."""
    found = [int(one) for one in re.findall(r"\d+", version)][:4]
    padded = (*found, 0, 0, 0, 0)
    return padded[0], padded[1], padded[2], padded[3]


def texts(version: str, file_name: str) -> dict[str, str]:
    """The strings of the resource, by their names."""
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": PRODUCT,
        "FileVersion": version,
        "InternalName": file_name.removesuffix(".exe"),
        "LegalCopyright": "EUPL-1.2",
        "OriginalFilename": file_name,
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }


def version_resource(version: str, file_name: str) -> Any:
    """PyInstaller's object for the resource of this program."""
    # Imported by name: this is run by PyInstaller alone, which is not there where types are checked.
    info: Any = import_module("PyInstaller.utils.win32.versioninfo")
    strings = [info.StringStruct(name, text) for name, text in texts(version, file_name).items()]
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[
            info.StringFileInfo([info.StringTable(f"{_DUTCH:04X}{_UNICODE:04X}", strings)]),
            info.VarFileInfo([info.VarStruct("Translation", [_DUTCH, _UNICODE])]),
        ],
    )
