import { beforeEach, expect, test, vi } from 'vitest';
import { json, serverThat } from '../../test/server';
import { addressOfSignIn, challengeOf, finishSignIn } from './oidc';

const ISSUER = {
  issuer: 'https://id.example.com/realms/a',
  clientId: 'page',
  scope: 'openid',
  audience: 'clientele-store',
  origins: [] as string[],
};
const METADATA = {
  issuer: ISSUER.issuer,
  authorization_endpoint: 'https://id.example.com/realms/a/auth?kind=customer',
  token_endpoint: 'https://id.example.com/realms/a/token',
};

const issuerThat = (metadata: object) =>
  serverThat(({ method }) =>
    method === 'GET' ? json(200, metadata) : json(200, { access_token: 'token-1' }),
  );

const back = (parameters: Record<string, string>) => new URLSearchParams(parameters);

async function begun(): Promise<URLSearchParams> {
  return new URL(await addressOfSignIn(ISSUER, '/basket')).searchParams;
}

beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal('isSecureContext', true);
});

test('a challenge is the one of the example of RFC 7636', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a sign-in ends with the token of the code, and leads back', async () => {
  const asked = issuerThat(METADATA);
  const request = await begun();
  expect(Object.fromEntries(request)).toMatchObject({
    kind: 'customer',
    response_type: 'code',
    client_id: 'page',
    redirect_uri: `${location.origin}/store/signed-in`,
    scope: 'openid',
    audience: 'clientele-store',
    code_challenge_method: 'S256',
  });
  const state = request.get('state') ?? '';
  const end = await finishSignIn(back({ code: 'code-1', state, iss: ISSUER.issuer }));
  expect(end).toEqual({ token: 'token-1', to: '/basket' });
  const sent = new URLSearchParams(asked[1]?.body);
  expect(asked[1]?.path).toBe('/realms/a/token');
  expect(sent.get('code')).toBe('code-1');
  expect(await challengeOf(sent.get('code_verifier') ?? '')).toBe(request.get('code_challenge'));
  expect(sessionStorage.length).toBe(0);
});

test('an answer that this tab did not ask for is refused, and used up', async () => {
  issuerThat(METADATA);
  const request = await begun();
  await expect(finishSignIn(back({ code: 'c', state: 'other' }))).rejects.toMatchObject({
    reason: 'stale',
  });
  const late = back({ code: 'c', state: request.get('state') ?? '' });
  await expect(finishSignIn(late)).rejects.toMatchObject({ reason: 'stale' });
});

test('an answer of another issuer is refused', async () => {
  issuerThat(METADATA);
  const state = (await begun()).get('state') ?? '';
  const answer = back({ code: 'c', state, iss: 'https://evil.example.com' });
  await expect(finishSignIn(answer)).rejects.toMatchObject({ reason: 'issuer' });
});

test('a customer who gives up is told so', async () => {
  issuerThat(METADATA);
  const state = (await begun()).get('state') ?? '';
  await expect(finishSignIn(back({ error: 'access_denied', state }))).rejects.toMatchObject({
    reason: 'cancelled',
    to: '/basket',
  });
});

test('a token endpoint has the origin of the issuer, or one that the service names', async () => {
  const token = 'https://tokens.example.com/token';
  issuerThat({ ...METADATA, token_endpoint: token });
  await expect(addressOfSignIn(ISSUER, '/')).rejects.toMatchObject({ reason: 'issuer' });
  const named = { ...ISSUER, origins: ['https://tokens.example.com'] };
  expect(new URL(await addressOfSignIn(named, '/')).origin).toBe('https://id.example.com');
});

test.each([
  { ...METADATA, issuer: 'https://evil.example.com' },
  { ...METADATA, token_endpoint: 'http://id.example.com/token' },
  { issuer: ISSUER.issuer },
])('metadata of another issuer or without TLS begins nothing: %o', async (metadata) => {
  issuerThat(metadata);
  await expect(addressOfSignIn(ISSUER, '/')).rejects.toMatchObject({ reason: 'issuer' });
  expect(sessionStorage.length).toBe(0);
});
