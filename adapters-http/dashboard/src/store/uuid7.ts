const RANDOM_BYTES = 10;
const VERSION = 0x70;
const VARIANT = 0x80;

/** A new UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random ones. */
export function uuid7(nowMillis: number = Date.now()): string {
  const time = nowMillis.toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  random[0] = ((random[0] ?? 0) & 0x0f) | VERSION;
  random[2] = ((random[2] ?? 0) & 0x3f) | VARIANT;
  const rest = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [time.slice(0, 8), time.slice(8), rest.slice(0, 4), rest.slice(4, 8), rest.slice(8)].join(
    '-',
  );
}
