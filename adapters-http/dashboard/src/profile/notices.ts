import type { NoticeKind } from '../api/model';

/** The kinds that an operator has after one was ticked or unticked. */
export function toggled(chosen: readonly NoticeKind[], kind: NoticeKind): NoticeKind[] {
  return chosen.includes(kind) ? chosen.filter((other) => other !== kind) : [...chosen, kind];
}

/** What is shown: the kinds that may be chosen, and chosen ones that may only be given up. */
export function shown(
  available: readonly NoticeKind[],
  chosen: readonly NoticeKind[],
): NoticeKind[] {
  return [...available, ...chosen.filter((kind) => !available.includes(kind))];
}
