import { TextInput } from '@mantine/core';
import type { Order, OrderLine } from '../api/model';
import { decimalOf } from '../text/decimals';
import { useFormat, useTexts } from '../text/language';
import { linesOf, type Typed } from './quantities';

interface LinesFieldProps {
  legend: string;
  order: Order;
  /** The most that may be taken of each line, by its number. */
  maxima: Typed;
  typed: Typed;
  isTried: boolean;
  onChange: (typed: Typed) => void;
}

/** The most of each line that a command may take. Lines of which nothing is left are not offered. */
export function maximaOf(order: Order, rest: (order: Order, line: OrderLine) => string): Typed {
  return Object.fromEntries(
    order.lines
      .map((line) => [line.line, rest(order, line)] as const)
      .filter(([, quantity]) => /[1-9]/.test(quantity)),
  );
}

/** A quantity for each line. An empty field takes nothing. */
export function LinesField({ legend, order, maxima, typed, isTried, onChange }: LinesFieldProps) {
  const { orders: words } = useTexts();
  const format = useFormat();
  return (
    <fieldset className="choices lines-field">
      <legend>{legend}</legend>
      {order.lines
        .filter(({ line }) => maxima[line] !== undefined)
        .map(({ line, title, sku }) => {
          const max = maxima[line] ?? '0';
          const quantity = typed[line] ?? '';
          const isWrong = linesOf({ [line]: quantity }, maxima) === undefined;
          return (
            <TextInput
              key={line}
              label={`${title} · ${sku}`}
              description={words.upTo(format.decimal(max))}
              inputMode="decimal"
              value={quantity}
              error={isTried && isWrong && words.faults.quantity(format.decimal(max))}
              onChange={(event) =>
                onChange({ ...typed, [line]: decimalOf(event.currentTarget.value) })
              }
            />
          );
        })}
    </fieldset>
  );
}
