import { beforeEach, expect, test, vi } from 'vitest';
import { json, serverThat } from '../test/server';

const LIFE_SECONDS = 600;
let issued = 0;
const pair = () => ({
  accessToken: `token-${++issued}`,
  expiresIn: LIFE_SECONDS,
  refreshExpiresIn: 86_400,
});
const open = () => import('./session');

beforeEach(() => {
  issued = 0;
});

test('who never signed in is not asked about', async () => {
  const asked = serverThat(() => json(500, {}));
  const session = await open();
  await session.resume();
  expect(session.sessionState()).toBe('out');
  expect(asked).toEqual([]);
});

test('signing in requests the cookie and keeps the token only in memory', async () => {
  const asked = serverThat(() => json(201, pair()));
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  expect(session.sessionState()).toBe('in');
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    email: 'ada@example.com',
    password: 'a long enough password',
    cookie: true,
  });
  expect(document.cookie).not.toContain('token-1');
  expect(localStorage.length + sessionStorage.length).toBe(0);
});

test('a wrong password is reported and changes nothing', async () => {
  serverThat(() => json(401, { type: '/problems/not-authenticated', detail: 'wrong' }));
  const session = await open();
  await expect(session.signIn('ada@example.com', 'wrong')).rejects.toMatchObject({ status: 401 });
  expect(await session.accessToken()).toBeUndefined();
});

test('a later visit goes on with the cookie', async () => {
  serverThat(() => json(201, pair()));
  await (await open()).signIn('ada@example.com', 'a long enough password');
  vi.resetModules();
  const asked = serverThat(() => json(200, pair()));
  const session = await open();
  await session.resume();
  expect(asked.map(({ path }) => path)).toEqual(['/v1/sessions/refresh']);
  expect(await session.accessToken()).toBe('token-2');
});

test('calls that need a new token at once share one refresh', async () => {
  const asked = serverThat(() => json(200, pair()));
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  const tokens = await Promise.all([1, 2, 3].map(() => session.tokenInsteadOf('token-1')));
  expect(tokens).toEqual(['token-2', 'token-2', 'token-2']);
  expect(asked.filter(({ path }) => path.endsWith('/refresh'))).toHaveLength(1);
});

test('a token that was replaced meanwhile costs no refresh', async () => {
  const asked = serverThat(() => json(200, pair()));
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  expect(await session.tokenInsteadOf('token-0')).toBe('token-1');
  expect(asked).toHaveLength(1);
});

test('a page left open renews its token before it ends', async () => {
  vi.useFakeTimers();
  try {
    const asked = serverThat(() => json(200, pair()));
    const session = await open();
    await session.signIn('ada@example.com', 'a long enough password');
    await vi.advanceTimersByTimeAsync((LIFE_SECONDS - 30) * 1000);
    expect(asked).toHaveLength(2);
    expect(await session.accessToken()).toBe('token-2');
  } finally {
    vi.useRealTimers();
  }
});

test('a refused refresh ends the session, and says that it has expired', async () => {
  serverThat(({ path }) =>
    path.endsWith('/refresh') ? json(401, { detail: 'over' }) : json(201, pair()),
  );
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  await session.renew();
  expect(session.sessionState()).toBe('expired');
  expect(await session.accessToken()).toBeUndefined();
});

test('a service that is away for a while ends nothing', async () => {
  serverThat(({ path }) =>
    path.endsWith('/refresh') ? json(503, { detail: 'later' }) : json(201, pair()),
  );
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  await expect(session.renew()).rejects.toMatchObject({ status: 503 });
  expect(session.sessionState()).toBe('in');
  expect(await session.accessToken()).toBe('token-1');
});

test('signing out drops the token at once, and ends the session at the server', async () => {
  const asked = serverThat(({ method }) =>
    method === 'DELETE' ? new Response(null, { status: 204 }) : json(201, pair()),
  );
  const session = await open();
  await session.signIn('ada@example.com', 'a long enough password');
  await session.signOut();
  expect(session.sessionState()).toBe('out');
  expect(asked[1]).toMatchObject({ method: 'DELETE', path: '/v1/sessions/current' });
  expect(asked[1]?.headers.get('Authorization')).toBeNull();
});
