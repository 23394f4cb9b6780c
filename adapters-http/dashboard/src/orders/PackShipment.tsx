import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { LineQuantity, Order } from '../api/model';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';
import { useTexts } from '../text/language';
import { maximaOf } from './LinesField';
import { packable } from './quantities';
import { setShipmentStatus } from './shipmentStatus';
import { UnitsDialog } from './UnitsDialog';
import { ORDER_CHANGES } from './useOrder';

/** Packs units of an order into a shipment; at first all that are left. */
export function PackShipment({ order, onClose }: { order: Order; onClose: () => void }) {
  const { orders: words } = useTexts();
  const [maxima] = useState(() => maximaOf(order, packable));
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const { keyOf } = useRequestKey();
  const undo = useCommand({
    send: (shipment: string) => setShipmentStatus(shipment, 'returned'),
    done: () => [words.unpacked],
    changes: ORDER_CHANGES,
    thing: 'order',
  });
  const pack = useCommand({
    send: (chosen: LineQuantity[]) => {
      const body = {
        lines: chosen,
        ...(carrier.trim() && { carrier: carrier.trim() }),
        ...(tracking.trim() && { tracking: tracking.trim() }),
      };
      const params = { path: { id: order.id }, header: { 'Idempotency-Key': keyOf(body) } };
      return answer(api.POST('/v1/orders/{id}/shipments', { params, body }));
    },
    done: ({ id }) => {
      onClose();
      return [words.packed, { undo: () => undo.mutate(id) }];
    },
    changes: ORDER_CHANGES,
    thing: 'order',
    isForm: true,
  });
  return (
    <UnitsDialog
      title={words.packTitle(order.number)}
      legend={words.unitsToPack}
      action={words.actions.pack}
      order={order}
      maxima={maxima}
      initial={maxima}
      command={pack}
      onClose={onClose}
    >
      <TextInput
        label={words.carrier}
        value={carrier}
        maxLength={100}
        onChange={(event) => setCarrier(event.currentTarget.value)}
      />
      <TextInput
        label={words.tracking}
        spellCheck={false}
        value={tracking}
        maxLength={100}
        onChange={(event) => setTracking(event.currentTarget.value)}
      />
    </UnitsDialog>
  );
}
