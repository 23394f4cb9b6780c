import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Order } from '../api';
import { Failure } from '../page/Failure';
import { useAmount } from '../page/useAmount';
import { useNow } from '../page/useNow';
import { useFormat, useTexts } from '../text/language';
import { CancelDialog } from './CancelDialog';
import { cancelOrder, confirmOrder, ownOrder } from './queries';
import { isCancellable, type OrderState } from './state';

/** What the customer may do with an order now. */
export function OrderActions({ order, state }: { order: Order; state: OrderState }) {
  const { orders: words, failures } = useTexts();
  const amount = useAmount();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const take = async (changed: Order) => {
    queries.setQueryData(ownOrder(order.id).queryKey, changed);
    await queries.invalidateQueries({ queryKey: ['mine', 'portfolio'] });
  };
  // An order that was refused has changed: the page shows how.
  const look = () => queries.invalidateQueries({ queryKey: ownOrder(order.id).queryKey });
  const confirm = useMutation({
    mutationFn: () => confirmOrder(order.id),
    onSuccess: take,
    onError: look,
  });
  const cancel = useMutation({
    mutationFn: () => cancelOrder(order.id),
    onSuccess: take,
    onError: look,
  });
  const isBusy = confirm.isPending || cancel.isPending;
  return (
    <>
      {confirm.error && <Failure error={confirm.error} title={failures.confirm} />}
      {cancel.error && <Failure error={cancel.error} title={failures.cancel} />}
      {state === 'held' && <Countdown end={order.expiresAt} />}
      {isCancellable(state) && (
        <div className="actions">
          {state === 'held' && (
            <Button
              loading={confirm.isPending}
              disabled={isBusy}
              onClick={() => {
                cancel.reset();
                confirm.mutate();
              }}
            >
              {words.confirm(amount(order.total, order.currency))}
            </Button>
          )}
          <Button
            variant="default"
            loading={cancel.isPending}
            disabled={isBusy}
            onClick={() => setAsking(true)}
          >
            {words.cancel}
          </Button>
        </div>
      )}
      {isAsking && (
        <CancelDialog
          number={order.number}
          onConfirm={() => {
            confirm.reset();
            cancel.mutate();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** How long the reservation lasts. The stream tells that it has ended. */
function Countdown({ end }: { end: string }) {
  const { orders: words } = useTexts();
  const format = useFormat();
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil((Date.parse(end) - now) / 1000));
  return <p className="countdown">{words.endsIn(format.span(seconds))}</p>;
}
