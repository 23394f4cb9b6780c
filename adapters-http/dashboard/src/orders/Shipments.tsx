import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Order, OrderShipment } from '../api/model';
import { Confirm } from '../dialog/Confirm';
import { Money } from '../parts/Money';
import { Empty, Panel } from '../parts/Page';
import { useCommand } from '../parts/useCommand';
import { useTexts } from '../text/language';
import { setShipmentStatus } from './shipmentStatus';
import { ORDER_CHANGES } from './useOrder';

type Status = OrderShipment['status'];

/** What a shipment may become. */
const NEXT: Record<Status, readonly Status[]> = {
  packed: ['shipped', 'returned'],
  shipped: ['delivered', 'lost', 'returned'],
  delivered: ['returned'],
  lost: [],
  returned: [],
};

const COLOURS: Record<Status, string> = {
  packed: 'suspended',
  shipped: 'enabled',
  delivered: 'active',
  lost: 'down',
  returned: 'closed',
};

/** The shipments of an order, the oldest first, and what becomes of each. */
export function Shipments({ order, mayChange }: { order: Order; mayChange: boolean }) {
  const { orders: words } = useTexts();
  return (
    <Panel title={words.shipments}>
      {order.shipments.length === 0 && <Empty>{words.noShipments}</Empty>}
      <ol className="entries">
        {order.shipments.map((shipment) => (
          <Shipment key={shipment.id} order={order} shipment={shipment} mayChange={mayChange} />
        ))}
      </ol>
    </Panel>
  );
}

interface ShipmentProps {
  order: Order;
  shipment: OrderShipment;
  mayChange: boolean;
}

function Shipment({ order, shipment, mayChange }: ShipmentProps) {
  const { orders: words } = useTexts();
  const { status, carrier, tracking } = shipment;
  const [asked, setAsked] = useState<Status>();
  const change = useCommand({
    send: (next: Status) => setShipmentStatus(shipment.id, next),
    done: (_, next) => [words.shipmentSet[next]],
    changes: ORDER_CHANGES,
    thing: 'order',
  });
  const labelOf = (next: Status) =>
    status === 'packed' && next === 'returned' ? words.unpack : words.setShipment[next];
  return (
    <li className="entry">
      <div className="entry-head">
        <span className={`badge badge-${COLOURS[status]}`}>{words.shipmentStatus[status]}</span>
        <span className="entry-sentence">
          {shipment.lines.map(({ line, quantity }) => (
            <span key={line} className="shipped-line">
              <Money amount={quantity} /> ×{' '}
              {order.lines.find((one) => one.line === line)?.title ?? line}
            </span>
          ))}
          <span className="faint">{[carrier, tracking].filter(Boolean).join(' · ')}</span>
        </span>
      </div>
      {mayChange && NEXT[status].length > 0 && (
        <div className="actions shipment-actions">
          {NEXT[status].map((next) => (
            <Button
              key={next}
              size="compact-xs"
              variant="default"
              disabled={change.isPending}
              onClick={() => setAsked(next)}
            >
              {labelOf(next)}
            </Button>
          ))}
        </div>
      )}
      {asked && (
        <Confirm
          title={labelOf(asked)}
          lead={words.shipmentLeads[status === 'packed' && asked === 'returned' ? 'packed' : asked]}
          action={labelOf(asked)}
          onConfirm={() => change.mutate(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </li>
  );
}
