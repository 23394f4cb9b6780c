import type { ProductPrice } from '../api/model';

export type PriceState = 'current' | 'planned';

/** Whether a price is in force now, or begins later. */
export const stateOf = ({ from }: ProductPrice, now: number): PriceState =>
  Date.parse(from) > now ? 'planned' : 'current';

/** The prices in force now, one for each currency. */
export function currentPrices(prices: readonly ProductPrice[], now: number): ProductPrice[] {
  return prices.filter(
    (price) =>
      stateOf(price, now) === 'current' && (price.to === undefined || Date.parse(price.to) > now),
  );
}
