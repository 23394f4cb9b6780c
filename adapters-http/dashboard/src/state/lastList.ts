const START = '/accounts';

let shown = START;

/** Notes the address of the list of accounts, with its filters and its page. */
export function listShown(search: string): void {
  shown = search === '' ? START : `${START}?${search}`;
}

/** The address of the list as this tab showed it last. */
export const lastList = (): string => shown;
