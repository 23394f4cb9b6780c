/** A sum over some days beside the sum of as many days before them. */
export interface Comparison {
  before: number;
  /** The change as a fraction of the sum before; undefined after nothing. */
  change: number | undefined;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Compares the last days of a series with the days before; undefined where these are not known. */
export function comparisonOf(values: readonly number[], days: number): Comparison | undefined {
  if (values.length < 2 * days) {
    return undefined;
  }
  const before = sumOf(values.slice(-2 * days, -days));
  const sum = sumOf(values.slice(-days));
  return { before, change: before === 0 ? undefined : (sum - before) / before };
}
