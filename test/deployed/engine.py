"""MiniStack 1.5.33, with what it does otherwise than AWS put right where a county would notice.

A patch stands here only where the engine would refuse, or let pass, what AWS does not; nothing in a template is changed
for its sake.

TimeoutSecondsPath          is not read there: a task that waits for its token would never time out.
StartExecution              refuses there a name that is in use; AWS answers the same name and input of a running execution as if it
                            had been started now.
PartiQL                     is authorized there as dynamodb:ExecuteStatement on "*"; AWS asks for dynamodb:PartiQLInsert,
                            …Select, …Update or …Delete on the table. An insert tells the table's stream nothing there.
SendTaskSuccess             is authorized there on "*"; AWS knows which machine gave the token.
s3:if-none-match,           s3:TlsVersion: conditions that it does not know, so that a bucket which takes writes once refuses all.
dynamodb:LeadingKeys        is a condition key that it does not fill in: a role held to some partition keys could do nothing.
pathParameters              is null there where a route has none; AWS leaves it out.
Alarms over metric math     are refused there; here they are kept, and like all alarms of the engine never ring.
"""
import datetime
import inspect
import ipaddress
import json
import os
import re
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from ministack.core import iam_actions
from ministack.services import apigateway, dynamodb, stepfunctions
from ministack.services.cloudformation import provisioners

STATEMENT = re.compile(
    r'\s*(?:(INSERT)\s+INTO|(UPDATE)|(DELETE)\s+FROM|(SELECT)\b.*?\bFROM)\s+"?([\w.-]+)', re.IGNORECASE | re.DOTALL
)

run_task = stepfunctions._execute_task
start_execution = stepfunctions._start_execution
action_of, resource_of = iam_actions.extract_iam_action, iam_actions.extract_resource_arn
s3_context = iam_actions.s3_service_context
dynamodb_context = iam_actions.dynamodb_service_context
insert = dynamodb._partiql_insert
invoke_proxy = apigateway._invoke_lambda_proxy
alarm_of = provisioners._cw_metric_alarm_record


def with_timeout(state, raw_input, execution, context):
    if "TimeoutSecondsPath" in state:
        seconds = stepfunctions._resolve_path_or_ctx(state["TimeoutSecondsPath"], raw_input, context)
        state = {**state, "TimeoutSeconds": seconds}
    return run_task(state, raw_input, execution, context)


def start_once(data):
    machine, name = data.get("stateMachineArn", ""), data.get("name")
    known = stepfunctions._executions.get(f"{machine.replace(':stateMachine:', ':execution:')}:{name}")
    if known and known["status"] == "RUNNING" and known["input"] == data.get("input", "{}"):
        return stepfunctions.json_response({"executionArn": known["executionArn"], "startDate": known["startDate"]})
    return start_execution(data)


def asked_of(headers, body):
    """What a call asks for by its target, and its body."""
    return headers.get("x-amz-target", "").rpartition(".")[2], json.loads(body) if body else {}


def statement(headers, body):
    """("Insert", table) of a PartiQL request, else None."""
    if not headers.get("x-amz-target", "").endswith(".ExecuteStatement"):
        return None
    found = STATEMENT.match(asked_of(headers, body)[1]["Statement"])
    return found and (next(filter(None, found.groups()[:4])).capitalize(), found.group(5))


def action(service, method, path, headers, body, query):
    asked = statement(headers, body) if service == "dynamodb" else None
    return f"dynamodb:PartiQL{asked[0]}" if asked else action_of(service, method, path, headers, body, query)


# Whose token it is. The engine's own table forgets it when the task ends; AWS knows that too, and says so by name.
machine_of_token = {}


def resource(service, method, path, headers, body, query, region, account):
    asked = statement(headers, body) if service == "dynamodb" else None
    if asked:
        return f"arn:aws:dynamodb:{region}:{account}:table/{asked[1]}"
    if service == "states" and headers.get("x-amz-target", "").rpartition(".")[2].startswith("SendTask"):
        return machine_of_token.get(asked_of(headers, body)[1].get("taskToken"), "*")
    return resource_of(service, method, path, headers, body, query, region, account)


