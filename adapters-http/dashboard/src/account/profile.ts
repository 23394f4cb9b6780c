import type { Account, AccountAmendment, AccountOpening } from '../api/model';
import { metadataOf, metadataPatch, pairsOf, type Pair } from './metadata';

/** A profile as its form holds it. */
export interface Profile {
  name: string;
  email: string;
  country: string;
  taxValue: string;
  metadata: Pair[];
}

/** The fields that are one text. */
export type TextField = Exclude<keyof Profile, 'metadata'>;

export const EMPTY: Profile = { name: '', email: '', country: '', taxValue: '', metadata: [] };

export function profileOf({ name, email, taxId, metadata }: Account): Profile {
  return {
    name,
    email,
    country: taxId?.country ?? '',
    taxValue: taxId?.value ?? '',
    metadata: pairsOf(metadata),
  };
}

function taxIdOf({ country, taxValue }: Profile) {
  return { country: country.trim().toUpperCase(), value: taxValue.trim() };
}

export function openingOf(profile: Profile): AccountOpening {
  const metadata = metadataOf(profile.metadata);
  return {
    name: profile.name.trim(),
    email: profile.email.trim(),
    ...(profile.taxValue.trim() && { taxId: taxIdOf(profile) }),
    ...(metadata.size > 0 && { metadata: Object.fromEntries(metadata) }),
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
  const metadata = metadataPatch(metadataOf(before.metadata), metadataOf(after.metadata));
  if (metadata) {
    patch.metadata = metadata;
  }
  return patch;
}
