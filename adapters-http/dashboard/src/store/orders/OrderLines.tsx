import { Link } from 'wouter';
import { isPositive } from '../../text/decimals';
import type { Order } from '../api';
import { lineTotal } from '../basket/basket';
import { useAmount } from '../page/useAmount';
import { useFormat, useTexts } from '../text/language';

const PARTS = ['shipped', 'returned', 'cancelled'] as const;

/** What was ordered, and what it cost. */
export function OrderLines({ order }: { order: Order }) {
  const { orders: words, common } = useTexts();
  const format = useFormat();
  const amount = useAmount();
  return (
    <section className="panel">
      <h2>{words.lines}</h2>
      <ul className="lines">
        {order.lines.map((line) => {
          const parts = PARTS.filter((part) => isPositive(line[part])).map((part) =>
            words.lineState[part](format.decimal(line[part])),
          );
          return (
            <li key={line.line} className="line">
              <span className="line-what">
                <Link href={`/products/${line.productId}`} className="text-link">
                  {line.title}
                </Link>
                <span className="faint">
                  {words.times(
                    format.decimal(line.quantity),
                    amount(line.unitPrice, order.currency),
                  )}
                </span>
                {parts.length > 0 && <span className="faint">{parts.join(' · ')}</span>}
              </span>
              <span className="price">{amount(lineTotal(line), order.currency)}</span>
            </li>
          );
        })}
      </ul>
      <dl className="sums">
        <div className="sum">
          <dt>{common.total}</dt>
          <dd className="price">{amount(order.total, order.currency)}</dd>
        </div>
        {isPositive(order.refunded) && (
          <div className="sum">
            <dt>{words.refunded}</dt>
            <dd className="price">{amount(order.refunded, order.currency)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
