import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { MergingDialog } from '../dialog/MergingDialog';
import { useTelling } from '../parts/Toasts';
import { useMergingEdit } from '../state/useMergingEdit';
import { useTexts } from '../text/language';
import { fieldsOf, fieldsOfValues, patchOf, valuesOf, type WebhookFields } from './fields';
import { readWebhook, type VersionedWebhook } from './useWebhooks';
import { WebhookForm } from './WebhookForm';

const storedOf = ({ webhook, etag }: VersionedWebhook) => ({ fields: fieldsOf(webhook), etag });

/** Changes a webhook. Concurrent changes are merged; where both changed one value, the user chooses. */
export function EditWebhook({
  opened,
  onClose,
}: {
  opened: VersionedWebhook;
  onClose: () => void;
}) {
  const { webhooks: words, account, common } = useTexts();
  const queries = useQueryClient();
  const { tell } = useTelling();
  const { id } = opened.webhook;
  const edit = useMergingEdit<WebhookFields>({
    draft: `webhook-edit-${id}`,
    opened: storedOf(opened),
    read: () => readWebhook(id).then(storedOf),
    save: async (onto, fields) => {
      const params = { path: { id }, header: { 'If-Match': onto.etag } };
      const body = patchOf(onto.fields, fields);
      await answer(api.PATCH('/v1/webhooks/{id}', { params, body }));
      tell(account.done.saved);
      await queries.invalidateQueries({ queryKey: ['webhooks'] });
    },
    valuesOf,
    fieldsOf: fieldsOfValues,
    onClose,
  });
  const labels: Record<string, string> = {
    name: common.name,
    url: words.url,
    types: words.types,
    payload: words.payload,
    accountId: words.account,
    after: words.after,
  };
  return (
    <MergingDialog
      edit={edit}
      title={words.edit}
      conflictTitle={words.conflict}
      labelOf={(part) => labels[part] ?? part}
    >
      <WebhookForm
        fields={edit.fields}
        isNew={false}
        action={common.save}
        isBusy={edit.isBusy}
        error={edit.error}
        onChange={edit.setFields}
        onSubmit={edit.submit}
        onCancel={edit.close}
      />
    </MergingDialog>
  );
}
