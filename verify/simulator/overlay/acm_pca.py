"""Private certificate authorities: usage mode and permissions."""

import time

from .core import answer_with, on


@on("acm-pca", "CreateCertificateAuthority")
def create_certificate_authority(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    call.db("pca")[o["CertificateAuthorityArn"]] = {
        k: call.given[k] for k in ("UsageMode", "KeyStorageSecurityStandard") if call.given.get(k)
    }
    return answer_with(raw, o)


@on("acm-pca", "DescribeCertificateAuthority")
def describe_certificate_authority(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    o["CertificateAuthority"]["UsageMode"] = "GENERAL_PURPOSE"
    o["CertificateAuthority"].update(call.db("pca").get(call.given["CertificateAuthorityArn"], {}))
    return answer_with(raw, o)


@on("acm-pca", "CreatePermission", "ListPermissions", "DeletePermission")
def create_permission(call):
    d = call.db("pca-perm").setdefault(call.given["CertificateAuthorityArn"], {})
    if call.op == "CreatePermission":
        d[call.given["Principal"]] = {
            "CertificateAuthorityArn": call.given["CertificateAuthorityArn"],
            "Principal": call.given["Principal"],
            "Actions": call.given["Actions"],
            "CreatedAt": time.time(),
            **({"SourceAccount": call.given["SourceAccount"]} if call.given.get("SourceAccount") else {}),
        }
    elif call.op == "DeletePermission":
        d.pop(call.given["Principal"], None)
    else:
        return {"Permissions": list(d.values())}
    return {}
