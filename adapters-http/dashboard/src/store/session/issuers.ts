import { queryOptions } from '@tanstack/react-query';
import { refusal, unreachable } from '../../api/problem';
import type { Issuer } from './oidc';

async function readIssuers(): Promise<Issuer[]> {
  const response = await globalThis.fetch('/store/sign-in.json').catch((cause: unknown) => {
    throw unreachable(cause);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw refusal(response, body);
  }
  return (body as { issuers: Issuer[] }).issuers;
}

/** The issuers with which customers sign in here. */
export const signInIssuers = queryOptions({
  queryKey: ['issuers'],
  queryFn: readIssuers,
  staleTime: Infinity,
});
