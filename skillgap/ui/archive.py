"""Several files as one archive."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def zipped(texts: Mapping[str, str]) -> bytes:
    """Give an archive of texts by file name; the same texts give the same bytes."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(ZipInfo(name), text.encode("utf-8"), ZIP_DEFLATED)
    return data.getvalue()
