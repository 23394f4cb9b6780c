import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

const PAGE = 20;

/** What changes with an owner, a note or a suspension. */
export const careKey = (id: string) => ['account', id, 'care'] as const;

/** The owner and the suspension of an account. */
export function useCare(id: string) {
  return useQuery({
    queryKey: [...careKey(id), 'owner'],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/accounts/{id}/care', { params: { path: { id } }, signal })),
  });
}

/** The notes about an account, newest first, further and further back. */
export function useNotes(id: string) {
  return useInfiniteQuery({
    queryKey: [...careKey(id), 'notes'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/accounts/{id}/notes', {
          params: {
            path: { id },
            query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** What happened to an account, newest first, further and further back. */
export function useTimeline(id: string) {
  return useInfiniteQuery({
    queryKey: [...careKey(id), 'timeline'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/accounts/{id}/timeline', {
          params: {
            path: { id },
            query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
}
