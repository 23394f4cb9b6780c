import type { Role } from '../api/model';

const ALL: readonly Role[] = ['admin', 'operator', 'auditor'];
const ADMIN: readonly Role[] = ['admin'];
const CHANGERS: readonly Role[] = ['admin', 'operator'];
const REVIEWERS: readonly Role[] = ['admin', 'auditor'];

/** Who is shown what, by the API's table of access. The server decides; this spares people refusals. */
const GRANTS = {
  listAccounts: ALL,
  changeAccounts: CHANGERS,
  eraseAccounts: ADMIN,
  importAccounts: ADMIN,
  exportAccounts: REVIEWERS,
  flushViews: ADMIN,
  readEvents: ALL,
  runTasks: ADMIN,
  readWebhooks: ALL,
  changeWebhooks: ADMIN,
  replayMessages: ADMIN,
  readProducts: ALL,
  changeProducts: CHANGERS,
  readOrders: ALL,
  changeOrders: CHANGERS,
  readLedger: ALL,
  postTransfers: CHANGERS,
  defineAssets: ADMIN,
  readAudit: REVIEWERS,
  readOperators: REVIEWERS,
  changeOperators: ADMIN,
} as const;

export type Grant = keyof typeof GRANTS;

export function may(roles: readonly Role[], grant: Grant): boolean {
  return roles.some((role) => GRANTS[grant].includes(role));
}