class Context(dict):
    """The context object of a task: whoever puts a token in tells us to which machine it belongs."""

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if key == "Task" and "Token" in value:
            machine_of_token[value["Token"]] = self.get("StateMachine", {}).get("Id", "*")


def with_known_token(state, raw_input, execution, context):
    return with_timeout(state, raw_input, execution, context if isinstance(context, Context) else Context(context))


def insert_and_tell_the_stream(table, parsed):
    answer = insert(table, parsed)
    if answer[0] == 200:
        item = parsed["item"]
        dynamodb._emit_stream_event(table["TableName"], "INSERT", None, item["M"] if set(item) == {"M"} else item)
    return answer


def context_of_s3(action, query, path="", headers=None):
    context = {**s3_context(action, query, path, headers), "s3:tlsversion": "1.3"}
    if action == "s3:PutObject" and (headers or {}).get("if-none-match"):
        context["s3:if-none-match"] = headers["if-none-match"]
    return context


PARTITION_KEYS = ("stream", "id", "case")
INSERTED = re.compile(r"'([^']+)'\s*:\s*\?")
COMPARED = re.compile(r"([#\w.-]+)\s*=\s*(:\w+)")


def named_in(asked):
    """Whatever a request has of an item or a key: name → typed value."""
    yield asked.get("Key", {})
    yield asked.get("Item", {})
    yield dict(zip(INSERTED.findall(asked.get("Statement", "")), asked.get("Parameters", [])))
    names, values = asked.get("ExpressionAttributeNames", {}), asked.get("ExpressionAttributeValues", {})
    compared = COMPARED.findall(asked.get("KeyConditionExpression", ""))
    yield {names.get(name, name): values.get(value) for name, value in compared}
    for one in asked.get("RequestItems", {}).values():
        yield from one.get("Keys", []) if isinstance(one, dict) else []


def context_of_dynamodb(body):
    """With dynamodb:LeadingKeys, by the names that the tables of a county give their partition keys."""
    found = [item[name] for item in named_in(json.loads(body or b"{}")) for name in PARTITION_KEYS if name in item]
    keys = [str(next(iter(value.values()))) for value in found if isinstance(value, dict)]
    return {**dynamodb_context(body), **({"dynamodb:LeadingKeys": keys} if keys else {})}


async def proxy(*args, **more):
    call = inspect.signature(invoke_proxy).bind(*args, **more)
    call.arguments["path_params"] = call.arguments.get("path_params") or {}
    return await invoke_proxy(*call.args, **call.kwargs)


def alarm(name, props):
    if not props.get("Metrics"):
        return alarm_of(name, props)
    plain = {key: value for key, value in props.items() if key != "Metrics"}
    return alarm_of(name, {**plain, "Namespace": "metric-math", "MetricName": "metric-math"})


def make_certificate(path, key_path):
    """For localhost, for a day: buckets refuse plain http, as they should."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    began = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=5)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with open(os.open(key_path, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        file.write(plain)
    # Last, and whole: who starts us waits for it.
    with open(f"{path}.new", "wb") as file:
        file.write(certificate.public_bytes(pem))
    os.rename(f"{path}.new", path)


make_certificate(os.environ["MINISTACK_SSL_CERT"], os.environ["MINISTACK_SSL_KEY"])
stepfunctions._execute_task = with_known_token
stepfunctions._start_execution = start_once
iam_actions.extract_iam_action, iam_actions.extract_resource_arn = action, resource
iam_actions.s3_service_context = context_of_s3
iam_actions.dynamodb_service_context = context_of_dynamodb
dynamodb._partiql_insert = insert_and_tell_the_stream
apigateway._invoke_lambda_proxy = proxy
provisioners._cw_metric_alarm_record = alarm

from ministack import app  # noqa: E402  (after the patches)

# It would also listen on 443, for logins that are not ours.
app._port_is_bindable = lambda *_: False
sys.exit(app.main())
