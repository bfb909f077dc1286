# SPDX-License-Identifier: MIT
"""A real HTTP server that stands for CKAN's action API, with the habits of the portal that hurt (see its traps)."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "an-invented-token"


@dataclass
class Portal:
    """What the portal holds and how it misbehaves. `faults` are answers given instead, in order."""

    url: str = ""
    datasets: dict[str, dict[str, Any]] = field(default_factory=dict)
    uploads: dict[str, bytes] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    faults: dict[str, list[tuple[int, object]]] = field(default_factory=dict)
    keeps_format: bool = True
    lose_answers_of: set[str] = field(default_factory=set)

    def resource(self, resource_id: str) -> dict[str, Any] | None:
        for dataset in self.datasets.values():
            for each in dataset["resources"]:
                if each.get("id") == resource_id:
                    return each
        return None

    def act(self, action: str, data: dict[str, Any], upload: tuple[str, bytes] | None) -> tuple[int, object]:
        if self.faults.get(action):
            return self.faults[action].pop(0)
        handler = getattr(self, action)
        status, answer = handler(data, upload)
        if status == 200:
            return 200, {"success": True, "result": answer}
        return status, {"success": False, "error": answer}

    def package_show(self, data: dict[str, Any], _upload: object) -> tuple[int, object]:
        found = self.datasets.get(data["id"])
        return (200, found) if found else (404, {"__type": "Not Found Error", "message": "Not found"})

    def package_create(self, data: dict[str, Any], _upload: object) -> tuple[int, object]:
        if data["id"] in self.datasets:
            return 409, {"__type": "Validation Error", "id": ["Dataset id already exists"]}
        for each in data["resources"]:
            each["format"] = ""  # trap 6: with a resource id the given format is thrown away
            each["url"] = f"http://{each['url']}"  # a bare name without an upload becomes an address
        self.datasets[data["id"]] = {**data, "state": "active"}
        return 200, self.datasets[data["id"]]

    def package_update(self, data: dict[str, Any], _upload: object) -> tuple[int, object]:
        self.datasets[data["id"]] = {"state": "active", "resources": [], **data}  # trap 7: replaces all
        return 200, self.datasets[data["id"]]

    def resource_patch(self, data: dict[str, Any], upload: tuple[str, bytes] | None) -> tuple[int, object]:
        found = self.resource(data["id"])
        if found is None:
            return 404, {"__type": "Not Found Error", "message": "Not found"}
        if self.keeps_format or upload is None:
            found.update({key: value for key, value in data.items() if key != "format" or upload is None})
        if not self.keeps_format:
            found["format"] = "unknown"
        if upload:
            found.update(url=f"{self.url}/download/{upload[0]}", url_type="upload", format="guessed")
            self.uploads[data["id"]] = upload[1]
        return 200, found


def _handler(portal: Portal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            action = self.path.rpartition("/")[2]
            data, upload = _read(self.headers, body)
            portal.calls.append(action)
            portal.headers.append(dict(self.headers))
            if self.headers.get("Authorization") != TOKEN:
                error = {"__type": "Authorization Error", "message": "Access denied"}
                self._answer(403, {"success": False, "error": error})
                return
            status, answer = portal.act(action, data, upload)
            if action in portal.lose_answers_of:
                portal.lose_answers_of.remove(action)
                self.close_connection = True
                self.connection.shutdown(2)
                return
            self._answer(status, answer)

        def _answer(self, status: int, answer: object) -> None:
            content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://198.51.100.7/elsewhere")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_arguments: object) -> None:
            """Keep quiet."""

    return Handler


def _read(headers: Message, body: bytes) -> tuple[dict[str, Any], tuple[str, bytes] | None]:
    if headers.get_content_type() == "application/json":
        return json.loads(body), None
    head = f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode()
    data: dict[str, Any] = {}
    upload = None
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = part.get_param("name", header="content-disposition")
        if part.get_filename():
            upload = (str(part.get_filename()), content)
        else:
            data[str(name)] = content.decode()
    return data, upload


@contextmanager
def serve() -> Iterator[Portal]:
    """A portal on this machine, for as long as the block runs."""
    portal = Portal()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(portal))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    portal.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield portal
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
