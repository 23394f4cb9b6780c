"""Tests the function that archives erasures, with a class in place of S3."""

import base64
import gzip
import json
import os
import sys
import types
import unittest
from pathlib import Path

sys.modules["boto3"] = types.ModuleType("boto3")
sys.path.insert(0, str(Path(__file__).parents[2] / "main/resources/io/clientele/infra/compute"))
import archive  # noqa: E402

LINE = '{"@timestamp":"2026-11-29T12:00:00Z","message":"erased 0199f3b2-0000-7000-8000-000000000001"}'


class Storage:
    def __init__(self):
        self.objects = {}

    def put_object(self, Bucket, Key, Body, ChecksumAlgorithm):
        assert Bucket == "erasures" and ChecksumAlgorithm == "SHA256"
        self.objects[Key] = Body


class ArchiveTest(unittest.TestCase):
    def setUp(self):
        os.environ["BUCKET"] = "erasures"
        self.storage = Storage()
        sys.modules["boto3"].client = {"s3": self.storage}.__getitem__

    def send(self, kind="DATA_MESSAGE", *lines):
        batch = {"messageType": kind, "logEvents": [{"timestamp": 1_764_417_600_000, "message": line} for line in lines]}
        data = base64.b64encode(gzip.compress(json.dumps(batch).encode())).decode()
        return archive.handler({"awslogs": {"data": data}}, None)

    def test_each_line_is_stored_as_it_was_logged(self):
        self.assertEqual(self.send("DATA_MESSAGE", LINE, LINE), {"lines": 2})
        self.assertEqual(list(self.storage.objects.values()), [f"{LINE}\n{LINE}\n".encode()])

    def test_a_batch_that_is_sent_again_is_the_same_object(self):
        self.send("DATA_MESSAGE", LINE)
        self.send("DATA_MESSAGE", LINE)
        self.assertEqual(len(self.storage.objects), 1)
        self.send("DATA_MESSAGE", LINE.replace("1\"}", "2\"}"))
        self.assertEqual(len(self.storage.objects), 2)

    def test_the_control_message_of_cloudwatch_is_no_erasure(self):
        self.assertEqual(self.send("CONTROL_MESSAGE", "CWL CONTROL MESSAGE"), {"lines": 0})
        self.assertEqual(self.storage.objects, {})

    def test_a_batch_that_cannot_be_stored_is_sent_again(self):
        self.storage.put_object = None
        with self.assertRaises(TypeError):
            self.send("DATA_MESSAGE", LINE)


unittest.main()
