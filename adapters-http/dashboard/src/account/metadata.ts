/** One pair of metadata in a form. */
export interface Pair {
  /** Tells pairs apart while their keys are edited. */
  id: number;
  key: string;
  value: string;
}

export type PairFault = 'keyRequired' | 'keyTwice';

/** Pairs of an account as the form begins with them. */
export function pairsOf(metadata: Record<string, string>): Pair[] {
  return Object.entries(metadata).map(([key, value], id) => ({ id, key, value }));
}

/** One more pair, to be filled in. */
export function withNewPair(pairs: readonly Pair[]): Pair[] {
  const id = pairs.reduce((max, pair) => Math.max(max, pair.id), -1) + 1;
  return [...pairs, { id, key: '', value: '' }];
}

const isUnused = ({ key, value }: Pair) => key === '' && value === '';

/** A map, not an object: `__proto__` is a key like any other. Keys are composed as the server stores them. */
export function metadataOf(pairs: readonly Pair[]): Map<string, string> {
  return new Map(
    pairs.filter((pair) => !isUnused(pair)).map(({ key, value }) => [key.normalize('NFC'), value]),
  );
}

/** What is wrong with each pair, by its id. */
export function faultsOfPairs(pairs: readonly Pair[]): Map<number, PairFault> {
  const faults = new Map<number, PairFault>();
  const seen = new Set<string>();
  for (const pair of pairs.filter((one) => !isUnused(one))) {
    const key = pair.key.normalize('NFC');
    if (key === '') {
      faults.set(pair.id, 'keyRequired');
    } else if (seen.has(key)) {
      faults.set(pair.id, 'keyTwice');
    }
    seen.add(key);
  }
  return faults;
}

/** A merge patch of exactly the keys that differ: null for one that is gone. Undefined without a difference. */
export function metadataPatch(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Record<string, string | null> | undefined {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changed = keys.filter((key) => before.get(key) !== after.get(key));
  // Object.fromEntries defines members; an assignment to `__proto__` would not.
  return changed.length === 0
    ? undefined
    : Object.fromEntries(changed.map((key) => [key, after.get(key) ?? null]));
}
