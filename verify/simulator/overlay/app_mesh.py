"""App Mesh: the whole service, since moto has none. Every kind is an echoed specification."""

import time
import uuid

from .core import ACCOUNT, DB, HANDLERS, need, on, Refusal, TAGS

MESH = {
    "Mesh": ("meshName", None),
    "VirtualNode": ("virtualNodeName", "virtualNode"),
    "VirtualRouter": ("virtualRouterName", "virtualRouter"),
    "Route": ("routeName", "route"),
    "VirtualService": ("virtualServiceName", "virtualService"),
    "VirtualGateway": ("virtualGatewayName", "virtualGateway"),
    "GatewayRoute": ("gatewayRouteName", "gatewayRoute"),
}


def mesh_key(call, kind):
    p = call.given
    return tuple(
        x
        for x in (
            p.get("meshName"),
            p.get("virtualRouterName") if kind in ("Route", "VirtualRouter") else None,
            p.get("virtualGatewayName") if kind in ("GatewayRoute", "VirtualGateway") else None,
            p.get(MESH[kind][0]) if kind not in ("Mesh", "VirtualRouter", "VirtualGateway") else None,
        )
        if x
    )


def mesh_handler(kind, verb):
    def h(call):
        d, k = call.db("appmesh" + kind), mesh_key(call, kind)
        if verb == "Create":
            if k in d:
                raise Refusal(409, "ConflictException", f"{kind} {k} exists")
            if kind != "Mesh" and (k[0],) not in call.db("appmeshMesh"):
                raise Refusal(404, "NotFoundException", f"no mesh {k[0]}")
            seg = {
                "VirtualNode": "virtualNode",
                "VirtualRouter": "virtualRouter",
                "VirtualService": "virtualService",
                "VirtualGateway": "virtualGateway",
            }
            arn = f"arn:aws:appmesh:{call.region}:{ACCOUNT}:mesh/{k[0]}"
            if kind == "Route":
                arn += f"/virtualRouter/{k[1]}/route/{k[2]}"
            elif kind == "GatewayRoute":
                arn += f"/virtualGateway/{k[1]}/gatewayRoute/{k[2]}"
            elif kind in seg:
                arn += f"/{seg[kind]}/{k[1]}"
            o = {
                "meshName": k[0],
                "spec": call.given.get("spec") or {},
                "status": {"status": "ACTIVE"},
                "metadata": {
                    "arn": arn,
                    "createdAt": time.time(),
                    "lastUpdatedAt": time.time(),
                    "meshOwner": ACCOUNT,
                    "resourceOwner": ACCOUNT,
                    "uid": str(uuid.uuid4()),
                    "version": 1,
                },
            }
            for f in ("virtualRouterName", "virtualGatewayName", MESH[kind][0]):
                if call.given.get(f):
                    o[f] = call.given[f]
            d[k] = o
            TAGS[arn] = {t["key"]: t["value"] for t in call.given.get("tags") or []}
        o = need(d, k, "NotFoundException", f"no {kind} {k}")
        if verb == "Update":
            o["spec"] = call.given.get("spec") or {}
            o["metadata"]["version"] += 1
        if verb == "Delete":
            if kind == "Mesh" and any(
                x[0] == k[0]
                for (kk, r), dd in DB.items()
                if kk.startswith("appmesh") and kk != "appmeshMesh" and r == call.region
                for x in dd
            ):
                raise Refusal(409, "ResourceInUseException", "mesh is not empty")
            del d[k]
            return dict(o, status={"status": "DELETED"})
        return o

    return h


for _k in MESH:
    for _v in ("Create", "Describe", "Update", "Delete"):
        HANDLERS[("appmesh", _v + _k)] = mesh_handler(_k, _v)


@on("appmesh", "ListTagsForResource", "TagResource", "UntagResource")
def list_tags_for_resource(call):
    t = TAGS.setdefault(call.given.get("resourceArn"), {})
    if call.op == "TagResource":
        t.update({x["key"]: x["value"] for x in call.given["tags"]})
    elif call.op == "UntagResource":
        for k in call.given["tagKeys"]:
            t.pop(k, None)
    return {"tags": [{"key": a, "value": b} for a, b in t.items()]}
