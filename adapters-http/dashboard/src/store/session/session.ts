export type SessionState = 'in' | 'out' | 'expired';

const NAME = 'clientele-store-token';

let token = sessionStorage.getItem(NAME) ?? undefined;
let state: SessionState = token === undefined ? 'out' : 'in';
const listeners = new Set<() => void>();

function become(next: SessionState, tokenNow?: string): void {
  token = tokenNow;
  state = next;
  if (token === undefined) {
    sessionStorage.removeItem(NAME);
  } else {
    sessionStorage.setItem(NAME, token);
  }
  listeners.forEach((listener) => listener());
}

/** The token of the customer who is signed in: a key of the store, or an access token of an issuer. */
export const bearer = (): string | undefined => token;

/** Goes on as the customer of this token. It is kept in this tab until it is closed. */
export const begin = (accepted: string): void => become('in', accepted);

/** Ends the session, as the customer asked. */
export const end = (): void => become('out');

/** Ends the session of a token that the store has refused, unless another one has begun since. */
export function expire(refused: string): void {
  if (token === refused) {
    become('expired');
  }
}

export const sessionState = (): SessionState => state;

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
