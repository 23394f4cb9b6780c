import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Webhook } from '../api/model';
import { ShownOnce } from '../api-keys/ShownOnce';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { useCommand } from '../parts/useCommand';
import { useTexts } from '../text/language';

const GRACES = { none: 0, hour: 3_600, day: 86_400, week: 604_800 } as const;

/** Replaces the secret of a webhook. The new one is shown once. */
export function RotateSecret({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { webhooks: words, common } = useTexts();
  const [grace, setGrace] = useState<keyof typeof GRACES>('day');
  const [isCopied, setCopied] = useState(false);
  const rotate = useCommand({
    send: () =>
      answer(
        api.POST('/v1/webhooks/{id}/secret-rotations', {
          params: { path: { id: webhook.id } },
          body: { graceSeconds: GRACES[grace] },
        }),
      ),
    changes: [['webhooks']],
    thing: 'webhook',
    isForm: true,
  });
  return (
    <Dialog
      title={rotate.data ? words.rotated : words.rotateTitle(webhook.name)}
      guard={rotate.data && !isCopied ? words.notCopied : undefined}
      isBusy={rotate.isPending}
      onClose={onClose}
    >
      {rotate.data ? (
        <ShownOnce secret={rotate.data.secret} onCopy={() => setCopied(true)} onClose={onClose} />
      ) : (
        <Form error={rotate.error} onSubmit={() => rotate.mutate()}>
          <p className="lead">{words.rotateLead}</p>
          <NativeSelect
            label={words.grace}
            data-autofocus
            value={grace}
            data={(Object.keys(GRACES) as (keyof typeof GRACES)[]).map((value) => ({
              value,
              label: words.graces[value],
            }))}
            onChange={(event) => setGrace(event.currentTarget.value as keyof typeof GRACES)}
          />
          {rotate.isError && <Failure error={rotate.error} thing="webhook" />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={rotate.isPending}>
              {words.rotate}
            </Button>
          </Group>
        </Form>
      )}
    </Dialog>
  );
}
