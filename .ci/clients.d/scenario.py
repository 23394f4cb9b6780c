"""Uses the generated Python client against a running service. Arguments: address, e-mail, password."""
import sys
import uuid

from openapi_client import AccessApi, AccountCreation, AccountsApi, ApiClient, Configuration, Credentials
from openapi_client import ImportedLine, Problem
from openapi_client.exceptions import ConflictException

address, email, password = sys.argv[1:]
configuration = Configuration(host=address)
client = ApiClient(configuration)
tokens = AccessApi(client).sign_in(Credentials(email=email, password=password))
configuration.access_token = tokens.access_token
accounts = AccountsApi(client)

profile = AccountCreation(name="Ada Lovelace", email=f"{uuid.uuid4()}@example.com")
opened = accounts.open_account(profile)
assert accounts.view_account(opened.id) == opened
assert opened in accounts.list_accounts(email=profile.email).data

# CSV, for the generated client encodes a body of any type with "json" in its name as a JSON string.
table = f"name,email\nGrace Hopper,{uuid.uuid4()}@example.com\n"
row = ImportedLine.from_json(accounts.import_accounts(table, _content_type="text/csv").decode())
assert row is not None and row.status == 201
try:
    accounts.open_account(profile)
    raise AssertionError("a taken e-mail is refused")
except ConflictException as refused:
    problem = Problem.from_json(refused.body)
    assert problem is not None and problem.type == "/problems/email-taken"
