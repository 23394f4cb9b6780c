import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MetadataEditor } from '../account/MetadataEditor';
import { faultsOfPairs } from '../account/metadata';
import { answer, api } from '../api/client';
import { Refused } from '../api/problem';
import { Form } from '../dialog/Form';
import { MergingDialog } from '../dialog/MergingDialog';
import { Failure } from '../parts/failure';
import { useTelling } from '../parts/Toasts';
import { useMergingEdit } from '../state/useMergingEdit';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';
import {
  attributeKey,
  fieldsOf,
  fieldsOfValues,
  patchOf,
  valuesOf,
  type ProductFields,
} from './fields';
import { readProduct, type VersionedProduct } from './useProducts';

const storedOf = ({ product, etag }: VersionedProduct) => ({ fields: fieldsOf(product), etag });

/** Changes a product. Concurrent changes are merged; where both changed one value, the user chooses. */
export function EditProduct({
  opened,
  onClose,
}: {
  opened: VersionedProduct;
  onClose: () => void;
}) {
  const { products: words, account } = useTexts();
  const queries = useQueryClient();
  const { tell } = useTelling();
  const { id } = opened.product;
  const edit = useMergingEdit<ProductFields>({
    draft: `product-edit-${id}`,
    opened: storedOf(opened),
    read: () => readProduct(id).then(storedOf),
    save: async (onto, fields) => {
      const params = { path: { id }, header: { 'If-Match': onto.etag } };
      const body = patchOf(onto.fields, fields);
      await answer(api.PATCH('/v1/products/{id}', { params, body }));
      tell(account.done.saved);
      await queries.invalidateQueries({ queryKey: ['products'] });
    },
    valuesOf,
    fieldsOf: fieldsOfValues,
    onClose,
  });
  const labelOf = (part: string) => {
    const key = attributeKey(part);
    return key === undefined
      ? part === 'title'
        ? words.productTitle
        : words.text
      : words.attribute(key);
  };
  return (
    <MergingDialog edit={edit} title={words.edit} conflictTitle={words.conflict} labelOf={labelOf}>
      <DetailsForm
        fields={edit.fields}
        error={edit.error}
        isBusy={edit.isBusy}
        onChange={edit.setFields}
        onSubmit={edit.submit}
        onCancel={edit.close}
      />
    </MergingDialog>
  );
}

interface DetailsFormProps {
  fields: ProductFields;
  error: unknown;
  isBusy: boolean;
  onChange: (fields: ProductFields) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

function DetailsForm({ fields, error, isBusy, onChange, onSubmit, onCancel }: DetailsFormProps) {
  const texts = useTexts();
  const { products: words, common } = texts;
  const [isTried, setTried] = useState(false);
  const refused = error instanceof Refused ? error : undefined;
  const pairFaults = faultsOfPairs(fields.attributes);
  const isUntitled = fields.title.trim() === '';
  const faultOf = (field: string) => {
    const fault = refused?.faultOf(field);
    return fault && ruleText(texts, fault.detail);
  };
  const isTold = ['title', 'text', 'attributes'].some((name) => refused?.faultsUnder(name).length);
  const submit = () => {
    setTried(true);
    if (!isUntitled && pairFaults.size === 0) {
      onSubmit();
    }
  };
  return (
    <Form error={error} onSubmit={submit}>
      <TextInput
        label={words.productTitle}
        data-autofocus
        value={fields.title}
        maxLength={200}
        error={isTried && isUntitled ? words.faults.titleRequired : faultOf('title')}
        onChange={(event) => onChange({ ...fields, title: event.currentTarget.value })}
      />
      <Textarea
        label={words.text}
        rows={4}
        value={fields.text}
        maxLength={5000}
        error={faultOf('text')}
        onChange={(event) => onChange({ ...fields, text: event.currentTarget.value })}
      />
      <MetadataEditor
        pairs={fields.attributes}
        faults={isTried ? pairFaults : new Map()}
        refused={(refused?.faultsUnder('attributes') ?? []).map(({ detail }) =>
          ruleText(texts, detail),
        )}
        labels={{ legend: words.attributes, add: words.addAttribute }}
        onChange={(attributes) => onChange({ ...fields, attributes })}
      />
      {refused && !isTold && <Failure error={refused} thing="product" />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
        <Button type="submit" loading={isBusy}>
          {common.save}
        </Button>
      </Group>
    </Form>
  );
}
