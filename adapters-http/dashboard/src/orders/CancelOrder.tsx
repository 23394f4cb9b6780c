import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { LineQuantity } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useCommand } from '../parts/useCommand';
import { useTexts } from '../text/language';
import { LinesField, maximaOf } from './LinesField';
import { cancellable, linesOf } from './quantities';
import { ORDER_CHANGES, type VersionedOrder } from './useOrder';

/** Cancels an order, or units of it that have not left. A held order is cancelled whole. */
export function CancelOrder({ opened, onClose }: { opened: VersionedOrder; onClose: () => void }) {
  const { orders: words, common } = useTexts();
  const { order, etag } = opened;
  const isHeld = order.payment === 'held';
  const mustBePart = order.fulfilment !== 'none';
  const maxima = maximaOf(order, cancellable);
  const [isPart, setPart] = useState(mustBePart);
  const [typed, setTyped] = useState(mustBePart ? maxima : {});
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lines = isPart ? linesOf(typed, maxima) : [];
  const cancel = useCommand({
    send: (chosen: LineQuantity[]) => {
      const params = { path: { id: order.id }, header: { 'If-Match': etag } };
      const body = {
        ...(reason.trim() && { reason: reason.trim() }),
        ...(chosen.length > 0 && { lines: chosen }),
      };
      return answer(api.POST('/v1/orders/{id}/cancellation', { params, body }));
    },
    done: () => {
      onClose();
      return [isPart ? words.reduced(order.number) : words.cancelled(order.number)];
    },
    changes: ORDER_CHANGES,
    thing: 'order',
    isForm: true,
  });
  const isEmpty = isPart && lines?.length === 0;
  const submit = () => {
    setTried(true);
    if (lines && !isEmpty) {
      cancel.mutate(lines);
    }
  };
  return (
    <Dialog title={words.cancelTitle(order.number)} isBusy={cancel.isPending} onClose={onClose}>
      <Form error={cancel.error} onSubmit={submit}>
        <p className="lead">{isHeld ? words.cancelHeldLead : words.cancelLead}</p>
        {!isHeld && !mustBePart && (
          <Checkbox
            label={words.cancelPart}
            checked={isPart}
            onChange={(event) => setPart(event.currentTarget.checked)}
          />
        )}
        {isPart && (
          <LinesField
            legend={words.unitsToCancel}
            order={order}
            maxima={maxima}
            typed={typed}
            isTried={isTried}
            onChange={setTyped}
          />
        )}
        <TextInput
          label={common.reason}
          description={words.cancelReasonHint}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {isTried && isEmpty && (
          <p role="alert" className="complaint">
            {words.faults.noLines}
          </p>
        )}
        {cancel.isError && <Failure error={cancel.error} thing="order" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.keep}
          </Button>
          <Button type="submit" color="red" loading={cancel.isPending}>
            {words.actions.cancel}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
