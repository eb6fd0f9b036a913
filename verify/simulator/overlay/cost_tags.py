"""The services of costs and chat: tags of their resources."""

from .core import on, TAGS, tags_map_to_list


def json_tags(svc, key="ResourceArn"):
    @on(svc, "ListTagsForResource", "TagResource", "UntagResource")
    def list_tags_for_resource(call):
        arn = call.given.get("ResourceArn") or call.given.get("ResourceARN") or call.given.get("ReportName")
        if svc == "ce" and "/costcategory" in arn.replace(":costcategory", "/costcategory"):
            return None
        t = TAGS.setdefault(arn, {})
        new = call.given.get("ResourceTags") or call.given.get("Tags") or []
        if call.op == "TagResource":
            t.update({x.get("Key", x.get("TagKey")): x.get("Value", x.get("TagValue")) for x in new})
        elif call.op == "UntagResource":
            for k in call.given.get("ResourceTagKeys") or call.given.get("TagKeys") or []:
                t.pop(k, None)
        else:
            listed = tags_map_to_list(t)
            if svc == "chatbot":
                return {"Tags": tags_map_to_list(t, "TagKey", "TagValue")}
            return {"ResourceTags": listed, "Tags": listed}
        return {}


for _s in ("budgets", "ce", "cur", "bcm-data-exports", "chatbot"):
    json_tags(_s)
