"""What the stand-ins answer to the commands of DEPLOY.md: they refuse what the real programs would refuse."""

DIGEST = "sha256:" + "5" * 64


def pulumi(state, arguments):
    if arguments[:2] == ["config", "set"]:
        words = [each for each in arguments[2:] if each != "--secret"]
        if words[0] not in state["declared"]:
            raise SystemExit(f"{words[0]} is not declared in Pulumi.yaml")
        state["config"][words[0]] = words[1]
    elif arguments[:2] == ["stack", "output"]:
        return output(state, arguments[2])
    elif arguments[:2] == ["stack", "rm"] and state["resources"]:
        raise SystemExit("the stack still has resources")
    elif arguments[0] == "up":
        up(state)
    elif arguments[0] == "destroy":
        if state["protected"]:
            raise SystemExit("resource is protected")
        state["resources"] = False
    return None


def output(state, name):
    if not state["resources"]:
        raise SystemExit("the stack has no outputs")
    names = {"serviceRepository": "service", "collectorRepository": "collector"}
    return f"123.dkr.example/clientele-dev-{names[name]}" if name in names else f"{name}-of-the-stack"


def up(state):
    missing = set(state["required"]) - state["config"].keys()
    if missing:
        raise SystemExit(f"not configured: {missing}")
    digests = [state["config"].get(name, "") for name in ("serviceDigest", "collectorDigest")]
    if any(digest not in ("", DIGEST) for digest in digests):
        raise SystemExit(f"a digest is wrong: {digests}")
    state["resources"] = True
    state["running"] = all(digests)
    state["protected"] = state["config"].get("keepsData") != "false"


def docker(state, arguments):
    images, image = state["images"], arguments[-1]
    if arguments[0] == "build":
        if "linux/arm64" not in arguments:
            raise SystemExit("production runs on arm64")
        images.append(arguments[arguments.index("-t") + 1])
    elif arguments[0] == "pull":
        images.append(image)
    elif arguments[0] == "tag":
        if arguments[1] not in images:
            raise SystemExit(f"no such image: {arguments[1]}")
        images.append(arguments[2])
    elif arguments[0] == "push":
        if image not in images or not state["login"]:
            raise SystemExit(f"cannot push {image}")
        state["pushed"].append(image)
    elif arguments[0] == "login":
        state["login"] = True


def aws(state, arguments):
    command = arguments[:2]
    if command == ["kms", "create-key"]:
        return "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
    if command == ["sts", "get-caller-identity"]:
        return "123456789012"
    if command == ["ec2", "describe-managed-prefix-lists"]:
        return "pl-a3a144ca"
    if command == ["ecr", "describe-images"]:
        name = arguments[arguments.index("--repository-name") + 1]
        tag = arguments[arguments.index("--image-ids") + 1].removeprefix("imageTag=")
        if f"123.dkr.example/{name}:{tag}" not in state["pushed"]:
            raise SystemExit("ImageNotFoundException")
        return DIGEST
    if command == ["secretsmanager", "put-secret-value"]:
        if not state["resources"]:
            raise SystemExit("ResourceNotFoundException")
        state["secrets"].append(arguments[arguments.index("--secret-id") + 1])
    return None


def curl(state, arguments):
    if not state["running"]:
        raise SystemExit(7)
    return "HTTP/2 200"


def git(state, arguments):
    return "8f33e55e5d0c1f4b7a0b8a5cbb8a1c9e2d3f4a5b"


def mvn(state, arguments):
    pass


def java(state, arguments):
    pass
