import createClient from 'openapi-fetch';
import type { paths } from 'store-schema';
import { unreachable } from '../api/problem';
import { bearer, expire } from './session/session';

type Content<R> = R extends { content: { 'application/json': infer B } } ? B : never;
type Answer<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } }
  ? Content<R>
  : never;

export type Account = Answer<'/store/v1/me'>;
export type Portfolio = Answer<'/store/v1/me/portfolio'>;
export type Product = Answer<'/store/v1/products/{id}'>;
export type Order = Answer<'/store/v1/me/orders/{id}'>;
export type OrderSummary = Answer<'/store/v1/me/orders'>['data'][number];
export type Sort = NonNullable<
  NonNullable<paths['/store/v1/products']['get']['parameters']['query']>['sort']
>;

const CATALOGUE = '/store/v1/products';

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

/** Calls as the customer, or as a visitor. A token that is refused ends the session; the catalogue needs none. */
export async function authorized(request: Request): Promise<Response> {
  const again = request.clone();
  const token = bearer();
  const response = await send(request, token);
  if (response.status !== 401 || token === undefined) {
    return response;
  }
  expire(token);
  return new URL(request.url).pathname.startsWith(CATALOGUE) ? send(again, undefined) : response;
}

const baseUrl = globalThis.location.origin;

/** The store, as the page calls it. */
export const api = createClient<paths>({ baseUrl, fetch: authorized });

/** The store, called with this token in place of the one of the session. */
export const clientOf = (token: () => string) =>
  createClient<paths>({ baseUrl, fetch: (request) => send(request, token()) });
