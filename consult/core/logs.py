"""Structured logs that hold no personal data: no address, no name, no text, no query."""

import logging
import sys
import time
import traceback
from typing import Any

import structlog
from flask import Flask, Response, g, request
from structlog.typing import EventDict

log = structlog.get_logger("consult")


def install(app: Flask) -> None:
    """Write one line a request: what was asked for, how it went, how long it took."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            where_it_broke,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelName(app.config["LOG_LEVEL"])
        ),
    )

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def finish(response: Response) -> Response:
        if request.endpoint != "static":
            log.info("request", **_facts(response))
        return response


def where_it_broke(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Name the errors and the lines they passed; messages and locals can hold what people typed."""
    asked = event.pop("exc_info", None)
    if not asked:
        return event
    error = asked if isinstance(asked, BaseException) else sys.exc_info()[1]
    if isinstance(asked, tuple):
        error = asked[1]
    told = []
    while error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        told.append({"kind": type(error).__qualname__, "lines": lines})
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    event["exception"] = told
    return event


def _facts(response: Response) -> dict[str, Any]:
    """The endpoint, never the address: addresses can hold tokens."""
    took = time.perf_counter() - g.get("started", time.perf_counter())
    return {
        "id": g.get("request_id"),
        "method": request.method,
        "endpoint": request.endpoint,
        "status": response.status_code,
        "ms": round(took * 1000, 1),
    }
