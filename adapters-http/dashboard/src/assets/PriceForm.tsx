import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Asset } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';

const PRICE = /^(0|[1-9]\d{0,37})(\.\d{1,18})?$/;

/** Records what one unit of an asset is worth from now on. */
export function PriceForm({ assets, onClose }: { assets: readonly Asset[]; onClose: () => void }) {
  const { assets: words, common } = useTexts();
  const queries = useQueryClient();
  const { tell } = useTelling();
  const codes = assets.map(({ code }) => code);
  const money = assets.find(({ kind }) => kind === 'money')?.code ?? codes[0] ?? '';
  const [quote, setQuote] = useState(money);
  const [asset, setAsset] = useState(codes.find((code) => code !== money) ?? '');
  const [typed, setTyped] = useState('');
  const [isSent, setSent] = useState(false);
  // Portuguese keyboards have a comma.
  const price = typed.trim().replace(',', '.');
  const isPrice = PRICE.test(price);
  const record = useMutation({
    mutationFn: () => answer(api.POST('/v1/prices', { body: { asset, quote, price } })),
    onSuccess: async () => {
      tell(words.priced);
      await queries.invalidateQueries({ queryKey: ['portfolio'] });
      onClose();
    },
  });
  const submit = () => {
    setSent(true);
    if (isPrice && asset !== quote) {
      record.mutate();
    }
  };
  return (
    <Dialog
      title={words.newPrice}
      isBusy={record.isPending}
      guard={typed ? common.discard : undefined}
      onClose={onClose}
    >
      <Form error={record.error} onSubmit={submit}>
        <p className="lead">{words.priceLead}</p>
        <NativeSelect
          label={words.asset}
          value={asset}
          data={codes}
          onChange={(event) => setAsset(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.quote}
          value={quote}
          data={codes}
          error={isSent && asset === quote && words.quoteDiffers}
          onChange={(event) => setQuote(event.currentTarget.value)}
        />
        <TextInput
          label={words.price}
          description={words.priceHint(asset, quote)}
          inputMode="decimal"
          data-autofocus
          value={typed}
          error={isSent && !isPrice && words.priceFault}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {record.isError && <Failure error={record.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {words.newPrice}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
