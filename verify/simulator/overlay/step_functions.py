"""Step Functions: the check of a definition that the provider asks for when it plans."""

import json

from .core import on


@on("stepfunctions", "ValidateStateMachineDefinition")
def validate_state_machine_definition(call):
    try:
        d = json.loads(call.given["definition"])
        bad = (
            []
            if d.get("StartAt") in d.get("States", {})
            else [
                {
                    "severity": "ERROR",
                    "code": "MISSING_TRANSITION_TARGET",
                    "message": "StartAt is not a state",
                    "location": "/StartAt",
                }
            ]
        )
    except ValueError as e:
        bad = [{"severity": "ERROR", "code": "INVALID_JSON_DESCRIPTION", "message": str(e), "location": "/"}]
    return {"result": "FAIL" if bad else "OK", "diagnostics": bad}
