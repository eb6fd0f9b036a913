"""EC2: the spot instances' data feed."""

from .core import ACCOUNT, on, xml


@on("ec2", "CreateSpotDatafeedSubscription", "DescribeSpotDatafeedSubscription", "DeleteSpotDatafeedSubscription")
def create_spot_datafeed_subscription(call):
    d = call.db("spotfeed")
    ns = 'xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"'
    if call.op[0] == "C":
        d["x"] = (call.given["Bucket"], call.given.get("Prefix", ""))
    if call.op.startswith("Delete"):
        d.clear()
        return xml(f"<{call.op}Response {ns}><return>true</return></{call.op}Response>")
    if "x" not in d:
        return (
            "400 Bad Request",
            [("Content-Type", "text/xml")],
            b"<Response><Errors><Error><Code>InvalidSpotDatafeed.NotFound</Code><Message>Spot datafeed subscription does not exist.</Message></Error></Errors><RequestID>x</RequestID></Response>",
        )
    b, p = d["x"]
    return xml(
        f"<{call.op}Response {ns}><spotDatafeedSubscription><ownerId>{ACCOUNT}</ownerId><bucket>{b}</bucket><prefix>{p}</prefix><state>Active</state></spotDatafeedSubscription></{call.op}Response>"
    )
