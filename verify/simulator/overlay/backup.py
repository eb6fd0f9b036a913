"""AWS Backup: selections and tags."""

import time
import uuid

from .core import answer_with, on, Refusal, TAGS


@on("backup", "CreateBackupSelection")
def create_backup_selection(call):
    i = str(uuid.uuid4())
    call.db("bsel")[(call.given["backupPlanId"], i)] = {
        "BackupSelection": call.given["BackupSelection"],
        "SelectionId": i,
        "BackupPlanId": call.given["backupPlanId"],
        "CreationDate": time.time(),
    }
    return {"SelectionId": i, "BackupPlanId": call.given["backupPlanId"], "CreationDate": time.time()}


@on("backup", "GetBackupSelection", "DeleteBackupSelection")
def get_backup_selection(call):
    k = (call.given["backupPlanId"], call.given["selectionId"])
    if k not in call.db("bsel"):
        raise Refusal(400, "InvalidParameterValueException", f"Cannot find Backup plan with ID {k[0]}")
    return call.db("bsel")[k] if call.op[0] == "G" else (call.db("bsel").pop(k), {})[1]


@on("backup", "CreateBackupVault", "CreateBackupPlan")
def create_backup_vault(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    TAGS[o.get("BackupVaultArn") or o.get("BackupPlanArn")] = (
        call.given.get("BackupVaultTags") or call.given.get("BackupPlanTags") or {}
    )
    return answer_with(raw, o)


@on("backup", "ListTags", "TagResource", "UntagResource")
def list_tags(call):
    t = TAGS.setdefault(call.given["resourceArn"], {})
    if call.op == "TagResource":
        t.update(call.given["Tags"])
    elif call.op == "UntagResource":
        for k in call.given["TagKeyList"]:
            t.pop(k, None)
    return {"Tags": t}
