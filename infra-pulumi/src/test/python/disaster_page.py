"""What the stand-ins answer to the commands of DISASTER.md: they refuse what the real programs would refuse."""

import re
from pathlib import Path

SERVER = "urn:pulumi:prod::clientele::clientele:infra:Data$aws:rds/instance:Instance::clientele-prod-data"
SOURCE = re.compile(r"(?:[a-z-]+|arn:aws:rds:\S+)@\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NETWORK = '{"awsvpcConfiguration": {"subnets": ["subnet-1"]}}'


def option(arguments, name):
    return arguments[arguments.index(name) + 1]


def pulumi(state, arguments):
    if arguments[:3] == ["config", "set", "restoreFrom"]:
        if "restoreFrom" not in state["declared"] or not SOURCE.fullmatch(arguments[3]):
            raise SystemExit(f"restoreFrom is wrong: {arguments[3]}")
        state["source"] = arguments[3]
    elif arguments[:2] == ["stack", "--show-urns"]:
        return f"    aws:rds/instance:Instance  clientele-prod-data\n    URN: {SERVER}"
    elif arguments[:2] == ["state", "unprotect"]:
        state["protected"].remove(arguments[-1])
    elif arguments[0] == "up":
        up(state)
    elif arguments[:2] == ["stack", "output"]:
        return "https://clientele.example.com"
    return None


def up(state):
    if state["source"] and SERVER in state["protected"]:
        raise SystemExit("resource is protected")
    state["restored"] = bool(state["source"])
    if state["accepted"]:
        state["tasks"] = 2


def aws(state, arguments):
    service, action = arguments[:2]
    functions = {"application-autoscaling": scaling, "ecs": ecs, "s3": s3, "rds": rds, "secretsmanager": secrets}
    return functions[service](state, action, arguments)


def scaling(state, action, arguments):
    state["most"] = int(option(arguments, "--max-capacity"))


def ecs(state, action, arguments):
    if action == "update-service":
        if int(option(arguments, "--desired-count")) < 1 and state["most"] > 0:
            raise SystemExit("scaling starts the tasks again")
        state["tasks"] = int(option(arguments, "--desired-count"))
    elif action == "describe-services":
        return NETWORK
    elif action == "run-task":
        return run(state, arguments)
    elif action == "wait" and arguments[2] == "tasks-stopped" and option(arguments, "--tasks") not in state["started"]:
        raise SystemExit("no such task")
    return None


def run(state, arguments):
    if state["tasks"] or not state["restored"] or option(arguments, "--network-configuration") != NETWORK:
        raise SystemExit("the service runs, or nothing was restored")
    asked = option(arguments, "--overrides")
    if '"--reapply-erasures", "https://' in asked:
        state["reapplied"] = True
    elif '"--accept-restored-audit"' in asked:
        state["accepted"] = True
    else:
        raise SystemExit(f"an unknown command: {asked}")
    state["started"].append(f"arn:task/{len(state['started'])}")
    return state["started"][-1]


def s3(state, action, arguments):
    if action == "sync":
        Path(arguments[3], "20786").mkdir(parents=True)
        Path(arguments[3], "20786", "1.log").write_text("erased\n")
    elif action == "cp":
        if "--checksum-algorithm" not in arguments:
            raise SystemExit("Content-MD5 or x-amz-checksum header is required for Object Lock")
        state["list"] = arguments[3].rsplit("/", 1)[1]
    elif action == "ls":
        return f"2026-11-29 12:00:00 7 {state['list']}"
    elif action == "presign":
        if not arguments[2].endswith("/" + state["list"]):
            raise SystemExit("no such object")
        return "https://bucket.s3.example/list?X-Amz-Signature=1"
    return None


def rds(state, action, arguments):
    if action == "modify-db-instance":
        state["deletable"] = "--no-deletion-protection" in arguments
    elif action == "delete-db-instance":
        if not state["deletable"]:
            raise SystemExit("DeletionProtection is enabled")
        state["deleted"] = True
    elif action == "describe-db-instance-automated-backups":
        return "arn:aws:rds:eu-west-1:123456789012:auto-backup:ab-1\t2026-11-29T09:58:00Z"
    return None


def secrets(state, action, arguments):
    name = option(arguments, "--secret-id")
    if action == "get-secret-value":
        if name not in state["secrets"]:
            raise SystemExit("ResourceNotFoundException")
        return "value"
    if action == "stop-replication-to-replica":
        state["secrets"][name] = "own"
    elif action == "delete-secret":
        if state["secrets"].pop(name) != "own":
            raise SystemExit("a replica cannot be deleted")
    return None


def curl(state, arguments):
    if not state["tasks"]:
        raise SystemExit(7)
    return "{}"
