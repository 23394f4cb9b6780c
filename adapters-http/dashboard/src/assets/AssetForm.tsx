import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { NewAsset } from '../api/model';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';

const CODE = /^[A-Z][A-Z0-9-]{0,39}$/;
const SCALE_MAX = 18;
const KINDS: readonly NewAsset['kind'][] = ['money', 'asset', 'goods'];

/** Defines an asset, which never changes afterwards. */
export function AssetForm({ onClose }: { onClose: () => void }) {
  const { assets: words, common } = useTexts();
  const queries = useQueryClient();
  const { tell } = useTelling();
  const [code, setCode] = useState('');
  const [scale, setScale] = useState('2');
  const [kind, setKind] = useState<NewAsset['kind']>('money');
  const [isSent, setSent] = useState(false);
  const isCode = CODE.test(code);
  const isScale = /^\d{1,2}$/.test(scale) && Number(scale) <= SCALE_MAX;
  const define = useMutation({
    mutationFn: () =>
      answer(api.POST('/v1/assets', { body: { code, scale: Number(scale), kind } })),
    onSuccess: async () => {
      tell(words.made);
      await queries.invalidateQueries({ queryKey: ['assets'] });
      onClose();
    },
  });
  const submit = () => {
    setSent(true);
    if (isCode && isScale) {
      define.mutate();
    }
  };
  return (
    <Dialog
      title={words.new}
      isBusy={define.isPending}
      guard={code ? common.discard : undefined}
      onClose={onClose}
    >
      <Form error={define.error} onSubmit={submit}>
        <p className="lead">{words.newLead}</p>
        <TextInput
          label={words.code}
          description={words.codeHint}
          data-autofocus
          value={code}
          maxLength={40}
          error={isSent && !isCode && words.codeHint}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <NativeSelect
          label={words.kind}
          value={kind}
          data={KINDS.map((one) => ({ value: one, label: words.kinds[one] }))}
          onChange={(event) => setKind(event.currentTarget.value as NewAsset['kind'])}
        />
        <TextInput
          label={words.scale}
          description={words.scaleHint}
          inputMode="numeric"
          value={scale}
          maxLength={2}
          error={isSent && !isScale && words.scaleHint}
          onChange={(event) => setScale(event.currentTarget.value)}
        />
        {define.isError && <Failure error={define.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={define.isPending}>
            {words.new}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
