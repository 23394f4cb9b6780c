import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { LineQuantity, Order } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';
import { useTexts } from '../text/language';
import { LinesField, maximaOf } from './LinesField';
import { linesOf, packable } from './quantities';
import { setShipmentStatus } from './shipmentStatus';
import { ORDER_CHANGES } from './useOrder';

/** Packs units of an order into a shipment; at first all that are left. */
export function PackShipment({ order, onClose }: { order: Order; onClose: () => void }) {
  const { orders: words, common } = useTexts();
  const maxima = maximaOf(order, packable);
  const [typed, setTyped] = useState(maxima);
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const [isTried, setTried] = useState(false);
  const { keyOf } = useRequestKey();
  const lines = linesOf(typed, maxima);
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
  const submit = () => {
    setTried(true);
    if (lines && lines.length > 0) {
      pack.mutate(lines);
    }
  };
  return (
    <Dialog title={words.packTitle(order.number)} isBusy={pack.isPending} onClose={onClose}>
      <Form error={pack.error} onSubmit={submit}>
        <LinesField
          legend={words.unitsToPack}
          order={order}
          maxima={maxima}
          typed={typed}
          isTried={isTried}
          onChange={setTyped}
        />
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
        {isTried && lines?.length === 0 && (
          <p role="alert" className="complaint">
            {words.faults.noLines}
          </p>
        )}
        {pack.isError && <Failure error={pack.error} thing="order" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={pack.isPending}>
            {words.actions.pack}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
