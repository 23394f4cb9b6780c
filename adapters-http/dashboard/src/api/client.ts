import createClient from 'openapi-fetch';
import type { paths } from 'schema';
import { unreachable } from './problem';
import { accessToken, tokenInsteadOf } from './session';

export { answer, whole } from './answer';

async function send(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) {
    request.headers.set('Authorization', `Bearer ${token}`);
  }
  try {
    return await globalThis.fetch(request);
  } catch (cause) {
    throw request.signal.aborted ? cause : unreachable(cause);
  }
}

/** Calls as who is signed in; a token that is refused is renewed once. */
export async function authorized(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await accessToken();
  const response = await send(request, token);
  if (response.status !== 401) {
    return response;
  }
  const other = await tokenInsteadOf(token);
  return other === undefined ? response : send(again, other);
}

function quiet(request: Request): Promise<Response> {
  if (request.method === 'GET') {
    request.headers.set('Prefer', 'count-view=no');
  }
  return authorized(request);
}

const common = {
  baseUrl: globalThis.location.origin,
  // A parameter is given once: lists have commas.
  querySerializer: { array: { style: 'form', explode: false } },
} as const;

/** The API, as this page calls it: none of its reads counts a view. */
export const api = createClient<paths>({ ...common, fetch: quiet });

/** The only read that counts a view: the first read of an opened account. */
export const viewing = createClient<paths>({ ...common, fetch: authorized });

/** The header that takes a reason into the audit trail: a header holds bytes, and the text goes in them as UTF-8. */
export function because(reason: string | undefined): Record<string, string> {
  return reason ? { 'Audit-Reason': String.fromCharCode(...new TextEncoder().encode(reason)) } : {};
}
