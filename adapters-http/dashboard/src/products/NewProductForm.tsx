import { Button, Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MetadataEditor } from '../account/MetadataEditor';
import { faultsOfPairs } from '../account/metadata';
import { answer, api } from '../api/client';
import type { Product } from '../api/model';
import { Refused } from '../api/problem';
import { useAssets } from '../assets/useAssets';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTelling } from '../parts/Toasts';
import { useRequestKey } from '../state/useRequestKey';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';
import { creationOf, EMPTY, faultsOf, type NewProduct } from './fields';

const KINDS: readonly Product['kind'][] = ['goods', 'asset', 'service'];
const FIELDS: readonly string[] = ['sku', 'title', 'text', 'asset', 'scale', 'attributes'];

interface NewProductFormProps {
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Creates a product. SKU, kind and decimals never change afterwards. */
export function NewProductForm({ onOpen, onClose }: NewProductFormProps) {
  const texts = useTexts();
  const { products: words, common, failures } = texts;
  const queries = useQueryClient();
  const { tell } = useTelling();
  const assets = useAssets();
  const [product, setProduct] = useState(EMPTY);
  const [isTried, setTried] = useState(false);
  const { keyOf } = useRequestKey();
  const change = (changes: Partial<NewProduct>) => setProduct({ ...product, ...changes });
  const faults = faultsOf(product);
  const pairFaults = faultsOfPairs(product.attributes);
  const create = useMutation({
    mutationFn: () => {
      const body = creationOf(product);
      const params = { header: { 'Idempotency-Key': keyOf(body) } };
      return answer(api.POST('/v1/products', { params, body }));
    },
    onSuccess: async ({ id }) => {
      tell(words.made);
      await queries.invalidateQueries({ queryKey: ['products'] });
      onClose();
      onOpen(id);
    },
  });
  const refused = create.error instanceof Refused ? create.error : undefined;
  const isSkuTaken = refused?.type === 'sku-taken';
  const faultOf = (field: keyof NewProduct) => {
    const own = isTried ? faults[field] : undefined;
    const fault = refused?.faultOf(field);
    return own ? words.faults[own] : fault && ruleText(texts, fault.detail);
  };
  const isTold = isSkuTaken || FIELDS.some((field) => refused?.faultsUnder(field).length);
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0 && pairFaults.size === 0) {
      create.mutate();
    }
  };
  return (
    <Dialog
      title={words.new}
      guard={product === EMPTY ? undefined : common.discard}
      isBusy={create.isPending}
      onClose={onClose}
    >
      <Form error={create.error} onSubmit={submit}>
        <p className="lead">{words.newLead}</p>
        <TextInput
          label={words.sku}
          description={words.skuHint}
          data-autofocus
          spellCheck={false}
          value={product.sku}
          maxLength={36}
          error={isSkuTaken ? failures['sku-taken'] : faultOf('sku')}
          onChange={(event) => change({ sku: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={words.productTitle}
          value={product.title}
          maxLength={200}
          error={faultOf('title')}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={words.text}
          autosize={false}
          rows={3}
          value={product.text}
          maxLength={5000}
          error={faultOf('text')}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.kind}
          value={product.kind}
          data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(event) => change({ kind: event.currentTarget.value as Product['kind'] })}
        />
        {product.kind === 'asset' ? (
          <NativeSelect
            label={words.asset}
            value={product.asset}
            error={faultOf('asset')}
            data={[
              { value: '', label: words.chooseAsset },
              ...(assets.data?.data ?? [])
                .filter(({ kind }) => kind === 'asset')
                .map(({ code }) => ({ value: code, label: code })),
            ]}
            onChange={(event) => change({ asset: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            label={words.scale}
            description={words.scaleHint}
            inputMode="numeric"
            value={product.scale}
            maxLength={2}
            error={faultOf('scale')}
            onChange={(event) => change({ scale: event.currentTarget.value })}
          />
        )}
        <MetadataEditor
          pairs={product.attributes}
          faults={isTried ? pairFaults : new Map()}
          refused={(refused?.faultsUnder('attributes') ?? []).map(({ detail }) =>
            ruleText(texts, detail),
          )}
          labels={{ legend: words.attributes, add: words.addAttribute }}
          onChange={(attributes) => change({ attributes })}
        />
        <Checkbox
          label={words.activate}
          description={words.activateHint}
          checked={product.isActive}
          onChange={(event) => change({ isActive: event.currentTarget.checked })}
        />
        {refused && !isTold && <Failure error={refused} thing="product" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {words.create}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
