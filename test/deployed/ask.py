"""Asks the engine, as the account's owner, what an acceptance cannot see: ask.py WHAT COUNTY. Answers JSON.

faults      what functions logged as their fault
resources   how many of each type the county's stacks have
rights      role → actions it is allowed on the ledger's table
"""
import collections
import json
import os
import sys

import boto3

what, county = sys.argv[1:3]
PARTS = ("storage", "procedure", "api", "site")
FAULTS = ("fault", "AccessDenied", "Task timed out", "Runtime.")


def client(service):
    return boto3.client(service, region_name=os.environ["AWS_REGION"], verify=os.environ["AWS_CA_BUNDLE"])


def resources():
    pages = client("cloudformation").get_paginator("list_stack_resources")
    for part in PARTS:
        for page in pages.paginate(StackName=f"{county}-{part}"):
            yield from page["StackResourceSummaries"]


def faults():
    logs = client("logs")
    for page in logs.get_paginator("describe_log_groups").paginate():
        for group in page["logGroups"]:
            name = group["logGroupName"]
            for events in logs.get_paginator("filter_log_events").paginate(logGroupName=name):
                said = [event["message"].strip() for event in events["events"]]
                yield from (f"{name} {one[:1200]}" for one in said if any(word in one for word in FAULTS))


def as_list(value):
    return value if isinstance(value, list) else [value]


def rights():
    iam = client("iam")
    ledger = next(one["PhysicalResourceId"] for one in resources() if one["LogicalResourceId"].startswith("ledger"))
    allowed = {}
    for role in (one["PhysicalResourceId"] for one in resources() if one["ResourceType"] == "AWS::IAM::Role"):
        documents = [
            iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
            for name in iam.list_role_policies(RoleName=role)["PolicyNames"]
        ]
        attached = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
        actions = {
            action
            for document in documents
            for statement in as_list(document["Statement"])
            for action in as_list(statement["Action"])
            # The stream's own ARN goes on behind the table's.
            if statement["Effect"] == "Allow"
            and any(arn == "*" or arn.endswith(f":table/{ledger}") for arn in as_list(statement["Resource"]))
            and (action.startswith("dynamodb:") or action == "*")
        }
        allowed[role] = sorted(actions | {f"attached {one['PolicyName']}" for one in attached})
    return allowed


ASKED = {
    "faults": lambda: list(faults()),
    "resources": lambda: collections.Counter(one["ResourceType"] for one in resources()),
    "rights": rights,
}
print(json.dumps(ASKED[what](), ensure_ascii=False))
