"""Lambda: a function's dead letter queue."""

from .core import answer_with, on


@on("lambda", "CreateFunction", "UpdateFunctionConfiguration", "GetFunction", "GetFunctionConfiguration")
def create_function(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    n = call.given["FunctionName"].split(":")[-1]
    if call.op[0] in "CU" and "DeadLetterConfig" in call.given:
        call.db("dlq")[n] = call.given["DeadLetterConfig"]
    conf = o.get("Configuration", o)
    if call.db("dlq").get(n):
        conf["DeadLetterConfig"] = call.db("dlq")[n]
    return answer_with(raw, o)
