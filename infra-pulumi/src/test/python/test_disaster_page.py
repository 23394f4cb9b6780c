"""Runs the commands of DISASTER.md in their order, with stand-ins."""

import re
import tempfile
import unittest
from pathlib import Path

from disaster_page import SERVER
from programs import ROOT, Programs

PAGE = (ROOT / "infra-pulumi" / "DISASTER.md").read_text()
SECRETS = ("TOKEN_KEYS", "DATA_KEYS", "ADMIN_PASSWORD", "proxy-login", "DATABASE_URL", "MIGRATION_URL", "REDIS_URL")
VARIABLES = {
    "STAGE": "prod",
    "ACCOUNT": "123456789012",
    "GOOD": "2026-11-29T09:58:00Z",
    "TOKEN": "t",
    "BACKUP_REGION": "eu-west-1",
}


def commands(section, page=PAGE):
    text = page.split(f"## {section}\n")[1].split("\n## ")[0]
    return "\n".join(re.findall(r"^```\n(.*?)^```", text, re.S | re.M))


class DisasterPageTest(unittest.TestCase):
    def run_commands(self, script):
        declared = re.findall(r"^  (\w+):$", (ROOT / "infra-pulumi" / "Pulumi.yaml").read_text().split("\nconfig:\n")[1], re.M)
        programs = Programs(
            "disaster_page",
            *("aws", "curl", "pulumi"),
            declared=declared,
            source="",
            protected=[SERVER],
            restored=False,
            reapplied=False,
            accepted=False,
            tasks=2,
            most=4,
            started=[],
            deletable=False,
            deleted=False,
            secrets={f"clientele/prod/{name}": "replica" for name in SECRETS},
        )
        self.folder = Path(tempfile.mkdtemp())
        done = programs.run(["bash", "-c", "set -euo pipefail\n" + script + "\necho the end"], folder=self.folder, **VARIABLES)
        return programs.state, done

    def test_a_damaged_database_is_restored_in_the_order_of_the_page(self):
        state, done = self.run_commands(commands("The database is damaged"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("the end", done.stdout)
        self.assertEqual(state["source"], "clientele-prod-data@2026-11-29T09:58:00Z")
        for step in ("restored", "reapplied", "accepted", "deleted"):
            self.assertTrue(state[step], step)
        self.assertEqual(state["tasks"], 2, "the service runs again")

    def test_the_secrets_of_a_lost_region_are_kept_before_their_names_are_freed(self):
        state, done = self.run_commands(commands("The region is lost"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(state["secrets"], {})
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(f"secret-{name}" for name in SECRETS))

    def test_a_server_that_is_still_protected_is_noticed(self):
        script = re.sub(r"(?m)^for urn in .*\n", "", commands("The database is damaged"))
        self.assertIn("protected", self.run_commands(script)[1].stderr)

    def test_a_service_that_still_runs_is_noticed(self):
        script = commands("The database is damaged").replace("scale 0 0\n", "")
        self.assertIn("scaling starts the tasks again", self.run_commands(script)[1].stderr)
        script = re.sub(r"(?m)^aws ecs update-service .*\n", "", commands("The database is damaged"))
        self.assertIn("the service runs", self.run_commands(script)[1].stderr)

    def test_the_page_names_every_secret_of_the_stack(self):
        source = ROOT / "infra-pulumi/src/main/java/io/clientele/infra/data/ServiceSecrets.java"
        named = set(re.findall(r'String (?:\w+) = "(\w+)"', source.read_text())) | {"proxy-login"}
        optional = {"DATABASE_REPLICA_URL", "SMTP_URL"}
        self.assertEqual(named - optional, set(SECRETS))
        for name in optional:
            self.assertIn(f"`{name}`", PAGE)


unittest.main()
