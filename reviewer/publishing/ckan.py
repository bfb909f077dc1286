# SPDX-License-Identifier: MIT
"""One portal as ckanapi reaches it: a safe address, time limits, and its answers as our errors.

The token goes into the header `Authorization` as it is; it stands in no error, no log and no address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import requests
from ckanapi import RemoteCKAN
from ckanapi.errors import CKANAPIError, NotAuthorized, NotFound, ServerIncompatibleError, ValidationError

from reviewer import __version__
from reviewer.errors import PortalRefused, PortalUnreachable, UnreadableFile, UsageError

TIMEOUTS = (10.0, 120.0)
"""Seconds to connect, and between two pieces of an answer."""
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_NOT_FOUND, _FORBIDDEN, _INVALID = 404, 403, 409
_ROWS, _LONGEST = 20, 160


class Ckan:
    """The action API of a portal. `dataset` is named in the errors."""

    def __init__(self, url: str, token: str) -> None:
        self.dataset: str | None = None
        self._status: int | None = None
        session = requests.Session()
        session.auth = _as_it_is
        session.hooks["response"] = [self._note_status]
        self._ckan = RemoteCKAN(
            _safe(url), apikey=_bare(token), user_agent=f"Parvis/{__version__}", session=session
        )

    def __enter__(self) -> Ckan:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ckan.close()

    def show(self, dataset: str) -> Mapping[str, Any] | None:
        """The dataset as it is, or None."""
        try:
            found = self.call("package_show", {"id": dataset})
        except PortalRefused as error:
            if error.facts["status"] == _NOT_FOUND:
                return None
            raise
        if not isinstance(found, Mapping):
            raise PortalRefused(status=self._status, fields=(), dataset=self.dataset)
        return found

    def call(self, action: str, data: Mapping[str, object], *, upload: Path | None = None) -> object:
        """What an action answers. Raises PortalRefused, PortalUnreachable, UnreadableFile."""
        self._status = None
        with self._translated():
            if upload is None:
                return self._call(action, data, None)
            try:
                stream = upload.open("rb")
            except OSError as error:
                raise UnreadableFile(path=upload, detail=type(error).__name__) from error
            with stream:
                return self._call(action, data, {"upload": (upload.name, stream)})

    def _call(self, action: str, data: Mapping[str, object], files: object) -> object:
        answer: object = self._ckan.call_action(
            action, dict(data), files=files, requests_kwargs={"timeout": TIMEOUTS}
        )
        return answer

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except NotFound as error:
            raise PortalRefused(status=_NOT_FOUND, fields=(), dataset=self.dataset) from error
        except NotAuthorized as error:
            raise PortalRefused(status=_FORBIDDEN, fields=(), dataset=self.dataset) from error
        except ValidationError as error:
            fields = tuple(_fields(error.error_dict))[:_ROWS]
            raise PortalRefused(status=_INVALID, fields=fields, dataset=self.dataset) from error
        except (CKANAPIError, ServerIncompatibleError, KeyError, RecursionError) as error:
            raise PortalRefused(status=self._status, fields=(), dataset=self.dataset) from error
        except requests.RequestException as error:
            raise PortalUnreachable(detail=type(error).__name__, dataset=self.dataset) from error

    def _note_status(self, response: requests.Response, *_: object, **__: object) -> None:
        self._status = response.status_code


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Leave the header alone: without this, an entry of a .netrc would replace the token."""
    return request


def _safe(url: str) -> str:
    """An address that a token may be sent to: HTTPS, or this machine. Raises UsageError."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
        _ = parts.port
    except ValueError as error:
        raise UsageError(detail="url") from error
    allowed = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    extra = parts.username or parts.password or parts.query or parts.fragment
    if not allowed or not host or extra or not url.strip().isprintable() or " " in url.strip():
        raise UsageError(detail="url")
    return url.strip().rstrip("/")


def _bare(token: str) -> str:
    """The token without the word that the portal does not want before it. Raises UsageError."""
    words = token.split()
    if words and words[0].casefold() == "bearer":
        del words[0]
    if len(words) != 1 or not words[0].isascii() or not words[0].isprintable():
        raise UsageError(detail="token")
    return words[0]


def _fields(untrusted: object, path: str = "") -> Iterator[str]:
    """The portal's errors as `field: what`; for resources it answers one object each, in their order."""
    if isinstance(untrusted, Mapping):
        for key, inside in untrusted.items():
            if key not in {"__type", "message"}:
                yield from _fields(inside, f"{path}.{key}" if path else str(key))
    elif isinstance(untrusted, list):
        for number, inside in enumerate(untrusted):
            yield from _fields(inside, f"{path}[{number}]" if isinstance(inside, Mapping) else path)
    else:
        said = "".join(each if each.isprintable() else "?" for each in f"{path}: {untrusted}")
        yield said[:_LONGEST]
