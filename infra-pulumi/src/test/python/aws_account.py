"""What the stand-ins answer to .ci/release: an account with one service, as ECS, S3 and Pulumi behave."""

import json

NEW_TASK = "arn:aws:ecs:eu-central-1:123456789012:task-definition/clientele-staging-service:8"
OLD_TASK = "arn:aws:ecs:eu-central-1:123456789012:task-definition/clientele-staging-service:7"


def option(arguments, name):
    return arguments[arguments.index(name) + 1]


def pulumi(state, arguments):
    command = [each for each in arguments if each not in ("-C", "infra-pulumi")]
    if command[:2] == ["stack", "output"]:
        return {**state["outputs"], "serviceTask": state["wanted"]}[command[2]]
    if command[:3] == ["config", "set", "serviceDigest"]:
        state["configured"] = command[3]
    if command[0] == "up":
        return up(state)
    return None


def up(state):
    if state.get("migration") == "refused":
        raise SystemExit("error: invocation failed: ended: {'migration': 1}")
    if state["configured"] == state["digest"]:
        return None
    state["digest"] = state["configured"]
    if state.get("health") == "sick":
        # The circuit breaker: the old task definition runs in a steady state, and Pulumi ends green.
        state["wanted"] = NEW_TASK
        return None
    state.update(wanted=NEW_TASK, running=NEW_TASK, revision=state["builds"][state["configured"]])
    return None


def skopeo(state, arguments):
    place = arguments[-1]
    if arguments[0] == "copy":
        state["pushed"][place.removeprefix("docker://")] = state["archive"]
    elif place.startswith("oci-archive:"):
        return state["archive"]
    elif place.removeprefix("docker://") in state["pushed"]:
        return state["pushed"][place.removeprefix("docker://")]
    else:
        raise SystemExit("manifest unknown")
    return None


def gh(state, arguments):
    subject = arguments[2].split("@")[-1].split("/")[-1]
    if subject not in state["attested"] or "--signer-workflow" not in arguments:
        raise SystemExit("no attestation")


def aws(state, arguments):
    if arguments[:2] == ["ecs", "describe-services"]:
        return state["running"]
    if arguments[0] == "s3api":
        return locks(state, arguments)
    if arguments[:2] == ["cloudfront", "create-invalidation"]:
        return "I1"
    if arguments[0] == "s3":
        state["page"].append(" ".join(arguments[1:]))
    return None


def locks(state, arguments):
    action = arguments[1]
    key = option(arguments, "--key")
    if action == "put-object":
        if key in state["locks"] and "--if-none-match" in arguments:
            raise SystemExit(254)
        state["locks"][key] = "2026-11-29T12:00:00+00:00"
    elif action == "head-object":
        if key not in state["locks"]:
            raise SystemExit(254)
        return state["locks"][key]
    elif action == "delete-object":
        state["locks"].pop(key, None)
    return None


def curl(state, arguments):
    if state["revision"] is None:
        raise SystemExit(22)
    return json.dumps({"state": "up", "revision": state["revision"]}, separators=(",", ":"))
