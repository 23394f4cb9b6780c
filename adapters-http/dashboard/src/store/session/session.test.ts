import { beforeEach, expect, test, vi } from 'vitest';
import { json, serverThat } from '../../test/server';

const ACCOUNT = { id: 'a', name: 'Ada' };
const session = () => import('./session');
const api = () => import('../api');

beforeEach(() => {
  sessionStorage.clear();
});

test('a key that the store accepts stays in the tab, and is sent with each call', async () => {
  const asked = serverThat(() => json(200, ACCOUNT));
  const { signIn } = await import('./signIn');
  expect(await signIn('key-1')).toEqual(ACCOUNT);
  vi.resetModules();
  const { sessionState } = await session();
  expect(sessionState()).toBe('in');
  await (await api()).api.GET('/store/v1/me');
  expect(asked.map(({ headers }) => headers.get('Authorization'))).toEqual([
    'Bearer key-1',
    'Bearer key-1',
  ]);
  expect(localStorage.length).toBe(0);
});

test('a key that the store refuses begins no session', async () => {
  serverThat(() => json(401, { type: '/problems/not-authenticated', detail: 'no' }));
  const { signIn } = await import('./signIn');
  await expect(signIn('wrong')).rejects.toMatchObject({ status: 401 });
  expect((await session()).sessionState()).toBe('out');
});

test('a token that is refused later ends the session', async () => {
  serverThat(() => json(401, {}));
  const { begin, bearer, sessionState } = await session();
  begin('old');
  await (await api()).api.GET('/store/v1/me/orders');
  expect(sessionState()).toBe('expired');
  expect(bearer()).toBeUndefined();
  expect(sessionStorage.length).toBe(0);
});

test('the catalogue goes on for the visitor whose session has ended', async () => {
  const asked = serverThat(({ headers }) =>
    headers.has('Authorization') ? json(401, {}) : json(200, { data: [] }),
  );
  (await session()).begin('old');
  const { data } = await (await api()).api.GET('/store/v1/products');
  expect(data).toEqual({ data: [] });
  expect(asked).toHaveLength(2);
});

test('what only the customer may see is forgotten with the session', async () => {
  const { QueryClient } = await import('@tanstack/react-query');
  const { forgetOwnAnswers } = await import('./forget');
  const { begin, end } = await session();
  const client = new QueryClient();
  const stop = forgetOwnAnswers(client);
  begin('key');
  client.setQueryData(['mine', 'orders'], 1);
  client.setQueryData(['catalogue'], 2);
  end();
  expect(client.getQueryData(['mine', 'orders'])).toBeUndefined();
  expect(client.getQueryData(['catalogue'])).toBe(2);
  stop();
});
