"""S3: replication rules as they were written; moto drops delete markers and encryption."""

from .core import on


@on("s3", "PUT ?replication", "GET ?replication", "DELETE ?replication")
def put_replication(call):
    d = call.db("s3repl", "*")
    if call.op.startswith("PUT"):
        raw = call.moto()
        if raw[0].startswith("2"):
            d[call.given["bucket"]] = call.body
        return raw
    if call.op.startswith("DELETE"):
        d.pop(call.given["bucket"], None)
        return None
    if call.given["bucket"] in d:
        return ("200 OK", [("Content-Type", "application/xml")], d[call.given["bucket"]])
    return None
