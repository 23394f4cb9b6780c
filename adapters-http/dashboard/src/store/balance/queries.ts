import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../api/answer';
import { api } from '../api';

/** What the customer holds, with its worth in this currency. */
export const ownPortfolio = (quote: string) =>
  queryOptions({
    queryKey: ['mine', 'portfolio', quote],
    queryFn: () => answer(api.GET('/store/v1/me/portfolio', { params: { query: { quote } } })),
    // An order changes it, here or elsewhere.
    staleTime: 0,
  });
