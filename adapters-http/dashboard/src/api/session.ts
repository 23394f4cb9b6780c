import { refusal, Refused, unreachable } from './problem';

export type SessionState = 'unknown' | 'in' | 'out' | 'expired';

interface Tokens {
  accessToken: string;
  expiresIn: number;
  refreshExpiresIn: number;
  passwordChangeRequired?: boolean;
}

const RENEW_EARLY_MILLIS = 60_000;
const RETRY_MILLIS = 5_000;
const HINT = 'clientele-signed-in';

let token: string | undefined;
let renewAt = 0;
let renewals = 0;
let mustChangePassword = false;
let state: SessionState = 'unknown';
let renewing: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const tabs = new BroadcastChannel('clientele-session');

/** Says that a refresh cookie is there, which no script can see; it is no secret. */
const hint = {
  isThere: () => document.cookie.split('; ').some((cookie) => cookie.startsWith(`${HINT}=`)),
  set: (seconds: number) => {
    document.cookie = `${HINT}=1; Path=/; SameSite=Strict; Max-Age=${seconds}`;
  },
};

function become(next: SessionState): void {
  if (next !== 'in') {
    token = undefined;
    clearTimeout(timer);
  }
  state = next;
  listeners.forEach((listener) => listener());
}

function take(tokens: Tokens): void {
  token = tokens.accessToken;
  mustChangePassword = tokens.passwordChangeRequired === true;
  const lifeMillis = tokens.expiresIn * 1000;
  const inMillis = Math.max(lifeMillis - RENEW_EARLY_MILLIS, lifeMillis / 2);
  renewAt = Date.now() + inMillis;
  hint.set(tokens.refreshExpiresIn);
  clearTimeout(timer);
  timer = setTimeout(renewInBackground, inMillis);
  renewals++;
  become('in');
}

/** A network that is away for a while must not end the session: the next try is soon. */
function renewInBackground(): void {
  renew().catch(() => {
    timer = setTimeout(renewInBackground, RETRY_MILLIS);
  });
}

async function post(path: string, body?: object): Promise<Tokens> {
  let response: Response;
  try {
    response = await globalThis.fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      // A page that is closed meanwhile must not lose the cookie that replaces the one just spent.
      keepalive: true,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw unreachable(cause);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw refusal(response, answer);
  }
  return answer as Tokens;
}

async function renewAlone(): Promise<void> {
  try {
    take(await post('/v1/sessions/refresh'));
  } catch (refused) {
    if (refused instanceof Refused && [400, 401, 403].includes(refused.status)) {
      hint.set(0);
      become(state === 'in' ? 'expired' : 'out');
      return;
    }
    throw refused;
  }
}

/** A refresh token works once, so the tabs of a browser take turns, and calls of one tab share. */
export async function renew(): Promise<void> {
  renewing ??= inTurn().finally(() => {
    renewing = undefined;
  });
  await renewing;
}

async function inTurn(): Promise<void> {
  await navigator.locks.request('clientele-session', renewAlone);
}

/** Returns a valid access token, renewed if it is about to expire; undefined if the user is not signed in. */
export async function accessToken(): Promise<string | undefined> {
  if (token !== undefined && Date.now() >= renewAt) {
    await renew();
  }
  return token;
}

/** Another token than this one, which the server refused. */
export async function tokenInsteadOf(refused: string | undefined): Promise<string | undefined> {
  if (token === refused) {
    await renew();
  }
  return token;
}

/** Goes on with the session of an earlier visit, if there is one. */
export async function resume(): Promise<void> {
  if (hint.isThere()) {
    await renew();
  } else {
    become('out');
  }
}

export async function signIn(email: string, password: string): Promise<void> {
  take(await post('/v1/sessions', { email, password, cookie: true }));
  tabs.postMessage('in');
}

/** The cookie ends the session by itself, also where the access token has expired. */
export async function signOut(): Promise<void> {
  hint.set(0);
  become('out');
  tabs.postMessage('out');
  await globalThis.fetch('/v1/sessions/current', {
    method: 'DELETE',
    credentials: 'same-origin',
    keepalive: true,
  });
}

/** Whether an administrator has set the password: nothing else is allowed until it is changed. */
export const passwordChangeRequired = (): boolean => mustChangePassword;

/** Goes on after a change of the password, which this session has survived. */
export async function passwordChanged(): Promise<void> {
  if (mustChangePassword) {
    await renew();
  }
}

export const sessionState = (): SessionState => state;

/** Raised with each new token, which may come with other roles. */
export const tokensSoFar = (): number => renewals;

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

tabs.onmessage = (message: MessageEvent<unknown>) => {
  if (message.data === 'out') {
    become('out');
  } else {
    renew().catch(() => undefined);
  }
};
