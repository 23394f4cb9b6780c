"""Drives .ci/release with stand-ins for AWS, Pulumi and the registry, in a repository with two commits."""

import datetime
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

import aws_account
from programs import ROOT, Programs

OLD, NEW = "sha256:" + "0" * 64, "sha256:" + "1" * 64
REGISTRY = "registry.example/clientele-staging-service"
PROGRAMS = ("aws", "curl", "gh", "pulumi", "skopeo")


def git(folder, *arguments):
    call = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *arguments]
    return subprocess.run(call, cwd=folder, check=True, text=True, capture_output=True).stdout.strip()


class ReleaseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        (cls.folder / ".ci").mkdir()
        (cls.folder / ".ci/release").write_bytes((ROOT / ".ci/release").read_bytes())
        (cls.folder / ".ci/release").chmod(0o755)
        git(cls.folder, "init", "-q", "-b", "main")
        git(cls.folder, "commit", "-q", "--allow-empty", "-m", "first")
        cls.first = git(cls.folder, "rev-parse", "HEAD")
        git(cls.folder, "commit", "-q", "--allow-empty", "-m", "second")
        cls.second = git(cls.folder, "rev-parse", "HEAD")
        cls.build = cls.folder / "build"
        cls.build.mkdir()
        page = cls.folder / "index.html"
        page.write_text("<html>")
        with tarfile.open(cls.build / "dashboard.tar", "w") as tar:
            tar.add(page, "index.html")

    def account(self, **change):
        state = {
            "outputs": {
                "url": "https://clientele.example.com",
                "serviceRepository": REGISTRY,
                "dashboardBucket": "page",
                "distribution": "D1",
            },
            "archive": NEW,
            "builds": {OLD: self.first, NEW: self.second},
            "attested": [NEW, "dashboard.tar"],
            "pushed": {f"{REGISTRY}:{self.first}": OLD},
            "configured": OLD,
            "digest": OLD,
            "wanted": aws_account.OLD_TASK,
            "running": aws_account.OLD_TASK,
            "revision": self.first,
            "locks": {},
            "page": [],
        }
        return Programs("aws_account", *PROGRAMS, **{**state, **change})

    def release(self, account, revision=None, image=True, dashboard=True, **more):
        return account.run(
            [self.folder / ".ci/release", self.build],
            folder=self.folder,
            STAGE="staging",
            REVISION=revision or self.second,
            PROJECT="example/clientele",
            STATE_BUCKET="state",
            RELEASE_IMAGE=str(image).lower(),
            RELEASE_DASHBOARD=str(dashboard).lower(),
            **{"PAUSE": "0", "LOOKS": "8", **more},
        )

    def assertRed(self, done, reason):
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertIn(reason, done.stderr)

    def assertGreen(self, done):
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_a_release_runs_the_new_image_and_page(self):
        account = self.account()
        self.assertGreen(self.release(account))
        self.assertEqual(account.state["digest"], NEW)
        self.assertEqual(account.state["revision"], self.second)
        self.assertEqual(account.state["locks"], {})
        self.assertTrue(account.state["page"][0].startswith("sync"))
        self.assertIn("index.html --cache-control no-cache", account.state["page"][1])
        self.assertIn("--delete", account.state["page"][-1])

    def test_a_second_run_of_a_release_pushes_nothing_and_is_green(self):
        account = self.account()
        self.assertGreen(self.release(account))
        self.assertGreen(self.release(account))
        self.assertEqual(len(account.asked("skopeo", "copy")), 1)

    def test_another_image_of_the_same_tag_is_red(self):
        account = self.account(pushed={f"{REGISTRY}:{self.second}": OLD})
        self.assertRed(self.release(account), "is another image")
        self.assertEqual(account.asked("pulumi", "-C", "infra-pulumi", "up"), [])

    def test_a_rollback_is_red_although_the_service_is_steady(self):
        account = self.account(health="sick")
        self.assertRed(self.release(account), "rolled back")
        self.assertEqual(account.state["page"], [], "the page of a release that was rolled back")

    def test_tasks_that_tell_another_revision_are_red(self):
        account = self.account(builds={OLD: self.first, NEW: self.first})
        self.assertRed(self.release(account), "does not tell the revision")

    def test_a_refused_migration_is_red_and_leaves_the_old_tasks(self):
        account = self.account(migration="refused")
        self.assertRed(self.release(account), "invocation failed")
        self.assertEqual(account.state["running"], aws_account.OLD_TASK)
        self.assertEqual(account.state["page"], [])
        self.assertEqual(account.state["locks"], {})

    def test_a_late_approval_of_an_older_build_is_red(self):
        account = self.account(revision=self.second, digest=NEW, configured=NEW, archive=OLD, attested=[OLD])
        self.assertRed(self.release(account, revision=self.first), "which is newer")
        self.assertEqual(account.state["digest"], NEW)
        self.assertEqual(account.asked("skopeo"), [])

    def test_the_first_release_has_nothing_to_compare(self):
        account = self.account(revision=None, digest="", configured="", pushed={})
        self.assertGreen(self.release(account))

    def test_an_image_without_attestation_never_runs(self):
        account = self.account(attested=["dashboard.tar"])
        self.assertRed(self.release(account), "no attestation")
        self.assertEqual(account.state["configured"], OLD)

    def test_a_page_without_attestation_is_not_published(self):
        account = self.account(attested=[NEW])
        self.assertRed(self.release(account), "no attestation")
        self.assertEqual(account.state["page"], [])

    def test_a_page_alone_leaves_the_image(self):
        account = self.account()
        self.assertGreen(self.release(account, image=False))
        self.assertEqual(account.asked("skopeo"), [])
        self.assertEqual(account.asked("pulumi", "-C", "infra-pulumi", "up"), [])

    def test_releases_of_one_environment_run_one_after_the_other(self):
        later = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
        account = self.account(locks={"release-locks/staging": later.isoformat()})
        self.assertRed(self.release(account, LOCK_SECONDS="3"), "another release of staging")
        self.assertEqual(account.asked("pulumi", "-C", "infra-pulumi", "up"), [])
        self.assertIn("release-locks/staging", account.state["locks"])

    def test_the_lock_of_a_run_that_died_is_broken(self):
        account = self.account(locks={"release-locks/staging": "2026-11-01T00:00:00+00:00"})
        self.assertGreen(self.release(account))

    def test_a_release_of_one_environment_does_not_hold_another(self):
        now = datetime.datetime.now(datetime.timezone.utc).isoformat()
        account = self.account(locks={"release-locks/prod": now})
        self.assertGreen(self.release(account))

    def test_a_service_that_ends_is_red(self):
        account = self.account(revision=None)
        self.assertRed(self.release(account, image=False, dashboard=False), "does not answer 200")


unittest.main()
