"""The page over HTTP, for this machine only."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from pathlib import Path

import uvicorn
import watchfiles
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deck.preview.state import Preview

ADDRESS = "127.0.0.1"
_PAGE = {
    "": ("index.html", "text/html"),
    "style.css": ("style.css", "text/css"),
    "script.js": ("script.js", "text/javascript"),
}
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
_HEARTBEAT = 15.0


def listen(port: int) -> socket.socket:
    """This machine's own side of a port; 0 takes any that is free. OSError where it is taken."""
    return socket.create_server((ADDRESS, port))


def server(preview: Preview, watched: Sequence[Path], port: int) -> uvicorn.Server:
    """What shows the preview, once it is run on the socket that listens at this port."""
    app = application(preview, watched, port)
    return uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))


def application(preview: Preview, watched: Sequence[Path], port: int) -> ASGIApp:
    """The page of a preview, which is laid out anew whenever a file below the `watched` folders changes."""
    changes = _Changes()

    @asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(_watch(preview, watched, changes))
        yield
        task.cancel()

    routes = [
        *(Route(f"/{name}", partial(_file, *page)) for name, page in _PAGE.items()),
        Route("/deck.json", lambda _: JSONResponse(preview.snapshot())),
        Route("/slides/{language}/{number:int}.svg", partial(_slide, preview)),
        Route("/events", partial(_events, preview, changes)),
    ]
    return _Guard(Starlette(routes=routes, lifespan=live), port)


class _Guard:
    """Lets in only who asks for this very address, from its own page, so that no other page can read the deck."""

    def __init__(self, inner: ASGIApp, port: int) -> None:
        self._inner = inner
        self._hosts = {f"{name}:{port}" for name in (ADDRESS, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        if scope["type"] == "http" and not self._known(Request(scope)):
            refusal = PlainTextResponse("only the page itself, on this machine\n", 403)
            await refusal(scope, receive, with_headers)
        else:
            await self._inner(scope, receive, with_headers)

    def _known(self, request: Request) -> bool:
        host, origin = request.headers.get("host"), request.headers.get("origin")
        return host in self._hosts and origin in {None, f"http://{host}"}


class _Changes:
    """Wakes those who wait for the next revision."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def tell(self) -> None:
        self._next.set()
        self._next = asyncio.Event()

    async def wait(self) -> None:
        """Until the next revision, or for a heartbeat's time."""
        try:
            await asyncio.wait_for(self._next.wait(), _HEARTBEAT)
        except TimeoutError:
            return


async def _watch(preview: Preview, watched: Sequence[Path], changes: _Changes) -> None:
    async for _ in watchfiles.awatch(*watched, debounce=100, step=20):
        await run_in_threadpool(preview.update)
        changes.tell()


async def _file(name: str, kind: str, _: Request) -> Response:
    return Response((files("deck.preview") / "page" / name).read_bytes(), media_type=kind)


async def _slide(preview: Preview, request: Request) -> Response:
    drawing = preview.svg(request.path_params["language"], request.path_params["number"])
    if drawing is None:
        return PlainTextResponse("no such slide\n", 404)
    return Response(drawing, media_type="image/svg+xml")


async def _events(preview: Preview, changes: _Changes, _: Request) -> Response:
    async def revisions() -> AsyncIterator[str]:
        while True:
            yield f"data: {json.dumps(preview.revision)}\n\n"
            await changes.wait()

    return StreamingResponse(revisions(), media_type="text/event-stream")
