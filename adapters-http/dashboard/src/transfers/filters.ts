export const STANDARD = { from: '', to: '', accountId: '', reason: '', cursor: '', open: '' };

export type ListState = typeof STANDARD;

const DAY_MILLIS = 86_400_000;
const STANDARD_DAYS = 7;

/** The longest time that one list may span. */
const DAYS_MAX = 31;

/** The beginning of a day of the reader's. */
const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

/** The instants of a list by time: the last 7 days without dates, and never more than 31. */
export function spanOf({ from, to }: Pick<ListState, 'from' | 'to'>, now: number) {
  const until = startOf(to);
  const end = Number.isNaN(until) ? now : until;
  const since = startOf(from);
  const start = Number.isNaN(since) ? end - STANDARD_DAYS * DAY_MILLIS : since;
  return { from: Math.max(Math.min(start, end), end - DAYS_MAX * DAY_MILLIS), to: end };
}

/** What selects the transfers: an account, or a span of time. */
export function queryOf(state: ListState, now: number): Record<string, string> {
  const span = spanOf(state, now);
  return {
    ...(state.accountId
      ? { accountId: state.accountId }
      : { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() }),
    ...(state.reason && { reason: state.reason }),
    ...(state.cursor && { cursor: state.cursor }),
  };
}
