import { Button } from '@mantine/core';
import { usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { answer, api } from '../api/client';
import type { Me } from '../api/model';
import { onSession, signOut, tokensSoFar } from '../api/session';
import { Failure } from '../parts/failure';
import { preferencesQuery } from '../state/preferences';
import { may, type Grant } from '../state/roles';
import { useTexts } from '../text/language';

const Context = createContext<Me | undefined>(undefined);

/** Learns who is signed in, and again with each new token: roles change. */
export function MeProvider({ children }: { children: ReactNode }) {
  const { user } = useTexts();
  const queries = useQueryClient();
  const tokens = useSyncExternalStore(onSession, tokensSoFar);
  usePrefetchQuery(preferencesQuery);
  const me = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => answer(api.GET('/v1/me', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (tokens > 1) {
      void queries.invalidateQueries({ queryKey: ['me'] });
    }
  }, [tokens, queries]);
  if (me.data) {
    return <Context value={me.data}>{children}</Context>;
  }
  if (me.isError) {
    return (
      <main className="alone">
        <Failure error={me.error} retry={() => void me.refetch()} />
        <Button variant="subtle" onClick={() => void signOut()}>
          {user.signOut}
        </Button>
      </main>
    );
  }
  return <main className="alone" aria-busy="true" />;
}

export function useMe(): Me {
  const me = useContext(Context);
  if (!me) {
    throw new Error('no operator is signed in');
  }
  return me;
}

/** Whether who is signed in may do this. */
export function useMay(): (grant: Grant) => boolean {
  const { roles } = useMe();
  return (grant) => may(roles, grant);
}
