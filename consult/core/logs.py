"""Structured logs that hold no personal data: no address, no name, no text, no query."""

import logging
import time
from typing import Any

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("consult")


def install(app: Flask) -> None:
    """Write one line a request: what was asked for, how it went, how long it took."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks,
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
