import type { AccountSort, AccountStatus } from '../api/model';

/** What the list shows, as its address says it. */
export const STANDARD = {
  q: '',
  status: '',
  createdFrom: '',
  createdTo: '',
  sort: '-createdAt',
  limit: '',
  columns: '',
  cursor: '',
  open: '',
};

export type ListState = typeof STANDARD;

export const PAGE_SIZES = ['25', '50', '100', '200'];
const SORTS: readonly string[] = [
  'createdAt',
  '-createdAt',
  'name',
  '-name',
  'views',
  '-views',
] satisfies AccountSort[];
const STATUSES: readonly string[] = ['active', 'suspended', 'closed'] satisfies AccountStatus[];

/** The beginning of a day of the reader's, which is what a date field means. */
function startOf(day: string): string | undefined {
  const start = new Date(`${day}T00:00:00`);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** What narrows a list or an export. */
export type Filters = Partial<
  Record<'q' | 'createdFrom' | 'createdTo', string> & { status: AccountStatus }
>;

/** The filters as the API takes them. An address may hold anything: what is not known is left out. */
export function filtersOf(state: ListState): Filters {
  const q = state.q.trim();
  const createdFrom = startOf(state.createdFrom);
  const createdTo = startOf(state.createdTo);
  return {
    ...(q && { q }),
    ...(STATUSES.includes(state.status) && { status: state.status as AccountStatus }),
    ...(createdFrom && { createdFrom }),
    ...(createdTo && { createdTo }),
  };
}

/** The order as the API takes it. */
export function sortOf({ sort }: ListState): AccountSort {
  return (SORTS.includes(sort) ? sort : STANDARD.sort) as AccountSort;
}

/** The order after a click on a column's head: numbers and dates begin with the largest, names with A. */
export function nextSort(current: string, column: 'name' | 'createdAt' | 'views'): string {
  const first = column === 'name' ? 'name' : `-${column}`;
  const other = column === 'name' ? '-name' : column;
  return current === first ? other : first;
}
