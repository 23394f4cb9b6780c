import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { Confirm } from '../dialog/Confirm';
import { useCommand } from '../parts/useCommand';
import { useTexts } from '../text/language';
import { CancelOrder } from './CancelOrder';
import { PackShipment } from './PackShipment';
import { cancellable, packable, returnable } from './quantities';
import { ReturnGoods } from './ReturnGoods';
import { ORDER_CHANGES, type VersionedOrder } from './useOrder';

type Action = 'confirm' | 'pack' | 'cancel' | 'return';

/** What the state of an order allows. */
function actionsOf({ order }: VersionedOrder): readonly Action[] {
  if (order.status === 'cancelled') {
    return [];
  }
  if (order.payment === 'held') {
    return ['confirm', 'cancel'];
  }
  const some = (rest: typeof packable) =>
    order.lines.some((line) => /[1-9]/.test(rest(order, line)));
  const isPacked = order.shipments.some(({ status }) => status === 'packed');
  return [
    ...(some(packable) ? (['pack'] as const) : []),
    ...(some(cancellable) && !isPacked ? (['cancel'] as const) : []),
    ...(some(returnable) && order.fulfilment !== 'none' ? (['return'] as const) : []),
  ];
}

/** What may be done with an order now. */
export function OrderActions({ opened }: { opened: VersionedOrder }) {
  const { orders: words, common } = useTexts();
  const { order, etag } = opened;
  const [dialog, setDialog] = useState<Action>();
  const close = () => setDialog(undefined);
  const confirm = useCommand({
    send: () => {
      const params = { path: { id: order.id }, header: { 'If-Match': etag } };
      return answer(api.POST('/v1/orders/{id}/confirmation', { params }));
    },
    done: () => [words.confirmed(order.number)],
    changes: ORDER_CHANGES,
    thing: 'order',
  });
  const [first, ...others] = actionsOf(opened);
  if (!first) {
    return null;
  }
  return (
    <div className="actions">
      <Button
        size="xs"
        variant="default"
        loading={confirm.isPending}
        onClick={() => setDialog(first)}
      >
        {words.actions[first]}
      </Button>
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <Button size="xs" variant="default" aria-label={common.actions}>
              ⋯
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((action) => (
              <Menu.Item
                key={action}
                className={action === 'cancel' ? 'danger' : undefined}
                onClick={() => setDialog(action)}
              >
                {words.actions[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'confirm' && (
        <Confirm
          title={words.confirmTitle(order.number)}
          lead={words.confirmLead}
          action={words.actions.confirm}
          onConfirm={() => confirm.mutate()}
          onClose={close}
        />
      )}
      {dialog === 'cancel' && <CancelOrder opened={opened} onClose={close} />}
      {dialog === 'pack' && <PackShipment order={order} onClose={close} />}
      {dialog === 'return' && <ReturnGoods order={order} onClose={close} />}
    </div>
  );
}
