import type { Account } from '../api/model';

export type BulkAction = 'suspend' | 'reactivate' | 'close';

/** The largest call. */
export const ACCOUNTS_MAX = 200;

/** The action that takes another back; closing is final. */
export const REVERSE: Partial<Record<BulkAction, BulkAction>> = {
  suspend: 'reactivate',
  reactivate: 'suspend',
};

/** The accounts that the action changes: those that are not in its state already. */
export function changedBy(action: BulkAction, accounts: readonly Account[]): Account[] {
  const from = { suspend: ['active'], reactivate: ['suspended'], close: ['active', 'suspended'] };
  return accounts.filter(({ status }) => from[action].includes(status));
}

const HEADER = ['id', 'name', 'email', 'taxIdCountry', 'taxIdValue', 'status', 'metadata'];

/** The accounts as rows of a file, in the columns that an import reads. */
export function rowsOf(accounts: readonly Account[]): string[][] {
  return [
    HEADER,
    ...accounts.map(({ id, name, email, taxId, status, metadata }) => [
      id,
      name,
      email,
      taxId?.country ?? '',
      taxId?.value ?? '',
      status,
      JSON.stringify(metadata),
    ]),
  ];
}
