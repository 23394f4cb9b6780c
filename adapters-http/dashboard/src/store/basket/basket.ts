import { productOf, scaleOf, sumOf } from '../../text/decimals';

export const LINES_MAX = 50;

/** A product in the basket, with the price that the customer has seen. */
export interface BasketLine {
  productId: string;
  title: string;
  quantity: string;
  unitPrice: string;
}

/** What is to be ordered, in one currency and under one id: an order that is sent twice is placed once. */
export interface Basket {
  orderId: string;
  currency: string;
  lines: readonly BasketLine[];
}

/** Adds a product, or more of one that is there, at the price that was seen last. */
export function withLine(basket: Basket, line: BasketLine): Basket {
  const before = basket.lines.find(({ productId }) => productId === line.productId);
  if (!before) {
    return { ...basket, lines: [...basket.lines, line] };
  }
  const quantity = sumOf([before.quantity, line.quantity]);
  return withChange(basket, line.productId, { ...line, quantity });
}

/** Changes the line of a product. */
export function withChange(basket: Basket, productId: string, change: Partial<BasketLine>): Basket {
  const lines = basket.lines.map((line) =>
    line.productId === productId ? { ...line, ...change } : line,
  );
  return { ...basket, lines };
}

export function without(basket: Basket, productId: string): Basket {
  return { ...basket, lines: basket.lines.filter((line) => line.productId !== productId) };
}

/** What a line costs, rounded half up to the decimals of its price, which are those of the currency. */
export const lineTotal = ({ quantity, unitPrice }: BasketLine): string =>
  productOf(quantity, unitPrice, scaleOf(unitPrice));

/** What all lines cost. */
export const totalOf = (basket: Basket): string => sumOf(basket.lines.map(lineTotal));
