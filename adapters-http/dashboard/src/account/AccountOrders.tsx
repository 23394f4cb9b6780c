import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answer, api } from '../api/client';
import { OrderState } from '../orders/OrderState';
import { Loading } from '../parts/Loading';
import { Money } from '../parts/Money';
import { Empty, Panel } from '../parts/Page';
import { When } from '../parts/When';
import { useTexts } from '../text/language';

const SHOWN_MAX = 5;

/** The latest orders of an account. */
export function AccountOrders({ id }: { id: string }) {
  const { orders: words, failures } = useTexts();
  const orders = useQuery({
    queryKey: ['orders', 'of-account', id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/v1/orders', {
          params: { query: { accountId: id, limit: SHOWN_MAX } },
          signal,
        }),
      ),
  });
  const { data } = orders;
  return (
    <Panel
      title={words.title}
      tools={
        data?.nextCursor && (
          <Link href={`/orders?accountId=${id}`} className="text-link">
            {words.all}
          </Link>
        )
      }
    >
      <Loading query={orders} rows={2} title={failures.loads.orders} />
      {data?.data.length === 0 && <Empty>{words.empty}</Empty>}
      <ol className="entries">
        {data?.data.map((order) => (
          <li key={order.id} className="entry">
            <div className="entry-head">
              <Link href={`/orders?open=${order.id}`} className="text-link">
                <code>{order.number}</code>
              </Link>
              <OrderState status={order.status} />
              <Money amount={order.total} asset={order.currency} />
              <span className="entry-when faint">
                <When at={order.placedAt} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
