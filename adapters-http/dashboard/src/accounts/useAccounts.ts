import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { livePace } from '../live/pace';
import { filtersOf, sortOf, type ListState } from './filters';

const REFRESH = livePace(30_000);

/** One page of accounts, kept current while it is looked at. */
export function useAccounts(state: ListState, limit: number) {
  const filters = { ...filtersOf(state), sort: sortOf(state) };
  const { cursor } = state;
  return useQuery({
    queryKey: ['accounts', 'list', filters, limit, cursor],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/accounts', {
          params: {
            query: { ...filters, limit, include: ['views', 'total'], ...(cursor && { cursor }) },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH,
  });
}
