import { isPositive } from '../../text/decimals';
import { uuid7 } from '../uuid7';
import type { Basket, BasketLine } from './basket';

const NAME = 'clientele-store-basket';

const isLine = (value: unknown): value is BasketLine => {
  const line = value as Record<string, unknown> | null;
  return (
    typeof line === 'object' &&
    line !== null &&
    typeof line.productId === 'string' &&
    typeof line.title === 'string' &&
    typeof line.unitPrice === 'string' &&
    typeof line.quantity === 'string' &&
    isPositive(line.quantity)
  );
};

/** The basket of the last visit; undefined for none, and for one that another version of the page has left. */
function read(): Basket | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? 'null') as Partial<Basket> | null;
    return kept &&
      typeof kept.orderId === 'string' &&
      typeof kept.currency === 'string' &&
      Array.isArray(kept.lines) &&
      kept.lines.length > 0 &&
      kept.lines.every(isLine)
      ? (kept as Basket)
      : undefined;
  } catch {
    return undefined;
  }
}

let current = read();
const listeners = new Set<() => void>();

/** The basket that all tabs of the browser share; undefined if it is empty. */
export const basketNow = (): Basket | undefined => current;

/** A basket without products, whose order has an id of its own. */
export const newBasket = (currency: string): Basket => ({
  orderId: uuid7(),
  currency,
  lines: [],
});

/** Keeps the basket for the next visit. */
export function keepBasket(basket: Basket | undefined): void {
  current = basket && basket.lines.length > 0 ? basket : undefined;
  if (current) {
    localStorage.setItem(NAME, JSON.stringify(current));
  } else {
    localStorage.removeItem(NAME);
  }
  listeners.forEach((listener) => listener());
}

export function onBasket(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

globalThis.addEventListener('storage', (event) => {
  if (event.key === NAME) {
    current = read();
    listeners.forEach((listener) => listener());
  }
});
