import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTexts } from '../text/language';

interface ConfirmProps {
  title: string;
  lead: string;
  action: string;
  isDangerous?: boolean;
  /** Has to be typed first. */
  word?: string;
  asksReason?: boolean;
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
  asksReason = false,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const mayGoOn = word === undefined || typed.trim() === word;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (mayGoOn) {
      onConfirm(reason.trim() || undefined);
      onClose();
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      <form onSubmit={submit} className="form">
        <p className="lead">{lead}</p>
        {asksReason && (
          <TextInput
            label={texts.common.reason}
            description={texts.common.reasonHint}
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
      </form>
    </Modal>
  );
}
