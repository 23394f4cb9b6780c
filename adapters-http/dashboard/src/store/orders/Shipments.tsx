import type { Order } from '../api';
import { useTexts } from '../text/language';

/** Where the goods go, and on what way. */
export function Shipments({ order }: { order: Order }) {
  const { orders: words } = useTexts();
  if (!order.address && order.shipments.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      {order.address && (
        <>
          <h2>{words.address}</h2>
          <p className="prose">{order.address}</p>
        </>
      )}
      {order.shipments.length > 0 && <h2>{words.shipments}</h2>}
      <ul className="lines">
        {order.shipments.map((shipment) => (
          <li key={shipment.id} className="line">
            <span className="line-what">
              <span>{shipment.carrier}</span>
              {shipment.tracking && (
                <span className="faint">{words.tracking(shipment.tracking)}</span>
              )}
            </span>
            <span className="badge badge-plain">{words.shipmentState[shipment.status]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
