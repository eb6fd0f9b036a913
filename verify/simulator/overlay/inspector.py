"""Inspector: whose status it is."""

import json

from .core import ACCOUNT, on


@on("inspector2", "BatchGetAccountStatus")
def batch_get_account_status(call):
    # Whoever names no account means their own.
    if not call.given.get("accountIds"):
        call.body = json.dumps({"accountIds": [ACCOUNT]}).encode()
