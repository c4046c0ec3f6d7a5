"""Files of each kind, made by hand: what a program writes, and what an attacker would."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file with these members."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def word_xml(root: str, inner: str, space: str = W, before: str = "") -> str:
    return f'{_DECLARED}{before}<w:{root} xmlns:w="{space}" {_SPACES}>{inner}</w:{root}>'


def docx(body: str, *, space: str = W, before: str = "", **parts: str) -> bytes:
    """Return a DOCX of that body; ``parts``: header1, footnotes, numbering and so on."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATION}/{name.rstrip("0123456789")}" '
        f'Target="{name}.xml"/>'
        for name in parts
    )
    roots = {"header": "hdr", "footer": "ftr"}
    others = {
        f"word/{name}.xml": word_xml(roots.get(name.rstrip("0123456789"), name), inner, space)
        for name, inner in parts.items()
    }
    return packed(
        {
            "[Content_Types].xml": "<Types>wordprocessingml</Types>",
            "_rels/.rels": f'<Relationships><Relationship Type="{_RELATION}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            "word/document.xml": word_xml("document", f"<w:body>{body}</w:body>", space, before),
            **others,
        }
    )


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph; a run that is not markup becomes one of plain text."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(content: str, styles: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
        for name, full in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
        )
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>"
            f"{content}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {spaces}>{styles}</office:document-styles>",
        }
    )


def pdf(*pages: str, stream: bytes = b"", filters: str = "", count: int = 0) -> bytes:
    """Return a PDF with a page for each text of ASCII lines; ``stream``: the last page's own.

    ``count``: list the first page so many times.
    """
    contents = [
        b"BT /F1 11 Tf 14 TL 40 780 Td "
        + b" ".join(b"(" + line.encode("ascii") + b") Tj T*" for line in page.split("\n"))
        + b" ET"
        for page in pages
    ]
    shapes = [("", content) for content in contents] + ([(filters, stream)] if stream else [])
    kids = [f"{4 + 2 * number} 0 R" for number in range(len(shapes))] + ["4 0 R"] * count
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, (packing, content) in enumerate(shapes):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        objects.append(
            f"<</Length {len(content)}{packing}>>stream\n".encode() + content + b"\nendstream"
        )
    return _pdf_file(objects)


def pdf_of_forms(depth: int, times: int) -> bytes:
    """Return a PDF whose page draws a form, which draws the next so many times, and so on."""
    page = b"BT /F1 11 Tf 40 780 Td (hello) Tj ET /X Do  "
    font = b"/Font<</F1 3 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<<" + font
        + b"/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n" % len(page) + page + b"\nendstream",
    ]  # fmt: skip
    for level in range(depth):
        drawn = b" ".join([b"/X Do"] * times) if level < depth - 1 else b"BT /F1 9 Tf (a) Tj ET"
        objects.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + font
            + b"/XObject<</X %d 0 R>>>>/Length %d>>stream\n" % (7 + level, len(drawn))
            + drawn + b"\nendstream"
        )  # fmt: skip
    return _pdf_file(objects)


def _pdf_file(objects: list[bytes]) -> bytes:
    file, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj".encode() + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    )


