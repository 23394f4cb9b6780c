import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../api/client';
import { useMay } from '../app/me';
import { useTexts } from '../text/language';

const PAGE = 200;
const STALE_MILLIS = 300_000;

export interface People {
  /** The actors that can be picked: a person or a key. */
  choices: readonly { value: string; label: string }[];
  /** The name of an actor or of the subject of an entry. */
  nameOf: (reference: string) => string;
}

/** The names behind the actors and subjects of entries, of at most 200 people and 200 keys. */
export function usePeople(): People {
  const { audit } = useTexts();
  const isAllowed = useMay()('readOperators');
  const query = { limit: PAGE };
  const operators = useQuery({
    queryKey: ['people', 'operators'],
    enabled: isAllowed,
    staleTime: STALE_MILLIS,
    queryFn: ({ signal }) => answer(api.GET('/v1/operators', { params: { query }, signal })),
  });
  const keys = useQuery({
    queryKey: ['people', 'api-keys'],
    enabled: isAllowed,
    staleTime: STALE_MILLIS,
    queryFn: ({ signal }) => answer(api.GET('/v1/api-keys', { params: { query }, signal })),
  });
  const isKnown = operators.isSuccess && keys.isSuccess;
  return useMemo(() => {
    const choices = [
      ...(operators.data?.data ?? []).map(({ id, name }) => ({
        value: `operator:${id}`,
        label: name,
      })),
      ...(keys.data?.data ?? []).map(({ id, name }) => ({
        value: `api-key:${id}`,
        label: audit.apiKey(name),
      })),
    ];
    const names = new Map(choices.map(({ value, label }) => [value, label]));
    const nameOf = (reference: string): string => {
      const [kind = ''] = reference.split(':');
      const name = names.get(reference);
      if (name !== undefined || (!isKnown && kind === 'operator')) {
        return name ?? audit.someone;
      }
      const others: Record<string, string> = {
        operator: audit.removedActor,
        'api-key': audit.removedKey,
        external: audit.outside,
        anonymous: audit.anonymous,
        service: audit.service,
      };
      return others[kind] ?? reference;
    };
    return { choices, nameOf };
  }, [operators.data, keys.data, isKnown, audit]);
}
