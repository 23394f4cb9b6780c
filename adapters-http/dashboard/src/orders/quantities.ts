import type { LineQuantity, Order, OrderLine, OrderShipment } from '../api/model';
import { isAtMost, isPositive, restOf, sumOf } from '../text/decimals';

type Quantities = Pick<Order, 'lines' | 'shipments'>;

/** The units of a line in the shipments of some states. */
function inShipments(
  { shipments }: Quantities,
  { line }: OrderLine,
  states: readonly OrderShipment['status'][],
): string {
  return sumOf([
    '0',
    ...shipments
      .filter(({ status }) => states.includes(status))
      .flatMap(({ lines }) => lines.filter((part) => part.line === line))
      .map(({ quantity }) => quantity),
  ]);
}

/** The units that can be packed: neither packed nor shipped, and neither cancelled nor paid back. */
export function packable(order: Quantities, line: OrderLine): string {
  const missing = inShipments(order, line, ['lost', 'returned']);
  const missingReturned = isAtMost(line.returned, missing) ? line.returned : missing;
  const packed = inShipments(order, line, ['packed']);
  return restOf(line.quantity, line.cancelled, packed, line.shipped, missingReturned);
}

/** The units that never left, and can be cancelled. */
export function cancellable(order: Quantities, line: OrderLine): string {
  const gone = inShipments(order, line, ['packed', 'shipped', 'delivered', 'lost', 'returned']);
  const left = isAtMost(line.shipped, gone) ? gone : line.shipped;
  return restOf(line.quantity, line.cancelled, left);
}

/** The units that a customer can give back, or did not get. */
export function returnable(order: Quantities, line: OrderLine): string {
  const missing = inShipments(order, line, ['lost', 'returned']);
  const left = sumOf([line.shipped, missing]);
  const active = restOf(line.quantity, line.cancelled);
  return restOf(isAtMost(left, active) ? left : active, line.returned);
}

/** What is typed for each line, by its number. */
export type Typed = Readonly<Record<number, string>>;

/** The lines with a quantity; undefined if one is no quantity, or more than there is. */
export function linesOf(typed: Typed, maxima: Typed): LineQuantity[] | undefined {
  const lines = Object.entries(typed)
    .filter(([, quantity]) => quantity !== '' && !/^0+(\.0+)?$/.test(quantity))
    .map(([line, quantity]) => ({ line: Number(line), quantity }));
  const isRight = lines.every(
    ({ line, quantity }) => isPositive(quantity) && isAtMost(quantity, maxima[line] ?? '0'),
  );
  return isRight ? lines : undefined;
}
