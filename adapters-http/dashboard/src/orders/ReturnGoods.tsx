import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { LineQuantity, Order } from '../api/model';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';
import { useTexts } from '../text/language';
import { maximaOf } from './LinesField';
import { returnable, type Typed } from './quantities';
import { UnitsDialog } from './UnitsDialog';
import { ORDER_CHANGES } from './useOrder';

const NOTHING: Typed = {};

/** Takes goods back, and pays back their price or puts them into stock as chosen. */
export function ReturnGoods({ order, onClose }: { order: Order; onClose: () => void }) {
  const { orders: words } = useTexts();
  const [isRefunded, setRefunded] = useState(true);
  const [isRestocked, setRestocked] = useState(true);
  const { keyOf } = useRequestKey();
  const takeBack = useCommand({
    send: (chosen: LineQuantity[]) => {
      const body = { lines: chosen, refund: isRefunded, restock: isRestocked };
      const params = { path: { id: order.id }, header: { 'Idempotency-Key': keyOf(body) } };
      return answer(api.POST('/v1/orders/{id}/returns', { params, body }));
    },
    done: () => {
      onClose();
      return [words.takenBack(order.number)];
    },
    changes: ORDER_CHANGES,
    thing: 'order',
    isForm: true,
  });
  return (
    <UnitsDialog
      title={words.returnTitle(order.number)}
      legend={words.unitsToReturn}
      action={words.actions.return}
      lead={words.returnLead}
      order={order}
      maxima={maximaOf(order, returnable)}
      initial={NOTHING}
      command={takeBack}
      onClose={onClose}
    >
      <Checkbox
        label={words.refund}
        checked={isRefunded}
        onChange={(event) => setRefunded(event.currentTarget.checked)}
      />
      <Checkbox
        label={words.restock}
        description={words.restockHint}
        checked={isRestocked}
        onChange={(event) => setRestocked(event.currentTarget.checked)}
      />
    </UnitsDialog>
  );
}
