import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { DeliveryResult, Webhook } from '../api/model';
import { Confirm } from '../dialog/Confirm';
import { useCommand } from '../parts/useCommand';
import { useTexts } from '../text/language';
import { EditWebhook } from './EditWebhook';
import { RedeliverRange } from './RedeliverRange';
import { RotateSecret } from './RotateSecret';
import { readWebhook, type VersionedWebhook } from './useWebhooks';

const CHANGES = [['webhooks']];

interface WebhookActionsProps {
  opened: VersionedWebhook;
  onTest: (result: DeliveryResult) => void;
  onRedeliver: (redelivery: string) => void;
  onRemoved: () => void;
}

type Status = 'active' | 'paused';

function setStatus(id: string, etag: string, status: Status): Promise<Webhook> {
  const params = { path: { id }, header: { 'If-Match': etag } };
  return answer(api.PATCH('/v1/webhooks/{id}', { params, body: { status } }));
}

/** What an admin may do with a webhook. */
export function WebhookActions({ opened, onTest, onRedeliver, onRemoved }: WebhookActionsProps) {
  const { webhooks: words, common } = useTexts();
  const { webhook, etag } = opened;
  const { id, name } = webhook;
  const [dialog, setDialog] = useState<'edit' | 'rotate' | 'redeliver' | 'remove'>();
  const close = () => setDialog(undefined);
  const undo = useCommand({
    send: async (status: Status) => setStatus(id, (await readWebhook(id)).etag, status),
    changes: CHANGES,
    thing: 'webhook',
  });
  const change = useCommand({
    send: (status: Status) => setStatus(id, etag, status),
    done: (_, status) => [
      status === 'paused' ? words.paused(name) : words.resumed(name),
      { undo: () => undo.mutate(status === 'paused' ? 'active' : 'paused') },
    ],
    changes: CHANGES,
    thing: 'webhook',
  });
  const test = useCommand({
    send: async () => {
      onTest(await answer(api.POST('/v1/webhooks/{id}/tests', { params: { path: { id } } })));
    },
    changes: CHANGES,
    thing: 'webhook',
  });
  const remove = useCommand({
    send: async () => {
      const params = { path: { id }, header: { 'If-Match': etag } };
      await answer(api.DELETE('/v1/webhooks/{id}', { params }));
      onRemoved();
    },
    done: () => [words.removed(name)],
    changes: CHANGES,
    thing: 'webhook',
  });
  const isActive = webhook.status === 'active';
  return (
    <div className="actions">
      <Button size="xs" variant="default" data-hotkey="e" onClick={() => setDialog('edit')}>
        {words.editShort}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={change.isPending}
        onClick={() => change.mutate(isActive ? 'paused' : 'active')}
      >
        {isActive ? words.pause : words.resume}
      </Button>
      <Button size="xs" variant="default" loading={test.isPending} onClick={() => test.mutate()}>
        {words.test}
      </Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button size="xs" variant="default" aria-label={common.actions}>
            ⋯
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDialog('redeliver')}>{words.redeliverRange}</Menu.Item>
          <Menu.Item onClick={() => setDialog('rotate')}>{words.rotate}</Menu.Item>
          <Menu.Item className="danger" onClick={() => setDialog('remove')}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'edit' && <EditWebhook opened={opened} onClose={close} />}
      {dialog === 'rotate' && <RotateSecret webhook={webhook} onClose={close} />}
      {dialog === 'redeliver' && <RedeliverRange id={id} onDone={onRedeliver} onClose={close} />}
      {dialog === 'remove' && (
        <Confirm
          title={words.removeTitle(name)}
          lead={words.removeLead}
          action={words.remove}
          isDangerous
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </div>
  );
}
