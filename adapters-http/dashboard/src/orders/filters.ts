import type { Order } from '../api/model';

export const STANDARD = {
  status: '',
  payment: '',
  fulfilment: '',
  accountId: '',
  number: '',
  from: '',
  to: '',
  cursor: '',
  open: '',
};

export type ListState = typeof STANDARD;

export const STATUSES: readonly Order['status'][] = ['open', 'completed', 'cancelled'];
export const PAYMENTS: readonly Order['payment'][] = ['held', 'captured', 'refunded', 'released'];
export const FULFILMENTS: readonly Order['fulfilment'][] = [
  'none',
  'partial',
  'shipped',
  'delivered',
  'returned',
];

const NUMBER = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** An order's number as people type it: in small letters, with O for 0 and I or L for 1. */
export const numberOf = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

export const isNumber = (number: string): boolean => NUMBER.test(number);

const startOf = (day: string): string | undefined => {
  const at = new Date(`${day}T00:00:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

/** The filters of a list as the API takes them. What the address holds and the API does not know is left out. */
export function queryOf({ accountId, number, from, to, cursor, ...state }: ListState) {
  const status = STATUSES.find((one) => one === state.status);
  const payment = PAYMENTS.find((one) => one === state.payment);
  const fulfilment = FULFILMENTS.find((one) => one === state.fulfilment);
  const [placedFrom, placedTo] = [startOf(from), startOf(to)];
  return {
    ...(status && { status }),
    ...(payment && { payment }),
    ...(fulfilment && { fulfilment }),
    ...(accountId && { accountId }),
    ...(isNumber(number) && { number }),
    ...(placedFrom && { placedFrom }),
    ...(placedTo && { placedTo }),
    ...(cursor && { cursor }),
  };
}
