import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Product, ProductPriceCreation } from '../api/model';
import { Refused } from '../api/problem';
import { useAssets } from '../assets/useAssets';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useCommand } from '../parts/useCommand';
import { useRequestKey } from '../state/useRequestKey';
import { decimalOf, isAmount } from '../text/decimals';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';

/** Sets a price from now on, or for a period to come. */
export function AddPrice({ product, onClose }: { product: Product; onClose: () => void }) {
  const texts = useTexts();
  const { products: words, common } = texts;
  const assets = useAssets();
  const currencies = (assets.data?.data ?? [])
    .filter(({ kind }) => kind === 'money')
    .map(({ code }) => code);
  const [chosen, setChosen] = useState(product.prices[0]?.currency);
  const currency = chosen ?? currencies[0] ?? '';
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isTried, setTried] = useState(false);
  const { keyOf } = useRequestKey();
  const amount = decimalOf(typed);
  const add = useCommand({
    send: (body: ProductPriceCreation) => {
      const params = { path: { id: product.id }, header: { 'Idempotency-Key': keyOf(body) } };
      return answer(api.POST('/v1/products/{id}/prices', { params, body }));
    },
    done: () => {
      onClose();
      return [words.priceAdded];
    },
    changes: [['products']],
    thing: 'product',
    isForm: true,
  });
  const refused = add.error instanceof Refused ? add.error : undefined;
  const faultOf = (field: string) => {
    const fault = refused?.faultOf(field);
    return fault && ruleText(texts, fault.detail);
  };
  const isTold = ['currency', 'amount', 'from', 'to'].some(faultOf);
  const submit = () => {
    setTried(true);
    if (isAmount(amount) && currency) {
      add.mutate({
        currency,
        amount,
        ...(from && { from: new Date(from).toISOString() }),
        ...(to && { to: new Date(to).toISOString() }),
      });
    }
  };
  return (
    <Dialog
      title={words.addPrice}
      guard={typed ? common.discard : undefined}
      isBusy={add.isPending}
      onClose={onClose}
    >
      <Form error={add.error} onSubmit={submit}>
        <p className="lead">{words.priceLead}</p>
        <NativeSelect
          label={words.currency}
          value={currency}
          data={currencies.includes(currency) ? currencies : [currency, ...currencies]}
          error={isTried && !currency ? words.faults.noCurrency : faultOf('currency')}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <TextInput
          label={words.amount}
          inputMode="decimal"
          data-autofocus
          value={typed}
          error={isTried && !isAmount(amount) ? words.faults.amount : faultOf('amount')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={words.validFrom}
          description={words.validFromHint}
          value={from}
          error={faultOf('from')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={words.validTo}
          description={words.validToHint}
          value={to}
          error={faultOf('to')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        {refused && !isTold && <Failure error={refused} thing="product" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {words.addPrice}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
