"""Runs every command of DEPLOY.md in its order, with stand-ins."""

import re
import unittest

from programs import ROOT, Programs

INFRA = ROOT / "infra-pulumi"
PROGRAMS = ("aws", "curl", "docker", "git", "java", "mvn", "pulumi")


def blocks(page):
    return re.findall(r"^```\n(.*?)^```", page, re.S | re.M)


def settings():
    declared = re.findall(r"^  (\w+):\n((?:    .*\n)+)", (INFRA / "Pulumi.yaml").read_text().split("\nconfig:\n")[1], re.M)
    names = [name for name, _ in declared]
    return names, [name for name, body in declared if "default:" not in body]


class DeployPageTest(unittest.TestCase):
    def run_page(self, page):
        declared, required = settings()
        programs = Programs(
            "deploy_page",
            *PROGRAMS,
            declared=declared,
            required=required,
            config={},
            images=[],
            pushed=[],
            secrets=[],
            login=False,
            resources=False,
            running=False,
            protected=True,
        )
        script = "set -euo pipefail\nexport STATE_BUCKET=state\ncd() { :; }\n" + "\n".join(blocks(page))
        script = script.replace("domain …", "domain clientele.example.com").replace("Z…", "Z0123456789ABC")
        script = script.replace("alarmEmail …", "alarmEmail a@example.com").replace("adminEmail …", "adminEmail b@example.com")
        done = programs.run(["bash", "-c", script + "\necho the end"], folder=INFRA, typed="secret\n" * 3)
        return programs, done

    def test_every_command_runs_in_the_order_of_the_page(self):
        programs, done = self.run_page((INFRA / "DEPLOY.md").read_text())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("the end", done.stdout)
        state = programs.state
        self.assertEqual(len(state["pushed"]), 2, "service and collector")
        self.assertEqual(state["secrets"], [f"clientele/dev/{name}" for name in ("TOKEN_KEYS", "DATA_KEYS", "ADMIN_PASSWORD")])
        self.assertFalse(state["resources"], "the stack was destroyed")

    def test_no_placeholder_is_left(self):
        text = "\n".join(blocks((INFRA / "DEPLOY.md").read_text()))
        self.assertLessEqual(text.count("…"), 6)

    def test_an_image_that_nothing_pulled_is_noticed(self):
        page = (INFRA / "DEPLOY.md").read_text()
        _, done = self.run_page(re.sub(r"(?m)^docker pull .*\n", "", page))
        self.assertIn("no such image", done.stderr)

    def test_a_stack_that_is_still_protected_is_noticed(self):
        page = (INFRA / "DEPLOY.md").read_text()
        _, done = self.run_page(page.replace("pulumi config set keepsData false && ", ""))
        self.assertIn("protected", done.stderr)


unittest.main()
