import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer } from '../../api/answer';
import { refreshAfter } from '../../state/refresh';
import { api } from '../api';

const PAGE = 20;
const REFRESH_MILLIS = 10_000;

/** Pages of the customer's orders. */
export const ownOrders = infiniteQueryOptions({
  queryKey: ['mine', 'orders'],
  queryFn: ({ pageParam }) =>
    answer(
      api.GET('/store/v1/me/orders', {
        params: { query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } },
      }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
  staleTime: 0,
  refetchInterval: refreshAfter(REFRESH_MILLIS),
});

const path = (id: string) => ({ params: { path: { id } } });

/** One order of the customer. */
export const ownOrder = (id: string) =>
  queryOptions({
    queryKey: ['mine', 'order', id],
    queryFn: () => answer(api.GET('/store/v1/me/orders/{id}', path(id))),
  });

/** Captures what an order holds. */
export const confirmOrder = (id: string) =>
  answer(api.POST('/store/v1/me/orders/{id}/confirmation', path(id)));

export const cancelOrder = (id: string) =>
  answer(api.POST('/store/v1/me/orders/{id}/cancellation', path(id)));
