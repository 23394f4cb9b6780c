import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../api/problem';

const RETRIES = 2;

/** Only what may pass by itself is tried again. */
function isPassing(error: unknown): boolean {
  return error instanceof Refused && (error.status === 0 || error.status === 503);
}

/** The answers that a page keeps. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // The library's own sharing copies objects by assignment, which loses a member named `__proto__`.
        structuralSharing: (before, after) =>
          JSON.stringify(before) === JSON.stringify(after) ? before : after,
        retry: (failures, error) => failures < RETRIES && isPassing(error),
      },
    },
  });
