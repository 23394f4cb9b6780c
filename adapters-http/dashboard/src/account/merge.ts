import type { Values } from '../state/changes';
import { metadataOf, pairsOf } from './metadata';
import type { Profile } from './profile';

const METADATA = 'metadata.';

/** The key of the metadata that a part is; undefined for another part. */
export const metadataKey = (part: string): string | undefined =>
  part.startsWith(METADATA) ? part.slice(METADATA.length) : undefined;

/** Each value that is changed by itself. Country and tax id change together. */
export function valuesOf(profile: Profile): Values {
  const taxId = `${profile.country.trim().toUpperCase()} ${profile.taxValue.trim()}`.trim();
  return new Map<string, string>([
    ['name', profile.name.trim()],
    ['email', profile.email.trim().toLowerCase()],
    ...(taxId ? ([['taxId', taxId]] as const) : []),
    ...[...metadataOf(profile.metadata)].map(([key, value]) => [METADATA + key, value] as const),
  ]);
}

/** The profile that has these values. */
export function profileOfValues(values: Values): Profile {
  const [country = '', ...rest] = (values.get('taxId') ?? '').split(' ');
  const metadata = [...values].flatMap(([part, value]) => {
    const key = metadataKey(part);
    return key === undefined ? [] : [[key, value] as const];
  });
  return {
    name: values.get('name') ?? '',
    email: values.get('email') ?? '',
    country,
    taxValue: rest.join(' '),
    metadata: pairsOf(Object.fromEntries(metadata)),
  };
}
