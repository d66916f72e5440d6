"""The styles of a template: finding them by name, and what they look like with all that they inherit."""

from collections.abc import Iterator

from riec_desktop.word.etree import VAL, Element, W
from riec_desktop.word.templates.names import kind_of, spellings
from riec_desktop.word.templates.order import made

OFF = frozenset({"0", "false", "off", "none"})
"""The ways to write that a switch is off."""


class StyleSheet:
    """The styles part as a tree, with its styles by name and by id. Call `index` after adding styles."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.by_id: dict[str, Element] = {}
        self._by_name: dict[str, list[Element]] = {}
        self._default: Element | None = None
        self._found: dict[str, Element | None] = {}
        self.index()

    def index(self) -> None:
        """Look at all styles again. Of two with one id the first counts, as in Word; one without an id is no style."""
        self.by_id.clear()
        self._by_name.clear()
        self._found.clear()
        self._default = None
        for style in self.root.findall(f"{W}style"):
            if style_id(style):
                self._add(style)

    def _add(self, style: Element) -> None:
        self.by_id.setdefault(style_id(style), style)
        self._by_name.setdefault(name_of(style).lower(), []).append(style)
        if self._default is None and kind(style) == "paragraph" and is_default(style):
            self._default = style

    def style(self, name: str) -> Element | None:
        """The style with this English name, whatever its spelling; None when there is none of the right kind.

        'Normal' is the style of paragraphs without a style, whatever it is called.
        """
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> Element | None:
        if name == "Normal" and self._default is not None:
            return self._default
        wanted = kind_of(name)
        for spelling in spellings(name):
            for style in self._by_name.get(spelling, ()):
                if kind(style) == wanted:
                    return style
        return None

    def is_taken(self, name: str) -> bool:
        """Whether any style, of any kind, has this name."""
        return name.lower() in self._by_name

    def chain(self, style: Element | None) -> Iterator[Element]:
        """A style, the style that it is based on, and so on."""
        seen: set[str] = set()
        while style is not None and style_id(style) not in seen:
            seen.add(style_id(style))
            yield style
            style = self.by_id.get(value(style, "basedOn"))

    def look(self, style: Element | None, group: str, name: str) -> Element | None:
        """A property of a style (`group` is 'pPr' or 'rPr') with what it inherits; None when nobody says it."""
        for one in self.chain(style):
            found = one.find(f"{W}{group}/{W}{name}")
            if found is not None:
                return found
        return self.root.find(f"{W}docDefaults/{W}{group}Default/{W}{group}/{W}{name}")

    def attribute(self, style: Element | None, group: str, name: str, attribute: str = "val") -> str:
        """An attribute of a property, which styles hand down one by one; '' when nobody says it."""
        defaults = self.root.find(f"{W}docDefaults/{W}{group}Default")
        for one in (*self.chain(style), *(() if defaults is None else (defaults,))):
            found = one.find(f"{W}{group}/{W}{name}")
            if found is not None and found.get(W + attribute, ""):
                return found.get(W + attribute, "")
        return ""

    def is_on(self, style: Element | None, group: str, name: str) -> bool:
        """Whether a switch of a style is on."""
        found = self.look(style, group, name)
        return found is not None and found.get(VAL, "1") not in OFF

    def defaults(self, group: str) -> Element:
        """The properties of everything in the document ('pPr' or 'rPr'), made when there are none."""
        return made(made(made(self.root, "docDefaults"), f"{group}Default"), group)


def style_id(style: Element) -> str:
    """The id of a style."""
    return style.get(f"{W}styleId", "")


def kind(style: Element) -> str:
    """The kind of a style; one that does not say is a paragraph style (ISO/IEC 29500-1, 17.7.4.17)."""
    return style.get(f"{W}type", "paragraph")


def is_default(style: Element) -> bool:
    """Whether a style counts where none is named."""
    return style.get(f"{W}default", "0") not in OFF


def name_of(style: Element) -> str:
    """The name of a style as it stands in the file."""
    return value(style, "name")


def value(element: Element, name: str) -> str:
    """The `w:val` of a child; '' when there is none."""
    child = element.find(W + name)
    return "" if child is None else child.get(VAL, "")
