import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, whole } from '../api/client';
import type { Preferences, PreferencesPatch, SavedView } from '../api/model';
import { Refused } from '../api/problem';
import { keepChoice } from './cookies';

/** The preferences of who is signed in, with their version. */
export interface VersionedPreferences {
  preferences: Preferences;
  etag: string;
}

const KEY = ['preferences'];
const ATTEMPTS = 3;

/** As many views as the server takes. */
const VIEWS_MAX = 50;

type Answered = Promise<{ data: Preferences; response: Response }>;

async function versioned(call: Answered): Promise<VersionedPreferences> {
  const { data, response } = await call;
  return { preferences: data, etag: response.headers.get('ETag') ?? '' };
}

/** Lists read their size and columns from this browser when they open. */
function keepListChoices({ pageSize, columns }: Preferences): void {
  if (pageSize !== undefined) {
    keepChoice('rows', String(pageSize));
  }
  if (columns !== undefined) {
    keepChoice('columns', columns.join('.') || 'none');
  }
}

async function read(signal: AbortSignal): Promise<VersionedPreferences> {
  const stored = await versioned(whole(api.GET('/v1/me/preferences', { signal })));
  keepListChoices(stored.preferences);
  return stored;
}

/** Read once: what this page chooses later, it knows. A failure must not keep the page from its reader. */
export const preferencesQuery = {
  queryKey: KEY,
  queryFn: ({ signal }: { signal: AbortSignal }) => read(signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
};

/** One after the other, so that the last choice is the one that stays. */
let remembered: Promise<void> = Promise.resolve();

/**
 * Stores what was chosen, for other browsers of the same person. Nothing is said when that fails: this browser keeps
 * the choice anyway.
 */
export function useRemember(): (patch: PreferencesPatch) => void {
  const queries = useQueryClient();
  return useCallback(
    (patch) => {
      const store = async () => {
        queries.setQueryData(
          KEY,
          await versioned(whole(api.PATCH('/v1/me/preferences', { body: patch }))),
        );
      };
      remembered = remembered.then(store).catch(() => undefined);
    },
    [queries],
  );
}

export type ViewsChange = (views: readonly SavedView[]) => SavedView[];

/** Changes the saved views; does so again on what another browser stored first. */
export async function changeViews(queries: QueryClient, change: ViewsChange): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { preferences, etag } = await queries.query({
      ...preferencesQuery,
      staleTime: attempt === 1 ? preferencesQuery.staleTime : 0,
    });
    try {
      const stored = await versioned(
        whole(
          api.PATCH('/v1/me/preferences', {
            params: { header: { 'If-Match': etag } },
            body: { savedViews: change(preferences.savedViews) },
          }),
        ),
      );
      queries.setQueryData(KEY, stored);
      return;
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 412 || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** The saved views of a list, and the way to change them. */
export function useSavedViews(list: string) {
  const queries = useQueryClient();
  const { data } = useQuery(preferencesQuery);
  const all = data?.preferences.savedViews;
  const { mutate, isPending } = useMutation({
    mutationFn: (change: ViewsChange) => changeViews(queries, change),
  });
  return {
    /** Whether the views are known: without them nothing can be saved. */
    isKnown: all !== undefined,
    isFull: (all?.length ?? 0) >= VIEWS_MAX,
    views: all?.filter((view) => view.list === list) ?? [],
    change: mutate,
    isBusy: isPending,
  };
}
