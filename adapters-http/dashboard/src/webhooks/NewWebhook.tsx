import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { ShownOnce } from '../api-keys/ShownOnce';
import { Dialog } from '../dialog/Dialog';
import { useTexts } from '../text/language';
import { creationOf, EMPTY } from './fields';
import { WebhookForm } from './WebhookForm';

interface NewWebhookProps {
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** A new webhook. Its secret is shown when it is made and never again. */
export function NewWebhook({ onOpen, onClose }: NewWebhookProps) {
  const { webhooks: words, common } = useTexts();
  const queries = useQueryClient();
  const [fields, setFields] = useState(EMPTY);
  const [isCopied, setCopied] = useState(false);
  const make = useMutation({
    mutationFn: () => answer(api.POST('/v1/webhooks', { body: creationOf(fields) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const { data } = make;
  const close = () => {
    onClose();
    if (data) {
      onOpen(data.id);
    }
  };
  const guard = data ? !isCopied && words.notCopied : fields !== EMPTY && common.discard;
  return (
    <Dialog
      title={data ? words.made : words.new}
      guard={guard || undefined}
      isBusy={make.isPending}
      onClose={close}
    >
      {data ? (
        <ShownOnce secret={data.secret} onCopy={() => setCopied(true)} onClose={close} />
      ) : (
        <WebhookForm
          fields={fields}
          isNew
          action={words.create}
          isBusy={make.isPending}
          error={make.error}
          onChange={setFields}
          onSubmit={() => make.mutate()}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
