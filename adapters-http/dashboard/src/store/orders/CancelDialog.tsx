import { Button, Group } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../text/language';

interface CancelDialogProps {
  number: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an order is cancelled. The browser keeps the focus inside, and gives it back. */
export function CancelDialog({ number, onConfirm, onClose }: CancelDialogProps) {
  const { orders: words } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{words.cancelTitle(number)}</h2>
      <p className="lead">{words.cancelLead}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {words.keep}
        </Button>
        <Button
          color="red"
          onClick={() => {
            onConfirm();
            close();
          }}
        >
          {words.cancel}
        </Button>
      </Group>
    </dialog>
  );
}
