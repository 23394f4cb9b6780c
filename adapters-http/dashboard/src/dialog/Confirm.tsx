import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../text/language';
import { Dialog } from './Dialog';
import { Form } from './Form';

interface ConfirmProps {
  title: string;
  lead: string;
  action: string;
  isDangerous?: boolean;
  /** Has to be typed first. */
  word?: string;
  /** The field that takes a reason; without it there is none. */
  reason?: { label: string; hint: string };
  onConfirm: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks before something is done that others will notice. */
export function Confirm({
  title,
  lead,
  action,
  isDangerous = false,
  word,
  reason: asked,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const mayGoOn = word === undefined || typed.trim() === word;
  const submit = () => {
    if (mayGoOn) {
      onConfirm(reason.trim() || undefined);
      onClose();
    }
  };
  return (
    <Dialog title={title} onClose={onClose} guard={reason ? texts.common.discard : undefined}>
      <Form onSubmit={submit}>
        <p className="lead">{lead}</p>
        {asked && (
          <TextInput
            label={asked.label}
            description={asked.hint}
            data-autofocus
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {word !== undefined && (
          <TextInput
            label={texts.account.confirmErase.type(word)}
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" disabled={!mayGoOn} {...(isDangerous && { color: 'red' })}>
            {action}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
