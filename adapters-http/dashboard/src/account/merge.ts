import { metadataOf, pairsOf } from './metadata';
import type { Profile } from './profile';

/** Each value of a profile that is changed by itself. Country and tax id change together. */
export type Part = 'name' | 'email' | 'taxId' | `metadata.${string}`;

/** One value that two people changed, each to another one. An absent value is undefined. */
export interface Overlap {
  part: Part;
  current: string | undefined;
  mine: string | undefined;
}

export interface Merge {
  /** The current profile with my changes; where both changed a value, mine stands. */
  merged: Profile;
  overlaps: Overlap[];
}

function partsOf(profile: Profile): Map<Part, string> {
  const taxId = `${profile.country.trim().toUpperCase()} ${profile.taxValue.trim()}`.trim();
  return new Map<Part, string>([
    ['name', profile.name.trim()],
    ['email', profile.email.trim().toLowerCase()],
    ...(taxId ? ([['taxId', taxId]] as const) : []),
    ...[...metadataOf(profile.metadata)].map(([key, value]) => [`metadata.${key}`, value] as const),
  ]);
}

function mergedOf(current: Profile, mine: Profile, changed: ReadonlySet<Part>): Profile {
  const metadata = metadataOf(current.metadata);
  const own = metadataOf(mine.metadata);
  for (const part of changed) {
    if (part.startsWith('metadata.')) {
      const key = part.slice('metadata.'.length);
      const value = own.get(key);
      if (value === undefined) {
        metadata.delete(key);
      } else {
        metadata.set(key, value);
      }
    }
  }
  const tax = changed.has('taxId') ? mine : current;
  return {
    name: changed.has('name') ? mine.name : current.name,
    email: changed.has('email') ? mine.email : current.email,
    country: tax.country,
    taxValue: tax.taxValue,
    metadata: pairsOf(Object.fromEntries(metadata)),
  };
}

/** Merges what I changed since `base` into what is stored now, value by value and key by key. */
export function merge(base: Profile, current: Profile, mine: Profile): Merge {
  const [before, now, own] = [base, current, mine].map(partsOf) as [
    Map<Part, string>,
    Map<Part, string>,
    Map<Part, string>,
  ];
  const parts = [...new Set([...before.keys(), ...now.keys(), ...own.keys()])];
  const changed = parts.filter((part) => own.get(part) !== before.get(part));
  const overlaps = changed
    .filter((part) => now.get(part) !== before.get(part) && now.get(part) !== own.get(part))
    .map((part) => ({ part, current: now.get(part), mine: own.get(part) }));
  return { merged: mergedOf(current, mine, new Set(changed)), overlaps };
}

/** The merged profile without my side of the overlaps. */
export function withoutOverlaps(base: Profile, current: Profile, mine: Profile): Profile {
  const { overlaps } = merge(base, current, mine);
  const taken = new Set(overlaps.map(({ part }) => part));
  const [before, own] = [partsOf(base), partsOf(mine)];
  const changed = [...new Set([...before.keys(), ...own.keys()])].filter(
    (part) => own.get(part) !== before.get(part) && !taken.has(part),
  );
  return mergedOf(current, mine, new Set(changed));
}
