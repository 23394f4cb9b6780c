import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../../api/answer';
import { api, type Sort } from '../api';

const PAGE = 24;

/** Pages of the catalogue. */
export const catalogue = (q: string, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: ['catalogue', q, sort],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/store/v1/products', {
          params: {
            query: { limit: PAGE, sort, ...(q && { q }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/**
 * One visit to a product, which counts one view: the answer is kept as long as the page shows it, is never read again,
 * and never comes from the browser's cache.
 */
export const productVisit = (id: string) =>
  queryOptions({
    queryKey: ['product', id],
    queryFn: () =>
      answer(api.GET('/store/v1/products/{id}', { params: { path: { id } }, cache: 'no-store' })),
    staleTime: Infinity,
    gcTime: 0,
  });
