"""STS: whoever calls has assumed one role, and can be an administrator of clusters by it."""

from .core import ACCOUNT, on, xml

CALLER_ROLE = f"arn:aws:iam::{ACCOUNT}:role/administrator"


@on("sts", "GetCallerIdentity")
def get_caller_identity(call):
    session = f"arn:aws:sts::{ACCOUNT}:assumed-role/administrator/session"
    return xml(
        '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>'
        f"<Arn>{session}</Arn><UserId>AROASIMULATED:session</UserId><Account>{ACCOUNT}</Account>"
        "</GetCallerIdentityResult><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></GetCallerIdentityResponse>"
    )
