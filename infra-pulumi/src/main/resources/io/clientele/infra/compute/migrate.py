"""Runs the migration task and waits for it, before the service is updated.

RDS rotates the owner's password, so each run writes the owner's URL. The first run creates the
password of the service's role.
"""

import json
import os
from urllib.parse import quote

import boto3

ROLE = "clientele"


def put(secrets, name, value):
    secrets.put_secret_value(SecretId=os.environ[name], SecretString=value)


def url(user, password, host, options):
    return f"postgresql://{user}:{quote(password, safe='')}@{host}:5432/clientele?{options}"


def has_value(secrets, name):
    return bool(secrets.describe_secret(SecretId=os.environ[name]).get("VersionIdsToStages"))


def write_urls(secrets):
    owner = json.loads(secrets.get_secret_value(SecretId=os.environ["OWNER"])["SecretString"])
    put(
        secrets,
        "MIGRATION_URL",
        url(owner["username"], owner["password"], os.environ["DATABASE_HOST"], "sslmode=require"),
    )
    if not has_value(secrets, "DATABASE_URL"):
        password = secrets.get_random_password(PasswordLength=48, ExcludePunctuation=True)["RandomPassword"]
        put(secrets, "PROXY_LOGIN", json.dumps({"username": ROLE, "password": password}))
        verified = "sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
        put(secrets, "DATABASE_URL", url(ROLE, password, os.environ["PROXY_HOST"], verified))
    if "REPLICA_HOST" in os.environ:
        # The replica has the roles of its primary. A replica that was added later gets the existing password.
        login = json.loads(secrets.get_secret_value(SecretId=os.environ["PROXY_LOGIN"])["SecretString"])
        host = os.environ["REPLICA_HOST"]
        put(secrets, "DATABASE_REPLICA_URL", url(ROLE, login["password"], host, "sslmode=require"))


def migrate(ecs, task_definition):
    started = ecs.run_task(
        cluster=os.environ["CLUSTER"],
        taskDefinition=task_definition,
        launchType="FARGATE",
        networkConfiguration={
            "awsvpcConfiguration": {
                "subnets": os.environ["SUBNETS"].split(","),
                "securityGroups": [os.environ["SECURITY_GROUP"]],
                "assignPublicIp": "DISABLED",
            }
        },
    )
    if started["failures"]:
        raise RuntimeError(f"not started: {started['failures']}")
    task = started["tasks"][0]["taskArn"]
    ecs.get_waiter("tasks_stopped").wait(
        cluster=os.environ["CLUSTER"], tasks=[task], WaiterConfig={"Delay": 5, "MaxAttempts": 170}
    )
    stopped = ecs.describe_tasks(cluster=os.environ["CLUSTER"], tasks=[task])["tasks"][0]
    codes = {each["name"]: each.get("exitCode") for each in stopped["containers"]}
    if any(code != 0 for code in codes.values()):
        raise RuntimeError(f"{stopped.get('stoppedReason')}: {codes}; see the log group of the migration")
    return task


def handler(event, context):
    write_urls(boto3.client("secretsmanager"))
    return {"task": migrate(boto3.client("ecs"), event["taskDefinition"])}
