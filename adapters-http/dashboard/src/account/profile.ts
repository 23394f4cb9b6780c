import type { Account, AccountAmendment, AccountOpening } from '../api/model';

/** A profile as its form holds it: text alone. */
export interface Profile {
  name: string;
  email: string;
  country: string;
  taxValue: string;
  metadata: string;
}

export const EMPTY: Profile = { name: '', email: '', country: '', taxValue: '', metadata: '' };

export function profileOf({ name, email, taxId, metadata }: Account): Profile {
  return {
    name,
    email,
    country: taxId?.country ?? '',
    taxValue: taxId?.value ?? '',
    metadata: Object.entries(metadata)
      .map(([key, value]) => `${key} = ${value}`)
      .join('\n'),
  };
}

/** The pairs of lines such as `segment = retail`; undefined if a line is none, or a key comes twice. */
export function metadataOf(text: string): Record<string, string> | undefined {
  const pairs: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      continue;
    }
    const at = line.indexOf('=');
    const key = line.slice(0, at).trim();
    if (at < 1 || key === '' || Object.hasOwn(pairs, key)) {
      return undefined;
    }
    pairs[key] = line.slice(at + 1).trim();
  }
  return pairs;
}

function taxIdOf({ country, taxValue }: Profile) {
  return { country: country.trim().toUpperCase(), value: taxValue.trim() };
}

export function openingOf(profile: Profile): AccountOpening {
  const metadata = metadataOf(profile.metadata) ?? {};
  return {
    name: profile.name.trim(),
    email: profile.email.trim(),
    ...(profile.taxValue.trim() && { taxId: taxIdOf(profile) }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

/** A merge patch of what was changed, and of nothing else. */
export function amendmentOf(before: Profile, after: Profile): AccountAmendment {
  const patch: AccountAmendment = {};
  if (after.name.trim() !== before.name) {
    patch.name = after.name.trim();
  }
  if (after.email.trim() !== before.email) {
    patch.email = after.email.trim();
  }
  if (after.country !== before.country || after.taxValue !== before.taxValue) {
    patch.taxId = after.taxValue.trim() ? taxIdOf(after) : null;
  }
  const old = metadataOf(before.metadata) ?? {};
  const now = metadataOf(after.metadata) ?? {};
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const changed = keys.filter((key) => old[key] !== now[key]);
  if (changed.length > 0) {
    patch.metadata = Object.fromEntries(changed.map((key) => [key, now[key] ?? null]));
  }
  return patch;
}

/** The fields in which two profiles differ. */
export function differences(one: Profile, other: Profile): (keyof Profile)[] {
  return (Object.keys(EMPTY) as (keyof Profile)[]).filter((field) => one[field] !== other[field]);
}
