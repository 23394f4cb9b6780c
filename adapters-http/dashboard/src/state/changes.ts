/** The values of a form that are changed one by one, by their names. */
export type Values = ReadonlyMap<string, string>;

/** One value that two people changed, each to another one. An absent value is undefined. */
export interface Overlap {
  part: string;
  current: string | undefined;
  mine: string | undefined;
}

/** The names of the values that differ. */
export function changedParts(before: Values, after: Values): string[] {
  const parts = new Set([...before.keys(), ...after.keys()]);
  return [...parts].filter((part) => before.get(part) !== after.get(part));
}

/** The values that I changed since `base`, and another person to something else. */
export function overlapsOf(base: Values, current: Values, mine: Values): Overlap[] {
  return changedParts(base, mine)
    .filter((part) => current.get(part) !== base.get(part) && current.get(part) !== mine.get(part))
    .map((part) => ({ part, current: current.get(part), mine: mine.get(part) }));
}

/** The current values with those parts of mine that I changed since `base`. */
export function rebased(
  base: Values,
  current: Values,
  mine: Values,
  isKept: (part: string) => boolean = () => true,
): Values {
  const merged = new Map(current);
  for (const part of changedParts(base, mine).filter(isKept)) {
    const value = mine.get(part);
    if (value === undefined) {
      merged.delete(part);
    } else {
      merged.set(part, value);
    }
  }
  return merged;
}
