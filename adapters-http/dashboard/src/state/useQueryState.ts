import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

type Change<T> = Partial<{ [K in keyof T]: T[K] | undefined }>;

/**
 * What a page shows, kept in its address: it can be shared and reloaded. What equals the standard is left out of the
 * address, which stays short.
 */
export function useQueryState<T extends Record<string, string>>(
  standard: T,
): [T, (change: Change<T>, how?: { replace: boolean }) => void] {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => {
    const read = { ...standard };
    for (const name of Object.keys(standard) as (keyof T & string)[]) {
      const value = params.get(name);
      if (value !== null) {
        read[name] = value as T[typeof name];
      }
    }
    return read;
  }, [params, standard]);

  const change = useCallback(
    (changes: Change<T>, how = { replace: true }) => {
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const name of Object.keys(changes)) {
          const value = changes[name];
          if (value === undefined || value === standard[name]) {
            next.delete(name);
          } else {
            next.set(name, value);
          }
        }
        return next;
      }, how);
    },
    [setParams, standard],
  );
  return [state, change];
}
