const PENDING = 'clientele-store-sign-in';
const RANDOM_BYTES = 32;

/** An issuer with which customers sign in, as the service names it. */
export interface Issuer {
  issuer: string;
  clientId: string;
  scope: string;
  audience: string;
  /** Origins of endpoints that this page may call, beside the issuer's. */
  origins: readonly string[];
}

interface Metadata {
  issuer?: unknown;
  authorization_endpoint?: unknown;
  token_endpoint?: unknown;
}

/** What the way back from the issuer is checked against. */
interface Pending {
  state: string;
  verifier: string;
  issuer: Issuer;
  tokenEndpoint: string;
  to: string;
}

/** Why a sign-in with an issuer failed. */
export class SignInFailed extends Error {
  constructor(
    readonly reason: 'insecure' | 'issuer' | 'cancelled' | 'stale',
    /** Where the customer was when it began. */
    readonly to = '/',
  ) {
    super(reason);
  }
}

const encoded = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = (): string => encoded(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));

/** The challenge of a verifier (RFC 7636). */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return encoded(new Uint8Array(digest));
}

const isEndpoint = (value: unknown): value is string =>
  typeof value === 'string' && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(value);

/** Whether this page may call an endpoint, which its Content-Security-Policy decides. */
const isCallable = (endpoint: string, { issuer, origins }: Issuer): boolean =>
  [new URL(issuer).origin, ...origins].includes(new URL(endpoint).origin);

/** The endpoints of an issuer (OpenID Connect Discovery 1.0). */
async function discover(asked: Issuer) {
  const { issuer } = asked;
  const metadata = await read<Metadata>(
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  );
  const { authorization_endpoint: authorization, token_endpoint: token } = metadata;
  const areEndpoints = isEndpoint(authorization) && isEndpoint(token);
  if (metadata.issuer !== issuer || !areEndpoints || !isCallable(token, asked)) {
    throw new SignInFailed('issuer');
  }
  return { authorization, token };
}

async function read<T>(url: string, init: RequestInit = {}, to?: string): Promise<T> {
  try {
    const response = await globalThis.fetch(url, { credentials: 'omit', ...init });
    if (response.ok) {
      return (await response.json()) as T;
    }
  } catch {
    // Told below, like any answer that is no success.
  }
  throw new SignInFailed('issuer', to);
}

const returnAddress = (): string => `${globalThis.location.origin}/store/signed-in`;

/** Returns the address at which the customer signs in, to come back to a path of this page; throws `SignInFailed`. */
export async function addressOfSignIn(issuer: Issuer, to: string): Promise<string> {
  if (!globalThis.isSecureContext) {
    throw new SignInFailed('insecure');
  }
  const { authorization, token } = await discover(issuer);
  const pending = { state: random(), verifier: random(), issuer, tokenEndpoint: token, to };
  sessionStorage.setItem(PENDING, JSON.stringify(pending satisfies Pending));
  const address = new URL(authorization);
  const asked = {
    response_type: 'code',
    client_id: issuer.clientId,
    redirect_uri: returnAddress(),
    scope: issuer.scope,
    audience: issuer.audience,
    state: pending.state,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
  };
  Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, value));
  return address.href;
}

/** What was kept when the sign-in of this state began, which is used up by this; throws `SignInFailed`. */
function takePending(state: string | null): Pending {
  const kept = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (kept !== null) {
    const pending = JSON.parse(kept) as Pending;
    if (pending.state === state) {
      return pending;
    }
  }
  throw new SignInFailed('stale');
}

/** Takes the way back from the issuer: returns the access token, and where to go on; throws `SignInFailed`. */
export async function finishSignIn(
  answer: URLSearchParams,
): Promise<{ token: string; to: string }> {
  const { issuer, verifier, tokenEndpoint, to } = takePending(answer.get('state'));
  if ((answer.get('iss') ?? issuer.issuer) !== issuer.issuer) {
    throw new SignInFailed('issuer', to);
  }
  const code = answer.get('code');
  if (code === null) {
    throw new SignInFailed(answer.get('error') === 'access_denied' ? 'cancelled' : 'issuer', to);
  }
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: returnAddress(),
    client_id: issuer.clientId,
    code_verifier: verifier,
  });
  const { access_token: token } = await read<{ access_token?: unknown }>(
    tokenEndpoint,
    { method: 'POST', body },
    to,
  );
  if (typeof token !== 'string') {
    throw new SignInFailed('issuer', to);
  }
  return { token, to };
}
