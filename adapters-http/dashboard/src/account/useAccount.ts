import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { readChoice } from '../state/cookies';
import { refreshAfter } from '../state/refresh';
import { api, viewing, whole } from '../api/client';
import type { Account } from '../api/model';

export interface Versioned {
  account: Account;
  etag: string;
}

export const accountKey = (id: string) => ['account', id, 'profile'] as const;
export const viewsKey = (id: string) => ['account', id, 'views'] as const;

/** Reads an account with its version; counts no view. */
export async function readAccount(
  id: string,
  signal?: AbortSignal,
  client = api,
): Promise<Versioned> {
  const { data, response } = await whole(
    client.GET('/v1/accounts/{id}', { params: { path: { id } }, ...(signal && { signal }) }),
  );
  return { account: data, etag: response.headers.get('ETag') ?? '' };
}

const REFRESH = refreshAfter(120_000);

/** Whether the accounts that are opened here count as viewed. Staff raise the ranking only if they choose to. */
const countsViews = (): boolean => readChoice('count-views') === 'yes';

/** Reads an account for the detail page. At most the first read of each opening counts a view. */
export function useOpenedAccount(id: string) {
  const isCounted = useRef(false);
  const queries = useQueryClient();
  return useQuery({
    queryKey: accountKey(id),
    queryFn: async ({ signal }) => {
      if (isCounted.current || !countsViews()) {
        return readAccount(id, signal);
      }
      isCounted.current = true;
      const read = await readAccount(id, undefined, viewing);
      void queries.invalidateQueries({ queryKey: viewsKey(id) });
      return read;
    },
    refetchOnMount: 'always',
    refetchInterval: REFRESH,
  });
}
