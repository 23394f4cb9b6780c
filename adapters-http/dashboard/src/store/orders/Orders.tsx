import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { OrderSummary } from '../api';
import { Failure } from '../page/Failure';
import { More } from '../page/More';
import { Page, Waiting } from '../page/Page';
import { useAmount } from '../page/useAmount';
import { useFormat, useTexts } from '../text/language';
import { ownOrders } from './queries';
import { StateBadge } from './StateBadge';
import { stateOf } from './state';

/** The customer's orders, the newest first. */
export function Orders() {
  const { orders: words, failures, basket } = useTexts();
  const found = useInfiniteQuery(ownOrders);
  const orders = found.data?.pages.flatMap((page) => page.data);
  return (
    <Page title={words.title}>
      {found.isPending && <Waiting />}
      {found.isError && (
        <Failure
          error={found.error}
          title={failures.loads.orders}
          retry={() => void found.refetch()}
        />
      )}
      {orders?.length === 0 && (
        <p className="empty">
          {words.empty}{' '}
          <Link href="/" className="text-link">
            {basket.toCatalogue}
          </Link>
        </p>
      )}
      <ul className="rows">
        {orders?.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      <More list={found} />
    </Page>
  );
}

function OrderRow({ order }: { order: OrderSummary }) {
  const { orders: words } = useTexts();
  const format = useFormat();
  const amount = useAmount();
  return (
    <li>
      <Link href={`/orders/${order.id}`} className="order-row">
        <span className="order-what">
          <strong>{words.items(order.title, order.lineCount - 1)}</strong>
          <span className="faint">
            {words.named(order.number)} · {words.placedAt(format.date(order.placedAt))}
          </span>
        </span>
        <StateBadge state={stateOf(order)} />
        <span className="price">{amount(order.total, order.currency)}</span>
      </Link>
    </li>
  );
}
