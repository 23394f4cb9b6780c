import { expect, test } from 'vitest';
import { json, serverThat, type Asked } from '../test/server';

const ID = '0199f3b2-7c00-7000-8000-000000000001';

async function signedIn(answers: (asked: Asked) => Response) {
  let issued = 0;
  const asked = serverThat((one) =>
    one.path.startsWith('/v1/sessions')
      ? json(200, { accessToken: `token-${++issued}`, expiresIn: 600, refreshExpiresIn: 86_400 })
      : answers(one),
  );
  const { signIn } = await import('./session');
  await signIn('ada@example.com', 'a long enough password');
  return { asked, client: await import('./client') };
}

test('reads count no view, but the one that is meant to', async () => {
  const { asked, client } = await signedIn(() => json(200, {}));
  const params = { params: { path: { id: ID } } };
  await client.answer(client.api.GET('/v1/accounts/{id}', params));
  await client.answer(client.viewing.GET('/v1/accounts/{id}', params));
  expect(asked.slice(1).map(({ headers }) => headers.get('Prefer'))).toEqual([
    'count-view=no',
    null,
  ]);
});

test('a list is one parameter, for none may come twice', async () => {
  const { asked, client } = await signedIn(() => json(200, { data: [] }));
  const query = { include: ['views', 'total'] as ('views' | 'total')[] };
  await client.answer(client.api.GET('/v1/accounts', { params: { query } }));
  expect(asked[1]?.path).toBe('/v1/accounts?include=views,total');
});

test('a token that is refused is renewed once, and the call made again with its body', async () => {
  const { asked, client } = await signedIn(({ headers, body }) =>
    headers.get('Authorization') === 'Bearer token-2'
      ? json(200, JSON.parse(body))
      : json(401, { detail: 'expired' }),
  );
  const body = { name: 'Ada Lovelace' };
  const params = { params: { path: { id: ID } }, body };
  expect(await client.answer(client.api.PATCH('/v1/accounts/{id}', params))).toEqual(body);
  expect(asked.map(({ path }) => path)).toEqual([
    '/v1/sessions',
    `/v1/accounts/${ID}`,
    '/v1/sessions/refresh',
    `/v1/accounts/${ID}`,
  ]);
});

test('a call that is refused with a new token too is not repeated', async () => {
  const { asked, client } = await signedIn(() => json(401, { detail: 'no' }));
  await expect(client.answer(client.api.GET('/v1/accounts'))).rejects.toMatchObject({
    status: 401,
  });
  expect(asked.filter(({ path }) => path === '/v1/accounts')).toHaveLength(2);
});

test('a problem has its faults, its wait and its request id', async () => {
  const { client } = await signedIn(() =>
    json(
      429,
      {
        type: '/problems/rate-limited',
        detail: 'slowly',
        errors: [{ pointer: '#/taxId/value', detail: 'is wrong' }],
      },
      { 'Retry-After': '7', 'X-Request-Id': 'abc' },
    ),
  );
  const refused = await client.answer(client.api.GET('/v1/accounts')).catch((e: unknown) => e);
  expect(refused).toMatchObject({
    status: 429,
    type: 'rate-limited',
    retryAfterSeconds: 7,
    requestId: 'abc',
  });
  expect(
    (refused as InstanceType<typeof import('./problem').Refused>).faultOf('taxId/value'),
  ).toMatchObject({
    detail: 'is wrong',
  });
});

test('a missing response differs from a refusal', async () => {
  const { client } = await signedIn(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(client.answer(client.api.GET('/v1/accounts'))).rejects.toMatchObject({
    status: 0,
    type: 'unreachable',
  });
});

test('a reason travels as the bytes of its UTF-8', async () => {
  const { because } = await import('./client');
  const header = because('Correção – 山')['Audit-Reason'] ?? '';
  const bytes = Uint8Array.from(header, (c) => c.charCodeAt(0));
  expect(new TextDecoder().decode(bytes)).toBe('Correção – 山');
  expect(because(undefined)).toEqual({});
});
