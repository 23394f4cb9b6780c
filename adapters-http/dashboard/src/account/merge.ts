import { changedParts, overlapsOf, type Overlap } from '../state/changes';
import { metadataOf, pairsOf } from './metadata';
import type { Profile } from './profile';

export interface Merge {
  /** The current profile with my changes; where both changed a value, mine stands. */
  merged: Profile;
  overlaps: Overlap[];
}

/** Each value that is changed by itself. Country and tax id change together. */
function partsOf(profile: Profile): Map<string, string> {
  const taxId = `${profile.country.trim().toUpperCase()} ${profile.taxValue.trim()}`.trim();
  return new Map<string, string>([
    ['name', profile.name.trim()],
    ['email', profile.email.trim().toLowerCase()],
    ...(taxId ? ([['taxId', taxId]] as const) : []),
    ...[...metadataOf(profile.metadata)].map(([key, value]) => [`metadata.${key}`, value] as const),
  ]);
}

function mergedOf(current: Profile, mine: Profile, changed: ReadonlySet<string>): Profile {
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
  const [before, own] = [partsOf(base), partsOf(mine)];
  const overlaps = overlapsOf(before, partsOf(current), own);
  return { merged: mergedOf(current, mine, new Set(changedParts(before, own))), overlaps };
}

/** The merged profile without my side of the overlaps. */
export function withoutOverlaps(base: Profile, current: Profile, mine: Profile): Profile {
  const taken = new Set(merge(base, current, mine).overlaps.map(({ part }) => part));
  const changed = changedParts(partsOf(base), partsOf(mine)).filter((part) => !taken.has(part));
  return mergedOf(current, mine, new Set(changed));
}
