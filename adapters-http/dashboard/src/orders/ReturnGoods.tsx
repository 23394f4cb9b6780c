import { Button, Checkbox, Group } from '@mantine/core';
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
import { linesOf, returnable, type Typed } from './quantities';
import { ORDER_CHANGES } from './useOrder';

/** Takes goods back, and pays back their price or puts them into stock as chosen. */
export function ReturnGoods({ order, onClose }: { order: Order; onClose: () => void }) {
  const { orders: words, common } = useTexts();
  const maxima = maximaOf(order, returnable);
  const [typed, setTyped] = useState<Typed>({});
  const [isRefunded, setRefunded] = useState(true);
  const [isRestocked, setRestocked] = useState(true);
  const [isTried, setTried] = useState(false);
  const { keyOf } = useRequestKey();
  const lines = linesOf(typed, maxima);
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
  const submit = () => {
    setTried(true);
    if (lines && lines.length > 0) {
      takeBack.mutate(lines);
    }
  };
  return (
    <Dialog
      title={words.returnTitle(order.number)}
      guard={Object.keys(typed).length > 0 ? common.discard : undefined}
      isBusy={takeBack.isPending}
      onClose={onClose}
    >
      <Form error={takeBack.error} onSubmit={submit}>
        <p className="lead">{words.returnLead}</p>
        <LinesField
          legend={words.unitsToReturn}
          order={order}
          maxima={maxima}
          typed={typed}
          isTried={isTried}
          onChange={setTyped}
        />
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
        {isTried && lines?.length === 0 && (
          <p role="alert" className="complaint">
            {words.faults.noLines}
          </p>
        )}
        {takeBack.isError && <Failure error={takeBack.error} thing="order" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={takeBack.isPending}>
            {words.actions.return}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
