import { Link } from 'wouter';
import type { Order } from '../api/model';
import { useMay } from '../app/me';
import { SidePanel } from '../dialog/SidePanel';
import { Failure } from '../parts/failure';
import { Loading } from '../parts/Loading';
import { Money } from '../parts/Money';
import { Empty, Panel } from '../parts/Page';
import { Pair } from '../parts/Pair';
import { Rows } from '../parts/Rows';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { OrderActions } from './OrderActions';
import { OrderState } from './OrderState';
import { Shipments } from './Shipments';
import { useOrder, useOrderTransfers } from './useOrder';

/** One order beside the list: its lines, its shipments and its transfers. */
export function OrderPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { orders: words, failures } = useTexts();
  const may = useMay();
  const read = useOrder(id);
  const opened = read.data;
  return (
    <SidePanel
      label={words.one}
      closeLabel={words.closePanel}
      onClose={onClose}
      tools={opened && may('changeOrders') && <OrderActions opened={opened} />}
    >
      <Loading query={read} rows={6} title={failures.loads.order} />
      {opened && (
        <article className="account">
          <header className="account-head">
            <div>
              <h2>{words.named(opened.order.number)}</h2>
              <OrderState status={opened.order.status} />
            </div>
          </header>
          <Details order={opened.order} />
          <Lines order={opened.order} />
          <Shipments order={opened.order} mayChange={may('changeOrders')} />
          {may('readLedger') && <Transfers id={id} />}
        </article>
      )}
    </SidePanel>
  );
}

function Details({ order }: { order: Order }) {
  const { orders: words, events, common } = useTexts();
  const { cause, reason, address, payment, accountId } = order;
  return (
    <dl className="details">
      <Pair label={words.total}>
        <Money amount={order.total} asset={order.currency} />
      </Pair>
      <Pair label={words.refunded}>
        <Money amount={order.refunded} asset={order.currency} />
      </Pair>
      <Pair label={words.payment}>{words.payments[payment]}</Pair>
      <Pair label={words.fulfilment}>{words.fulfilments[order.fulfilment]}</Pair>
      {cause && <Pair label={words.cause}>{words.causes[cause]}</Pair>}
      {reason && <Pair label={common.reason}>{reason}</Pair>}
      <Pair label={events.account}>
        <Link href={`/accounts/${accountId}`} className="text-link">
          …{accountId.slice(-8)}
        </Link>
      </Pair>
      <Pair label={words.placedAt}>
        <When at={order.placedAt} />
      </Pair>
      {payment === 'held' && (
        <Pair label={words.expiresAt}>
          <When at={order.expiresAt} ago />
        </Pair>
      )}
      {address && (
        <Pair label={words.address}>
          <span className="product-text">{address}</span>
        </Pair>
      )}
      <Pair label={common.id}>
        <code>{order.id}</code>
      </Pair>
    </dl>
  );
}

function Lines({ order }: { order: Order }) {
  const { orders: words } = useTexts();
  const isNothing = (quantity: string) => /^[0.]+$/.test(quantity);
  return (
    <Panel title={words.lines}>
      <ol className="entries">
        {order.lines.map((line) => (
          <li key={line.line} className="entry">
            <div className="entry-head">
              <span className="entry-sentence">
                <Money amount={line.quantity} /> ×{' '}
                <Link href={`/products?open=${line.productId}`} className="text-link">
                  {line.title}
                </Link>{' '}
                <code className="faint">{line.sku}</code>
              </span>
              <span className="entry-when">
                <Money amount={line.unitPrice} asset={order.currency} />
              </span>
            </div>
            <div className="tags line-states">
              {(['shipped', 'returned', 'cancelled'] as const)
                .filter((state) => !isNothing(line[state]))
                .map((state) => (
                  <span key={state} className="faint">
                    {words.lineStates[state]} <Money amount={line[state]} />
                  </span>
                ))}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Transfers({ id }: { id: string }) {
  const { orders: words, transfers, failures } = useTexts();
  const read = useOrderTransfers(id);
  return (
    <Panel title={transfers.title}>
      {read.isPending && <Rows count={2} />}
      {read.isError && <Failure error={read.error} title={failures.loads.transfers} />}
      {read.data?.length === 0 && <Empty>{words.noTransfers}</Empty>}
      <ol className="entries">
        {read.data?.map((transfer) => (
          <li key={transfer.id} className="entry">
            <div className="entry-head">
              <Link href={`/transfers?open=${transfer.id}`} className="text-link">
                {transfers.kinds[transfer.kind]}
              </Link>
              <span className="faint">{transfer.reason}</span>
              <span className="entry-when faint">
                <When at={transfer.bookedAt} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
