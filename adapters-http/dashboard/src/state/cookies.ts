const YEAR_SECONDS = 31_536_000;

/** Choices of the reader, kept for the next visit. Nothing here is secret or personal. */
export function readChoice(name: string): string | undefined {
  const prefix = `clientele-${name}=`;
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(prefix));
  return cookie === undefined ? undefined : decodeURIComponent(cookie.slice(prefix.length));
}

export function keepChoice(name: string, value: string): void {
  document.cookie = `clientele-${name}=${encodeURIComponent(value)}; Path=/; SameSite=Strict; Max-Age=${YEAR_SECONDS}`;
}
