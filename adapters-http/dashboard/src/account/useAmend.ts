import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, because, whole } from '../api/client';
import type { AccountAmendment } from '../api/model';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { accountKey, type Versioned } from './useAccount';

interface Amendment {
  from: Versioned;
  patch: AccountAmendment;
  reason: string | undefined;
}

/** Saves a patch of this version of an account. */
export function useAmend() {
  const queries = useQueryClient();
  const { tell } = useTelling();
  const { account: words } = useTexts();
  return useMutation({
    mutationFn: async ({ from, patch, reason }: Amendment): Promise<Versioned> => {
      const { data, response } = await whole(
        api.PATCH('/v1/accounts/{id}', {
          params: { path: { id: from.account.id }, header: { 'If-Match': from.etag } },
          headers: because(reason),
          body: patch,
        }),
      );
      return { account: data, etag: response.headers.get('ETag') ?? '' };
    },
    onSuccess: async (saved) => {
      queries.setQueryData(accountKey(saved.account.id), saved);
      tell(words.done.saved);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['audit'] });
    },
  });
}
