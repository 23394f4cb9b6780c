import { refusal, type Refused } from '../../api/problem';
import { api, type Order } from '../api';
import { uuid7 } from '../uuid7';
import { withChange, type Basket, type BasketLine } from './basket';

/** What became of an order that was sent. */
export type Placing =
  | { kind: 'placed'; order: Order }
  /** Prices that are others now. */
  | { kind: 'prices'; changes: readonly { line: BasketLine; unitPrice: string }[] }
  /** Products that are short, or not for sale. */
  | { kind: 'lines'; type: 'out-of-stock' | 'not-orderable'; lines: readonly BasketLine[] }
  | { kind: 'refused'; refused: Refused };

interface Told {
  pointers?: string[];
  lines?: { productId: string; unitPrice: string }[];
}

/** Places the order of a basket; throws `Refused` if nothing is known of its end. */
export async function place(basket: Basket, address: string, pay: boolean): Promise<Placing> {
  const { data, error, response } = await api.PUT('/store/v1/me/orders/{id}', {
    params: { path: { id: basket.orderId } },
    body: {
      currency: basket.currency,
      lines: basket.lines.map(({ productId, quantity, unitPrice }) => ({
        productId,
        quantity,
        unitPrice,
      })),
      ...(address && { address }),
      pay,
    },
  });
  return data ? { kind: 'placed', order: data } : refusedPlacing(basket, response, error);
}

function refusedPlacing(basket: Basket, response: Response, told: Told | undefined): Placing {
  const refused = refusal(response, told);
  if (refused.type === 'price-changed') {
    const changes = (told?.lines ?? []).flatMap(({ productId, unitPrice }) =>
      basket.lines
        .filter((line) => line.productId === productId)
        .map((line) => ({ line, unitPrice })),
    );
    return { kind: 'prices', changes };
  }
  if (refused.type === 'out-of-stock' || refused.type === 'not-orderable') {
    const lines = (told?.pointers ?? []).flatMap((pointer) => {
      const line = basket.lines[Number(pointer.replace('#/lines/', ''))];
      return line ? [line] : [];
    });
    return { kind: 'lines', type: refused.type, lines };
  }
  return { kind: 'refused', refused };
}

/** The basket for another attempt: at the prices of now, and under another id if this one is taken. */
export function nextTry(basket: Basket, end: Placing): Basket {
  if (end.kind === 'prices') {
    return end.changes.reduce(
      (next, { line, unitPrice }) => withChange(next, line.productId, { unitPrice }),
      basket,
    );
  }
  return end.kind === 'refused' && end.refused.type === 'order-differs'
    ? { ...basket, orderId: uuid7() }
    : basket;
}
