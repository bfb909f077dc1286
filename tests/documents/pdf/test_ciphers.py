# SPDX-License-Identifier: MIT
"""Streams of objects in encrypted files are looked into like the others before anything parses them."""

from __future__ import annotations

import io
import random
import re
import zlib
from pathlib import Path

import pytest
from pikepdf import Encryption, ObjectStreamMode, String

from reviewer.documents.opener import open_bytes
from reviewer.documents.pdf.ciphers import decipher, is_encrypted
from reviewer.errors import EncryptedFile, LimitExceeded
from tests.corpus.pdf.sheets import add_page, new_pdf, paragraph

pytestmark = pytest.mark.usefixtures("without_tesseract")
_STREAM = re.compile(rb"(\d+) 0 obj\n<<[^>]*/ObjStm[^>]*>>\nstream\n")
CIPHERS = {
    "RC4 40": {"R": 2, "aes": False, "metadata": False},
    "RC4 128": {"R": 3, "aes": False, "metadata": False},
    "RC4 by name": {"R": 4, "aes": False, "metadata": False},
    "AES 128": {"R": 4},
    "AES 128, plain properties": {"R": 4, "metadata": False},
    "AES 256, first form": {"R": 5},
    "AES 256": {"R": 6},
}


def encrypted(cipher: str, *, user: str = "") -> bytes:
    """A page whose objects lie in an enciphered stream."""
    pdf = new_pdf()
    add_page(pdf, paragraph("Wetland survey"))
    # What does not compress makes a stream that could swell, by its size.
    pdf.Root["/Noise"] = pdf.make_indirect(String(random.Random(4).randbytes(20_000)))
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        encryption=Encryption(owner="one", user=user, **CIPHERS[cipher]),  # type: ignore[arg-type]
        object_stream_mode=ObjectStreamMode.generate,
    )
    return buffer.getvalue()


def swollen(body: bytes) -> bytes:
    """Another body for the stream of objects; the oldest cipher undoes itself."""
    data = encrypted("RC4 128")
    undo, found = decipher(data), _STREAM.search(data)
    assert undo is not None
    assert found is not None
    end = data.index(b"endstream", found.end())
    return data[: found.end()] + undo(int(found[1]), 0, zlib.compress(body)) + b"\n" + data[end:]


@pytest.mark.filterwarnings("ignore:Encryption R=5")
@pytest.mark.parametrize("cipher", CIPHERS)
def test_what_is_sound_is_read(cipher: str) -> None:
    data = encrypted(cipher)
    assert is_encrypted(data)
    assert decipher(data) is not None
    assert "Wetland survey" in open_bytes(data, path=Path("plan.pdf")).document.story("page:1").text


@pytest.mark.parametrize(
    ("body", "limit"), [(b"[" * 12_000_001, "objects"), (b"a" * (129 * 2**20), "object_stream")]
)
def test_what_swells_is_refused(body: bytes, limit: str) -> None:
    """A small file of enciphered objects took 3 GB: nobody had looked."""
    with pytest.raises(LimitExceeded) as caught:
        open_bytes(swollen(body), path=Path("odd.pdf"))
    assert caught.value.facts["limit"] == limit


def test_what_is_no_longer_of_its_cipher_may_not_swell() -> None:
    data = encrypted("RC4 128")
    found = _STREAM.search(data)
    assert found is not None
    with pytest.raises(LimitExceeded):
        open_bytes(data[: found.end()] + b"\xff" + data[found.end() :], path=Path("odd.pdf"))


def test_a_password_is_still_asked_for() -> None:
    data = encrypted("AES 256", user="two")
    assert decipher(data) is None
    with pytest.raises(EncryptedFile):
        open_bytes(data, path=Path("locked.pdf"))


def test_what_nothing_here_deciphers_may_not_swell() -> None:
    """A second table that leads nowhere: qpdf reads the first one."""
    data = swollen(b"[" * 12_000_001) + b"\n%/Encrypt 9999 0 R\n"
    assert decipher(data) is None
    with pytest.raises(EncryptedFile):
        open_bytes(data, path=Path("odd.pdf"))
