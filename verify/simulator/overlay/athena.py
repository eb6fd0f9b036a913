"""Athena: deleting a named query."""

from .core import ACCOUNT, on


@on("athena", "DeleteNamedQuery")
def delete_named_query(call):
    from moto.athena.models import athena_backends

    q = athena_backends[ACCOUNT][call.region].named_queries
    if isinstance(q, dict):
        q.pop(call.given["NamedQueryId"], None)
    else:
        q[:] = [x for x in q if x.id != call.given["NamedQueryId"]]
    return {}
