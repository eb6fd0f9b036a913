#!/usr/bin/env python3
"""A simulated AWS on 127.0.0.1: moto, the overlay for what moto lacks, and a look at every request.

Besides the API of AWS it answers
  GET /_calls                 how often each operation was called
  GET /_left                  the resources that are there and were not when the simulator started
  GET /_outage?region=NAME    from now on nothing in this region answers (global services do); /_outage lifts it
"""

import argparse
import io
import json
import logging
import os
import signal
import sys
import time
import traceback
from urllib.parse import parse_qs

# moto reads these when it is imported; the endpoint is the simulator itself.
os.environ.update(
    MOTO_ACM_VALIDATION_WAIT="0",
    MOTO_IAM_LOAD_MANAGED_POLICIES="true",
    AWS_ACCESS_KEY_ID="testing",
    AWS_SECRET_ACCESS_KEY="testing",
    AWS_EC2_METADATA_DISABLED="true",
)
os.environ.pop("AWS_ENDPOINT_URL", None)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import contract  # noqa: E402
import leftovers  # noqa: E402
import overlay  # noqa: E402
import aws_request  # noqa: E402
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402

# Control planes that do not live in the region that their requests are signed for.
GLOBAL_SERVICES = {"iam", "sts", "route53", "budgets", "ce", "organizations", "cloudfront"}

# The answers that are kept for requests that are repeated.
REMEMBERED = 500


class Simulator:
    """The WSGI application."""

    def __init__(self, log=None, violations=None):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.log = log and open(log, "a", buffering=1)
        self.violations = violations and open(violations, "w", buffering=1)
        self.calls = {}
        self.answers = {}
        self.regions_out = set()

    def __call__(self, environ, start_response):
        body = read_body(environ)
        own = self.answer_itself(environ)
        if own is not None:
            start_response("200 OK", [("Content-Type", "application/json")])
            return [json.dumps(own, indent=1).encode() + b"\n"]
        # The client asks again under the same id when an answer was lost; AWS would not do it twice either.
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if invocation not in self.answers:
            answer = self.answer(environ, body)
            if invocation and answer[0].startswith("2"):
                self.answers[invocation] = answer
                if len(self.answers) > REMEMBERED:
                    self.answers.pop(next(iter(self.answers)), None)
        else:
            answer = self.answers[invocation]
        status, headers, data = answer
        start_response(status, headers)
        return [data]

    def answer_itself(self, environ):
        path = environ["PATH_INFO"]
        if path == "/_calls":
            return self.calls
        if path == "/_left":
            return leftovers.left()
        if path == "/_outage":
            self.regions_out = set(parse_qs(environ.get("QUERY_STRING", "")).get("region", []))
            return sorted(self.regions_out)
        return None

    def answer(self, environ, body):
        begin = time.time()
        service, region, operation, given = aws_request.classify(environ, body)
        name = operation or f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        self.calls[f"{service}:{name}"] = self.calls.get(f"{service}:{name}", 0) + 1
        if region in self.regions_out and service not in GLOBAL_SERVICES:
            return outage(service, region)
        if self.violations:
            for violation in contract.violations(service, operation, body):
                self.violations.write(f"{service} {violation}\n")
        call = overlay.Call(service, region, operation, given, body, environ, lambda body: self.ask_moto(environ, body))
        try:
            who, (status, headers, data) = overlay.answer(call)
        except Exception as error:  # noqa: BLE001 - whatever it is, the client must not retry it for ten minutes
            traceback.print_exc()
            who, (status, headers, data) = "mistake", overlay.Refusal(501, "SimulatorMistake", repr(error)).answer()
        if environ["REQUEST_METHOD"] != "HEAD":
            headers = [(key, value) for key, value in headers if key.lower() != "content-length"]
            headers.append(("Content-Length", str(len(data))))
        if self.log:
            trouble = repr(data[:300]) if status[0] in "45" else ""
            took = int((time.time() - begin) * 1000)
            self.log.write(f"{begin:.2f} {who} {service} {region} {name} {status[:3]} {took}ms {trouble}\n")
        return status, headers, data

    def ask_moto(self, environ, body):
        environ = {**environ, "wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        got = {}

        def start_response(status, headers, _=None):
            got.update(status=status, headers=headers)

        try:
            data = b"".join(self.moto(environ, start_response))
            return got["status"], got["headers"], data
        except (
            Exception
        ) as error:  # noqa: BLE001 - moto answers 500 to what it lacks, and the client retries 500 for minutes
            return overlay.Refusal(501, "NotImplemented", f"moto: {type(error).__name__}: {error}").answer()


def read_body(environ):
    if environ.get("HTTP_TRANSFER_ENCODING") == "chunked":
        return environ["wsgi.input"].read()
    length = int(environ.get("CONTENT_LENGTH") or 0)
    return environ["wsgi.input"].read(length) if length else b""


def outage(service, region):
    """An error that no client retries, in the service's own format."""
    said = f"{region} is down"
    if "json" in aws_request.protocols(service):
        kind, text = "application/json", json.dumps({"__type": "RegionOutage", "message": said})
    else:
        error = f"<Error><Code>RegionOutage</Code><Message>{said}</Message></Error>"
        kind = "text/xml"
        text = f"<Response><Errors>{error}</Errors>{error}<RequestID>0</RequestID></Response>"
    return "501 Not Implemented", [("Content-Type", kind), ("X-Amzn-ErrorType", "RegionOutage")], text.encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("port", type=int)
    parser.add_argument("--log", help="file for one line per request")
    parser.add_argument("--violations", help="file for requests that break AWS's own models")
    arguments = parser.parse_args()
    os.environ["MOTO_PORT"] = str(arguments.port)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    leftovers.watch()
    application = Simulator(arguments.log, arguments.violations)
    server = make_server("127.0.0.1", arguments.port, application, threaded=True, request_handler=MotoRequestHandler)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
