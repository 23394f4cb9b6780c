"""Writes the service's log lines on erasures to S3, where nothing can delete them before the oldest backup ends.

`--reapply-erasures` reads them after the restore of a backup. A batch that was stored and is sent again has the same key.
"""

import base64
import gzip
import hashlib
import json
import os

import boto3


def handler(event, context):
    batch = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    if batch["messageType"] != "DATA_MESSAGE":
        return {"lines": 0}
    events = batch["logEvents"]
    lines = "".join(each["message"] + "\n" for each in events).encode()
    day = events[0]["timestamp"] // 86_400_000
    key = f"erasures/{day}/{events[0]['timestamp']}-{hashlib.sha256(lines).hexdigest()}.log"
    # A bucket with Object Lock refuses an object without a checksum.
    boto3.client("s3").put_object(Bucket=os.environ["BUCKET"], Key=key, Body=lines, ChecksumAlgorithm="SHA256")
    return {"lines": len(events)}
