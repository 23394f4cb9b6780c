import { useCallback, useRef } from 'react';

/**
 * Gives the idempotency key of a body: a repetition after a failure has the same key, another body
 * another one. `isDone` is called after a success: the next request is a new one, even with the same body.
 */
export function useRequestKey() {
  const last = useRef({ text: '', key: '' });
  const keyOf = useCallback((body: unknown): string => {
    const text = JSON.stringify(body);
    if (last.current.text !== text) {
      last.current = { text, key: crypto.randomUUID() };
    }
    return last.current.key;
  }, []);
  const isDone = useCallback(() => {
    last.current = { text: '', key: '' };
  }, []);
  return { keyOf, isDone };
}
