import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answer, api, because } from '../api/client';
import type { Account, AccountPage, AccountStatus } from '../api/model';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { accountKey, readAccount, type Versioned } from './useAccount';

export type Transition = 'suspend' | 'reactivate' | 'close' | 'erase';

const AFTER: Record<Transition, AccountStatus> = {
  suspend: 'suspended',
  reactivate: 'active',
  close: 'closed',
  erase: 'closed',
};

/** What each is called in the message when it is done. */
const DONE = {
  suspend: 'suspended',
  reactivate: 'reactivated',
  close: 'closed',
  erase: 'erased',
} as const;

async function call(
  transition: Transition,
  { account, etag }: Versioned,
  reason?: string,
): Promise<unknown> {
  const path = { id: account.id };
  const headers = because(reason);
  const versioned = { params: { path, header: { 'If-Match': etag } }, headers };
  switch (transition) {
    case 'suspend':
      return answer(api.POST('/v1/accounts/{id}/suspension', versioned));
    case 'reactivate':
      return answer(api.DELETE('/v1/accounts/{id}/suspension', versioned));
    case 'close':
      return answer(api.DELETE('/v1/accounts/{id}', versioned));
    case 'erase':
      return answer(api.POST('/v1/accounts/{id}/erasure', { params: { path }, headers }));
  }
}

/** Shows the account, here and in lists, as if it were done already. */
function showAs(queries: QueryClient, id: string, status: AccountStatus): void {
  const changed = (account: Account) => (account.id === id ? { ...account, status } : account);
  queries.setQueryData<Versioned>(
    accountKey(id),
    (before) => before && { ...before, account: changed(before.account) },
  );
  queries.setQueriesData<AccountPage>(
    { queryKey: ['accounts'] },
    (before) => before && { ...before, data: before.data.map(changed) },
  );
}

/** What takes a transition back; closing and erasing are final. */
const REVERSE: Partial<Record<Transition, Transition>> = {
  suspend: 'reactivate',
  reactivate: 'suspend',
};

/** Suspends, reactivates, closes or erases: shown at once, taken back if the server refuses. */
export function useTransition() {
  const queries = useQueryClient();
  const { tell, tellFailure } = useTelling();
  const { account: words } = useTexts();
  const undo = async (transition: Transition, id: string) => {
    try {
      await call(transition, await readAccount(id));
      tell(words.done[DONE[transition]]);
    } catch (failure) {
      tellFailure(failure);
    }
    await refresh(queries, id);
  };
  return useMutation({
    mutationFn: ({ transition, from, reason }: TransitionCall) => call(transition, from, reason),
    onMutate: async ({ transition, from }) => {
      await queries.cancelQueries({ queryKey: ['account', from.account.id] });
      await queries.cancelQueries({ queryKey: ['accounts'] });
      const lists = queries.getQueriesData<AccountPage>({ queryKey: ['accounts'] });
      showAs(queries, from.account.id, AFTER[transition]);
      return { lists };
    },
    onError: (error, { from }, before) => {
      queries.setQueryData(accountKey(from.account.id), from);
      before?.lists.forEach(([key, page]) => queries.setQueryData(key, page));
      tellFailure(error);
    },
    onSuccess: (_, { transition, from }) => {
      const reverse = REVERSE[transition];
      tell(
        words.done[DONE[transition]],
        reverse && { undo: () => void undo(reverse, from.account.id) },
      );
    },
    onSettled: (_, __, { from }) => refresh(queries, from.account.id),
  });
}

async function refresh(queries: QueryClient, id: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['account', id] });
  await queries.invalidateQueries({ queryKey: ['accounts'] });
  await queries.invalidateQueries({ queryKey: ['statistics'] });
  await queries.invalidateQueries({ queryKey: ['audit'] });
}

interface TransitionCall {
  transition: Transition;
  from: Versioned;
  reason?: string | undefined;
}
