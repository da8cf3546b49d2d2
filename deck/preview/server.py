"""The page over HTTP, for this machine only."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deck.ground.watching import LOOK, SETTLE, Watched
from deck.preview.state import Preview

ADDRESS = "127.0.0.1"
_KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
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


class Server(uvicorn.Server):
    """What shows the preview, once it is run on the socket that listens at this port."""

    def __init__(self, preview: Preview, port: int) -> None:
        self._changes = _Changes()
        app = application(preview, port, self._changes)
        super().__init__(uvicorn.Config(app, log_level="error", server_header=False, timeout_graceful_shutdown=1))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Lets go of the pages that wait for changes; they would never end by themselves."""
        self._changes.end()
        await super().shutdown(sockets)


def application(preview: Preview, port: int, changes: _Changes) -> ASGIApp:
    """The page of a preview, told of every change in the files that it was made of."""

    @asynccontextmanager
    async def live(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(_watch(preview, changes))
        yield
        task.cancel()

    # Plain functions run in threads of their own, and keep nobody else waiting.
    routes = [
        Route("/", partial(_file, "index.html")),
        *(Route(f"/{file.name}", partial(_file, file.name)) for file in _page().iterdir()),
        Route("/deck.json", lambda _: _json(preview.snapshot())),
        Route("/languages/{language}.json", partial(_language, preview)),
        Route("/slides/{language}/{slide}.svg", partial(_slide, preview)),
        Route("/events", partial(_events, changes)),
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
    """Wakes those who wait for the next change."""

    def __init__(self) -> None:
        self.count = 0
        self.ended = False
        self._next = asyncio.Event()

    def tell(self) -> None:
        self.count += 1
        self._next.set()
        self._next = asyncio.Event()

    def end(self) -> None:
        self.ended = True
        self.tell()

    async def wait(self) -> None:
        """Until the next change, or for a heartbeat's time."""
        try:
            await asyncio.wait_for(self._next.wait(), _HEARTBEAT)
        except TimeoutError:
            return


async def _watch(preview: Preview, changes: _Changes) -> None:
    watched = Watched()
    while True:
        await asyncio.sleep(LOOK)
        if await run_in_threadpool(lambda: watched.changed(preview.inputs())):
            while await run_in_threadpool(lambda: watched.changed(preview.inputs())):
                await asyncio.sleep(SETTLE)
            changes.tell()


def _page() -> Traversable:
    return files("deck.preview") / "page"


def _file(name: str, _: Request) -> Response:
    return Response((_page() / name).read_bytes(), media_type=_KINDS[name.rpartition(".")[2]])


def _language(preview: Preview, request: Request) -> Response:
    return _found(preview.language(request.path_params["language"]), _json)


def _slide(preview: Preview, request: Request) -> Response:
    drawing = preview.svg(request.path_params["language"], request.path_params["slide"])
    return _found(drawing, partial(Response, media_type="image/svg+xml"))


def _json(content: Any) -> Response:
    """In ASCII, as names of files may hold what no encoding has."""
    return Response(json.dumps(content), media_type="application/json")


def _found(content: Any, response: Callable[[Any], Response]) -> Response:
    return PlainTextResponse("there is none\n", 404) if content is None else response(content)


async def _events(changes: _Changes, _: Request) -> Response:
    async def counts() -> AsyncIterator[str]:
        while not changes.ended:
            yield f"data: {changes.count}\n\n"
            await changes.wait()

    return StreamingResponse(counts(), media_type="text/event-stream")
