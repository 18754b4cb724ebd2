"""What the county's functions logged as a fault: said.py ENDPOINT CERTIFICATE REGION."""
import sys

import boto3

endpoint, certificate, region = sys.argv[1:4]
logs = boto3.client("logs", endpoint_url=endpoint, verify=certificate, region_name=region)
for page in logs.get_paginator("describe_log_groups").paginate():
    for group in page["logGroups"]:
        for events in logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"]):
            for event in events["events"]:
                if any(word in event["message"] for word in ("fault", "Error", "ERROR", "AccessDenied", "Task timed out")):
                    print(group["logGroupName"].split("-logs")[0], event["message"].strip()[:1500])
