"""A zip file as a letter comes in, unpacked by counting: what its directory declares may lie."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from clearance.reading.limits import Limits
from clearance.reading.unreadable import Damaged, Encrypted, TooLarge

_CHUNK = 1 << 16
_SMALL = 32_000_000  # the inflation of less is not looked at: repeated text packs 200 to 1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, KeyError,
)  # fmt: skip


class Archive:
    """The members of a zip file. ``form`` names the format in what the reader is told.

    :raises Damaged: when the directory of the archive cannot be read.
    :raises TooLarge: when there are more members than the limits allow.
    """

    def __init__(self, data: bytes, limits: Limits, form: str = "ZIP") -> None:
        self.form = form
        self._limits = limits
        self._inflated = 0
        self._packed_bytes = max(1, len(data))
        if data.count(b"PK\x01\x02") > 2 * limits.members:  # before zipfile makes objects of them
            raise TooLarge("RDG016", limit=limits.members)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as broken:
            raise Damaged("RDG007", format=form) from broken
        self._members = {member.filename: member for member in self._zip.infolist()}
        if len(self._members) > limits.members:
            raise TooLarge("RDG016", limit=limits.members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a member, a piece at a time; no member, no bytes.

        :raises Damaged: when the member breaks off or its sum is wrong.
        :raises Encrypted: when it is locked.
        :raises TooLarge: when all that was unpacked exceeds the limits.
        """
        member = self._members.get(name)
        if member is None:
            return
        if member.flag_bits & 0x1:
            raise Encrypted("RDG006")
        try:
            with self._zip.open(member) as unpacked:
                while chunk := unpacked.read(_CHUNK):
                    self._count(len(chunk))
                    yield chunk
        except _BROKEN as broken:
            raise Damaged("RDG007", format=self.form) from broken

    def member(self, name: str) -> bytes:
        """Return the unpacked bytes of a member; no member, no bytes."""
        return b"".join(self.chunks(name))

    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._members)

    def _count(self, length: int) -> None:
        self._inflated += length
        most = max(_SMALL, self._packed_bytes * self._limits.inflation)
        most = min(most, self._limits.inflated_bytes)
        if self._inflated > most:
            raise TooLarge("RDG011", limit=most)