def pdf_bomb(layers: int = 2, size: int = 300_000_000) -> bytes:
    """Return a small PDF whose one stream unpacks to ``size`` bytes through so many layers."""
    packer = zlib.compressobj(9)
    chunk = b" " * 1_000_000
    content = b"".join(packer.compress(chunk) for _ in range(size // len(chunk))) + packer.flush()
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    return pdf("x", stream=content, filters=f"/Filter[{'/FlateDecode' * layers}]")


_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


def compound(streams: dict[str, bytes], *, pad: bool = True) -> bytes:
    """Return a compound file (OLE) with streams, "folder/name" within a folder.

    ``pad``: every stream is filled up to 4,096 bytes; else the small ones lie in the mini stream,
    as Outlook writes them. Source: [MS-CFB]. The streams of one storage are chained to the right,
    which readers accept.
    """
    folders = sorted({name.partition("/")[0] for name in streams if "/" in name})
    entries: list[tuple[str, int, list[str]]] = [("Root Entry", 5, [])]
    entries[0][2].extend([*(name for name in streams if "/" not in name), *folders])
    entries += [(name, 2, []) for name in streams if "/" not in name]
    for folder in folders:
        entries.append((folder, 1, [name for name in streams if name.startswith(f"{folder}/")]))
    entries += [(name, 2, []) for name in streams if "/" in name]
    place = {name: number for number, (name, _, _) in enumerate(entries)}
    chained = {
        earlier: place[later] for _, _, inner in entries for earlier, later in pairwise(inner)
    }
    sectors = _Sectors()
    starts: dict[str, tuple[int, int]] = {}
    small = b""
    small_table: list[int] = []
    for name, content in streams.items():
        if len(content) >= _CUTOFF or pad:
            size = max(len(content), _CUTOFF)
            starts[name] = sectors.add(content.ljust(_CUTOFF, b"\0")), size
            continue
        count = max(1, -(-len(content) // _MINI))
        first = len(small_table)
        starts[name] = first, len(content)
        small += content.ljust(count * _MINI, b"\0")
        small_table += [*range(first + 1, first + count), _END]
    first_table = _END
    if small:
        starts["Root Entry"] = sectors.add(small), len(small)
        first_table = sectors.add(struct.pack(f"<{len(small_table)}I", *small_table), fill=b"\xff")
    directory = b"".join(
        _entry(name, kind, chained.get(name, _FREE), place[inner[0]] if inner else _FREE, starts)
        for name, kind, inner in entries
    )
    first_directory = sectors.add(directory)
    fat = len(sectors.bodies) // _SECTOR
    table = sectors.table + [_FAT] + [_FREE] * (127 - len(sectors.table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack(
        "<IIIIIIIII", 0, 1, first_directory, 0, _CUTOFF, first_table, int(bool(small)), _END, 0
    )
    header += struct.pack("<109I", fat, *[_FREE] * 108)
    return header + sectors.bodies + struct.pack("<128I", *table)


class _Sectors:
    """The sectors of a compound file and the table of their chains."""

    def __init__(self) -> None:
        self.bodies = b""
        self.table: list[int] = []

    def add(self, content: bytes, fill: bytes = b"\0") -> int:
        """Add a chain and return its first sector."""
        count = -(-len(content) // _SECTOR)
        first = len(self.table)
        self.bodies += content.ljust(count * _SECTOR, fill)
        self.table += [*range(first + 1, first + count), _END]
        return first


def _entry(
    name: str, kind: int, right: int, child: int, starts: dict[str, tuple[int, int]]
) -> bytes:
    written = name.rpartition("/")[2].encode("utf-16-le")
    start, size = starts.get(name, (_END if kind == 5 else 0, 0))
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written) + 2, kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def packed_rtf(text: bytes) -> bytes:
    """Return rich text packed as Outlook packs it, each letter told by itself.

    Source: [MS-OXRTFCP] 2.1.3; a reference to the place of writing ends it.
    """
    dictionary, window = 207, 4096
    packed = b""
    for place in range(0, len(text), 8):
        piece = text[place : place + 8]
        packed += (bytes([0]) if len(piece) == 8 else b"") + (piece if len(piece) == 8 else b"")
    rest = text[len(text) - len(text) % 8 :]
    ends = (dictionary + len(text)) % window
    packed += bytes([1 << len(rest)]) + rest + struct.pack(">H", ends << 4)
    return struct.pack("<IIII", len(packed) + 12, len(text), 0x75465A4C, 0) + packed


def msg(subject: str, body: str, attached: tuple[str, ...] = ()) -> bytes:
    streams = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
    }
    for number, name in enumerate(attached):
        folder = f"__attach_version1.0_#{number:08X}"
        streams[f"{folder}/__substg1.0_3707001F"] = name.encode("utf-16-le")
    return compound(streams)
