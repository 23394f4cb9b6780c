"""Runs a compose.yaml with podman: networks, volumes, and containers in the order in which each gets healthy."""

import re
import shlex
import subprocess
import time
from pathlib import Path

import yaml

HEALTHY_WITHIN = 180


def podman(*arguments, check=True):
    done = subprocess.run(["podman", *arguments], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise SystemExit(f"podman {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return done


def is_healthy(container):
    return podman("healthcheck", "run", container, check=False).returncode == 0


def await_healthy(container, within=HEALTHY_WITHIN):
    began = time.monotonic()
    while time.monotonic() - began < within:
        if is_healthy(container):
            return time.monotonic() - began
        if podman("inspect", "--format", "{{.State.Running}}", container).stdout.strip() != "true":
            break
        time.sleep(0.5)
    logs = podman("logs", container, check=False)
    raise SystemExit(f"{container} did not get healthy:\n{logs.stdout}{logs.stderr}")


class Composition:
    """Rejects keys that it cannot translate to podman, so no part of the file is ignored."""

    KNOWN = {"image", "profiles", "entrypoint", "depends_on", "environment", "volumes", "tmpfs", "mem_limit", "cpus", "stop_grace_period",
             "healthcheck", "networks", "restart", "read_only", "cap_drop", "security_opt", "user", "command", "ports"}

    def __init__(self, file, project, variables, profiles=(), without=()):
        text = re.sub(r"\$\{(\w+)(?::-([^}]*))?}", lambda m: variables.get(m[1]) or m[2] or "", Path(file).read_text())
        told = yaml.safe_load(text)
        self.folder = Path(file).parent
        self.project = project
        self.services = {
            name: facts
            for name, facts in told["services"].items()
            if name not in without and set(facts.get("profiles", profiles)) <= set(profiles)
        }
        self.networks = told["networks"]
        self.volumes = told["volumes"]

    def name(self, part):
        return f"{self.project}-{part}"

    def up(self):
        for network, facts in self.networks.items():
            internal = ["--internal"] if facts.get("internal") else []
            podman("network", "create", "--subnet", facts["ipam"]["config"][0]["subnet"], *internal, self.name(network))
        started = []
        while len(started) < len(self.services):
            for service, facts in self.services.items():
                waits_for = facts.get("depends_on", {})
                if service not in started and all(other in started for other in waits_for):
                    for other, wanted in waits_for.items():
                        self.await_condition(other, wanted["condition"])
                    podman("run", "--detach", "--name", self.name(service), *self.options(service))
                    started.append(service)
        for service in self.services:
            if self.is_kept(service):
                await_healthy(self.name(service))
        return started

    def await_condition(self, service, condition):
        if condition == "service_completed_successfully":
            code = podman("wait", self.name(service)).stdout.strip()
            if code != "0":
                logs = podman("logs", self.name(service), check=False)
                raise SystemExit(f"{service} ended with {code}:\n{logs.stdout}{logs.stderr}")
        else:
            assert condition == "service_healthy", condition
            await_healthy(self.name(service))

    def is_kept(self, service):
        """A service without a health check runs once and ends."""
        return not self.services[service]["healthcheck"].get("disable")

    def options(self, service, networked=True):
        facts = self.services[service]
        unknown = facts.keys() - self.KNOWN
        assert not unknown, f"{service}: {unknown} would be passed over"
        options = ["--pull", "never", "--hostname", service]
        for network, where in facts["networks"].items() if networked else ():
            address = f",ip={where['ipv4_address']}" if where else ""
            options += ["--network", f"{self.name(network)}:alias={service}{address}"]
        for name, value in facts.get("environment", {}).items():
            options += ["--env", f"{name}={value}"]
        for volume in facts.get("volumes", []):
            source, rest = volume.split(":", 1)
            source = self.name(source) if source in self.volumes else str((self.folder / source).resolve())
            options += ["--volume", f"{source}:{rest}"]
        for place in facts.get("tmpfs", []):
            options += ["--tmpfs", place]
        options += [f"--cap-drop={name}" for name in facts.get("cap_drop", [])]
        options += [f"--security-opt={value.replace(':true', '')}" for value in facts.get("security_opt", [])]
        options += ["--read-only", "--read-only-tmpfs=false"] if facts.get("read_only") else []
        options += ["--publish", "127.0.0.1:" + facts["ports"][0]] if "ports" in facts else []
        for fact, option in {"mem_limit": "memory", "cpus": "cpus", "user": "user"}.items():
            options += [f"--{option}", str(facts[fact])] if fact in facts else []
        if "stop_grace_period" in facts:
            options += ["--stop-timeout", facts["stop_grace_period"].rstrip("s")]
        if "entrypoint" in facts:
            options += ["--entrypoint", *facts["entrypoint"]]
        if self.is_kept(service):
            test = facts["healthcheck"]["test"]
            assert test[0] == "CMD", test
            options += ["--health-cmd", shlex.join(test[1:]), "--health-interval", "disable"]
        else:
            options += ["--no-healthcheck"]
        return options + [facts["image"], *facts.get("command", [])]

    def down(self):
        for service in reversed(self.services):
            podman("rm", "--force", "--time", "10", "--volumes", self.name(service), check=False)
        for network in self.networks:
            podman("network", "rm", "--force", self.name(network), check=False)
        for volume in self.volumes:
            podman("volume", "rm", "--force", self.name(volume), check=False)
