import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Product } from '../api/model';
import { Refused } from '../api/problem';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';
import { decimalOf, isPositive, negated } from '../text/decimals';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';

export type Movement = 'receipts' | 'corrections';

interface MoveStockProps {
  product: Product;
  movement: Movement;
  onClose: () => void;
}

interface Moved {
  quantity: string;
  reason: string;
}

const REASON = /^[a-z0-9-]{1,40}$/;
const REASONS = { receipts: 'delivery', corrections: 'stocktaking' } as const;

function move(id: string, movement: Movement, key: string, body: Moved) {
  const params = { path: { id }, header: { 'Idempotency-Key': key } };
  return movement === 'receipts'
    ? answer(api.POST('/v1/products/{id}/receipts', { params, body }))
    : answer(api.POST('/v1/products/{id}/corrections', { params, body }));
}

/** Books goods that came in, or corrects the stock. */
export function MoveStock({ product, movement, onClose }: MoveStockProps) {
  const texts = useTexts();
  const { products: words, common } = texts;
  const { id, title } = product;
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<string>(REASONS[movement]);
  const [isTried, setTried] = useState(false);
  const { keyOf } = useRequestKey();
  const quantity = decimalOf(typed);
  const isSigned = movement === 'corrections' && quantity.startsWith('-');
  const isQuantity = isPositive(isSigned ? quantity.slice(1) : quantity);
  const isReason = REASON.test(reason);
  const undo = useCommand({
    send: (moved: string) =>
      move(id, 'corrections', crypto.randomUUID(), { quantity: negated(moved), reason: 'undo' }),
    done: () => [words.stockUndone],
    changes: [['products']],
    thing: 'product',
  });
  const send = useCommand({
    send: (body: Moved) => move(id, movement, keyOf(body), body),
    done: (_, body) => {
      onClose();
      return [
        words.moved[movement](body.quantity, title),
        { undo: () => undo.mutate(body.quantity) },
      ];
    },
    changes: [['products']],
    thing: 'product',
    isForm: true,
  });
  const refused = send.error instanceof Refused ? send.error : undefined;
  const fault = refused?.faultOf('quantity');
  const submit = () => {
    setTried(true);
    if (isQuantity && isReason) {
      send.mutate({ quantity, reason });
    }
  };
  return (
    <Dialog
      title={words.moveTitle[movement](title)}
      guard={typed ? common.discard : undefined}
      isBusy={send.isPending}
      onClose={onClose}
    >
      <Form error={send.error} onSubmit={submit}>
        <TextInput
          label={words.quantity}
          description={words.quantityHint[movement]}
          inputMode="decimal"
          data-autofocus
          value={typed}
          error={
            isTried && !isQuantity ? words.faults.quantity : fault && ruleText(texts, fault.detail)
          }
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          value={reason}
          maxLength={40}
          error={isTried && !isReason && words.reasonHint}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refused && !fault && <Failure error={refused} thing="product" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {movement === 'receipts' ? words.receive : words.correct}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
