import { useQuery } from '@tanstack/react-query';
import { Refused } from '../../api/problem';
import type { Order } from '../api';
import { Failure } from '../page/Failure';
import { NotFound } from '../page/NotFound';
import { Page, Waiting } from '../page/Page';
import { useFormat, useTexts } from '../text/language';
import { OrderActions } from './OrderActions';
import { OrderLines } from './OrderLines';
import { Progress } from './Progress';
import { ownOrder } from './queries';
import { Shipments } from './Shipments';
import { StateBadge } from './StateBadge';
import { stateOf } from './state';
import { useOrderStream } from './useOrderStream';

/** One order of the customer, as it is now. */
export function OrderPage({ id }: { id: string }) {
  const { failures } = useTexts();
  const { data: order, error, isPending, refetch } = useQuery(ownOrder(id));
  if (error instanceof Refused && (error.status === 404 || error.status === 400)) {
    return <NotFound lead={failures.noOrder} />;
  }
  if (isPending) {
    return <Waiting />;
  }
  return order ? (
    <LiveOrder order={order} />
  ) : (
    <Failure error={error} title={failures.loads.order} retry={() => void refetch()} />
  );
}

function LiveOrder({ order }: { order: Order }) {
  const { orders: words } = useTexts();
  const format = useFormat();
  const isLive = useOrderStream(order.id);
  const state = stateOf(order);
  return (
    <Page title={words.named(order.number)} back={{ href: '/orders', label: words.back }}>
      <p className="faint order-note" data-live={isLive}>
        {words.placedAt(format.date(order.placedAt))}
        {isLive && (
          <span className="live">
            <span className="live-dot" aria-hidden="true" />
            {words.live}
          </span>
        )}
      </p>
      <section className="panel order-state">
        <div role="status">
          <StateBadge state={state} />
          <p>{words.lead[state]}</p>
        </div>
        <Progress state={state} />
        <OrderActions order={order} state={state} />
      </section>
      <div className="order-parts">
        <OrderLines order={order} />
        <Shipments order={order} />
      </div>
    </Page>
  );
}
