import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, because } from '../api/client';
import type { Account } from '../api/model';
import { useTelling } from '../parts/Toasts';
import { useLanguage } from '../text/language';
import { REVERSE, type BulkAction } from './bulk';

interface BulkChange {
  action: BulkAction;
  accounts: readonly Account[];
  reason?: string | undefined;
}

async function call({ action, accounts, reason }: BulkChange): Promise<Account[]> {
  const { data } = await answer(
    api.POST('/v1/accounts/bulk-changes', {
      headers: because(reason),
      body: { action, accountIds: accounts.map(({ id }) => id) },
    }),
  );
  const changed = new Set(data.filter(({ status }) => status === 200).map((row) => row.accountId));
  return accounts.filter(({ id }) => changed.has(id));
}

/** Changes many accounts in one call, and tells how many were changed. */
export function useBulkChange() {
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const { texts, format } = useLanguage();
  const run = async (change: BulkChange): Promise<Account[]> => {
    const done = await call(change);
    const count = done.length;
    const refused = change.accounts.length - count;
    const reverse = REVERSE[change.action];
    const words = texts.bulk;
    const text = words.done[change.action](count, format.number(count));
    tell(
      refused > 0 ? `${text} ${words.refused(refused, format.number(refused))}` : text,
      reverse && count > 0
        ? { undo: () => void run({ action: reverse, accounts: done }).catch(tellFailure) }
        : undefined,
    );
    for (const key of ['accounts', 'account', 'statistics', 'audit']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
    return done;
  };
  return useMutation({ mutationFn: run, onError: tellFailure });
}
