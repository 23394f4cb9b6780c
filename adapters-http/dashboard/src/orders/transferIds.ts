/** The id of a transfer of an order: a UUID of version 8, of the hash of its purpose and the order's id. */
async function derived(purpose: string, order: string): Promise<string> {
  const text = new TextEncoder().encode(`${purpose}:${order}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  // The server shifts the second half by two bits, and sets the variant.
  const low = new DataView(hash.buffer).getBigUint64(8);
  new DataView(hash.buffer).setBigUint64(8, (low >> 2n) | (1n << 63n));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const holdOf = (order: string): Promise<string> => derived('order-hold', order);

export const captureOf = (order: string): Promise<string> => derived('order-capture', order);
