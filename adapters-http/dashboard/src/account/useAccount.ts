import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, viewing, whole } from '../api/client';
import type { Account } from '../api/model';

export interface Versioned {
  account: Account;
  etag: string;
}

export const accountKey = (id: string) => ['account', id, 'profile'] as const;

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

const REFRESH_MILLIS = 30_000;

/** Reads an account for the detail page. The first read of each opening counts one view; later reads count none. */
export function useOpenedAccount(id: string) {
  const isCounted = useRef(false);
  return useQuery({
    queryKey: accountKey(id),
    queryFn: ({ signal }) => {
      if (isCounted.current) {
        return readAccount(id, signal);
      }
      isCounted.current = true;
      return readAccount(id, undefined, viewing);
    },
    refetchOnMount: 'always',
    refetchInterval: REFRESH_MILLIS,
  });
}
