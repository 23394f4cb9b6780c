import { queryOptions } from '@tanstack/react-query';
import { answer } from '../../api/answer';
import { api } from '../api';

/** The account of the customer who is signed in. */
export const ownAccount = queryOptions({
  queryKey: ['mine', 'account'],
  queryFn: () => answer(api.GET('/store/v1/me')),
  staleTime: Infinity,
});
