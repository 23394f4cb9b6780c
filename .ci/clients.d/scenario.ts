/* Uses the generated TypeScript client against a running service. Arguments: address, e-mail, password. */
import { AccessApi, AccountsApi, Configuration, ImportedLineFromJSON, ProblemFromJSON, ResponseError } from './client/index';

declare const process: { argv: string[] };

function check(holds: boolean, what: string): void {
  if (!holds) {
    throw new Error(`not true: ${what}`);
  }
}

async function main(basePath: string, email: string, password: string): Promise<void> {
  const credentials = { email, password };
  const tokens = await new AccessApi(new Configuration({ basePath })).signIn({ credentials });
  const accounts = new AccountsApi(new Configuration({ basePath, accessToken: tokens.accessToken }));

  const accountCreation = { name: 'Ada Lovelace', email: `${crypto.randomUUID()}@example.com` };
  const opened = await accounts.openAccount({ accountCreation });
  if (!opened) {
    throw new Error('not true: an account is opened at once unless the client prefers otherwise');
  }
  const viewed = await accounts.viewAccount({ id: opened.id });
  check(JSON.stringify(viewed) === JSON.stringify(opened), 'the viewed account is the opened account');
  const page = await accounts.listAccounts({ email: accountCreation.email });
  check(page.data.some(({ id }) => id === opened.id), 'the list contains the opened account');

  const line = `{"name":"Grace Hopper","email":"${crypto.randomUUID()}@example.com"}\n`;
  const rows = await (await accounts.importAccounts({ body: line })).text();
  check(ImportedLineFromJSON(JSON.parse(rows)).status === 201, 'the line is imported');

  const refused: unknown = await accounts.openAccount({ accountCreation }).catch((error: unknown) => error);
  check(refused instanceof ResponseError, 'a taken e-mail is refused');
  const { response } = refused as ResponseError;
  const problem = ProblemFromJSON(await response.json());
  check(response.status === 409 && problem.type === '/problems/email-taken', 'the problem has its type');
}

void main(...(process.argv.slice(2) as [string, string, string]));
