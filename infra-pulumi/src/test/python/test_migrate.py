"""Tests the migration function with two classes in place of AWS."""

import json
import os
import sys
import types
import unittest
from pathlib import Path

sys.modules["boto3"] = types.ModuleType("boto3")
sys.path.insert(0, str(Path(__file__).parents[2] / "main/resources/io/clientele/infra/compute"))
import migrate  # noqa: E402

NAMES = ["OWNER", "MIGRATION_URL", "DATABASE_URL", "PROXY_LOGIN"]


class Secrets:
    def __init__(self, **values):
        self.values = values

    def get_secret_value(self, SecretId):
        return {"SecretString": self.values[SecretId]}

    def put_secret_value(self, SecretId, SecretString):
        self.values[SecretId] = SecretString

    def describe_secret(self, SecretId):
        return {"VersionIdsToStages": {"1": ["AWSCURRENT"]}} if SecretId in self.values else {}

    def get_random_password(self, PasswordLength, ExcludePunctuation):
        assert ExcludePunctuation
        return {"RandomPassword": "p" * PasswordLength}


class Tasks:
    def __init__(self, code):
        self.code = code
        self.started = []

    def run_task(self, **how):
        self.started.append(how)
        return {"failures": [], "tasks": [{"taskArn": "task-1"}]}

    def get_waiter(self, name):
        assert name == "tasks_stopped"
        return types.SimpleNamespace(wait=lambda **how: None)

    def describe_tasks(self, cluster, tasks):
        container = {"name": "migration"}
        if self.code is not None:
            container["exitCode"] = self.code
        return {"tasks": [{"stoppedReason": "ended", "containers": [container]}]}


class MigrateTest(unittest.TestCase):
    def setUp(self):
        os.environ.update({name: name for name in NAMES})
        for name in ("REPLICA_HOST", "DATABASE_REPLICA_URL"):
            os.environ.pop(name, None)
        os.environ.update(DATABASE_HOST="db", PROXY_HOST="proxy", CLUSTER="c", SUBNETS="a,b", SECURITY_GROUP="g")
        self.secrets = Secrets(OWNER=json.dumps({"username": "owner", "password": "a/b@c:%"}))

    def run_it(self, code=0):
        self.tasks = Tasks(code)
        clients = {"secretsmanager": self.secrets, "ecs": self.tasks}
        sys.modules["boto3"].client = clients.__getitem__
        return migrate.handler({"taskDefinition": "migration:7"}, None)

    def test_the_owners_password_is_percent_encoded(self):
        self.run_it()
        self.assertEqual(
            self.secrets.values["MIGRATION_URL"],
            "postgresql://owner:a%2Fb%40c%3A%25@db:5432/clientele?sslmode=require",
        )

    def test_proxy_and_service_know_the_same_password(self):
        self.run_it()
        login = json.loads(self.secrets.values["PROXY_LOGIN"])
        self.assertIn(f"//{login['username']}:{login['password']}@proxy:", self.secrets.values["DATABASE_URL"])

    def test_the_services_password_stays_while_the_owners_changes(self):
        self.run_it()
        before = self.secrets.values["DATABASE_URL"]
        self.secrets.values["OWNER"] = json.dumps({"username": "owner", "password": "next"})
        self.secrets.get_random_password = None
        self.run_it()
        self.assertEqual(self.secrets.values["DATABASE_URL"], before)
        self.assertIn(":next@", self.secrets.values["MIGRATION_URL"])

    def test_a_replica_that_is_added_later_gets_the_existing_password(self):
        self.run_it()
        self.assertNotIn("DATABASE_REPLICA_URL", self.secrets.values)
        os.environ.update(REPLICA_HOST="copy", DATABASE_REPLICA_URL="DATABASE_REPLICA_URL")
        self.run_it()
        login = json.loads(self.secrets.values["PROXY_LOGIN"])
        self.assertEqual(
            self.secrets.values["DATABASE_REPLICA_URL"],
            f"postgresql://clientele:{login['password']}@copy:5432/clientele?sslmode=require",
        )

    def test_the_task_stands_inside(self):
        self.assertEqual(self.run_it(), {"task": "task-1"})
        network = self.tasks.started[0]["networkConfiguration"]["awsvpcConfiguration"]
        self.assertEqual(network, {"subnets": ["a", "b"], "securityGroups": ["g"], "assignPublicIp": "DISABLED"})
        self.assertEqual(self.tasks.started[0]["taskDefinition"], "migration:7")

    def test_a_migration_that_fails_or_never_ran_stops_the_release(self):
        for code in (1, 137, None):
            with self.assertRaisesRegex(RuntimeError, "ended"):
                self.run_it(code)


unittest.main()
