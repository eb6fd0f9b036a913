"""Cost and usage reports, and data exports."""

import uuid

from .core import ACCOUNT, need, NOT_FOUND, on, Refusal, TAGS, tags_list_to_map


@on("cur", "PutReportDefinition", "ModifyReportDefinition", "DescribeReportDefinitions", "DeleteReportDefinition")
def put_report_definition(call):
    if call.region != "us-east-1":
        raise Refusal(400, "ValidationException", "CUR is served from us-east-1 only")
    d = call.db("cur")
    if call.op == "DescribeReportDefinitions":
        return {"ReportDefinitions": list(d.values())}
    if call.op == "DeleteReportDefinition":
        d.pop(call.given["ReportName"], None)
        return {"ResponseMessage": "ok"}
    r = call.given["ReportDefinition"]
    from moto.s3.models import s3_backends

    if r["S3Bucket"] not in s3_backends[ACCOUNT]["aws"].buckets:
        raise Refusal(400, "ValidationException", "Failed to verify customer bucket permission.")
    d[r["ReportName"]] = r
    TAGS[r["ReportName"]] = tags_list_to_map(call.given.get("Tags"))
    return {}


@on("bcm-data-exports", "CreateExport", "GetExport", "UpdateExport", "DeleteExport")
def create_export(call):
    d = call.db("bcm")
    if call.op == "CreateExport":
        arn = f"arn:aws:bcm-data-exports:us-east-1:{ACCOUNT}:export/{call.given['Export']['Name']}-{uuid.uuid4()}"
        d[arn] = dict(call.given["Export"], ExportArn=arn)
        TAGS[arn] = tags_list_to_map(call.given.get("ResourceTags"))
        return {"ExportArn": arn}
    arn = call.given["ExportArn"]
    need(d, arn, NOT_FOUND, "no such export")
    if call.op == "DeleteExport":
        del d[arn]
    if call.op == "UpdateExport":
        d[arn] = dict(call.given["Export"], ExportArn=arn)
    if call.op == "GetExport":
        return {
            "Export": d[arn],
            "ExportStatus": {
                "StatusCode": "HEALTHY",
                "CreatedAt": "2026-01-01T00:00:00.000Z",
                "LastUpdatedAt": "2026-01-01T00:00:00.000Z",
            },
        }
    return {"ExportArn": arn}
