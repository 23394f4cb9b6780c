import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

export interface EntryFilter {
  accountId?: string;
  actor?: string;
  action?: string;
  from?: string;
  to?: string;
}

const PAGE = 50;

/** The trail, newest first, further and further back. */
export function useEntries(filter: EntryFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/audit', {
          params: { query: { ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

export type Entries = ReturnType<typeof useEntries>;
