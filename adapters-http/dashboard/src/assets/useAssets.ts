import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';

/** The most assets that a choice offers. */
const LIMIT = 200;

/** The assets in the order of their codes. */
export function useAssets() {
  return useQuery({
    queryKey: ['assets'],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/assets', { params: { query: { limit: LIMIT } }, signal })),
  });
}
