import { Button, Group, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../text/language';
import { useFocusReturn } from './focus';
import { useLayer } from './layers';

interface DialogProps {
  title: string;
  size?: 'md' | 'lg' | 'xl';
  /** Set when closing would lose something: a filled-in form, or a secret that is shown once. */
  guard?: CloseGuard | undefined;
  /** Set while something runs that must not be interrupted. */
  isBusy?: boolean;
  onClose: () => void;
  children: ReactNode;
}

export interface CloseGuard {
  title: string;
  lead: string;
  leave: string;
  stay: string;
}

/** A modal dialog. Escape closes the top one; what would be lost is asked for first; the focus goes back. */
export function Dialog({
  title,
  size = 'md',
  guard,
  isBusy = false,
  onClose,
  children,
}: DialogProps) {
  const { common } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    if (isBusy) {
      return;
    }
    if (guard) {
      setAsking(true);
    } else {
      onClose();
    }
  };
  useFocusReturn();
  useLayer(close);
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      closeOnEscape={false}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': common.close, disabled: isBusy }}
    >
      {children}
      {isAsking && guard && (
        <AskBeforeClose guard={guard} onStay={() => setAsking(false)} onLeave={onClose} />
      )}
    </Modal>
  );
}

interface AskBeforeCloseProps {
  guard: CloseGuard;
  onStay: () => void;
  onLeave: () => void;
}

function AskBeforeClose({ guard, onStay, onLeave }: AskBeforeCloseProps) {
  const { common } = useTexts();
  useFocusReturn();
  useLayer(onStay);
  return (
    <Modal
      opened
      centered
      onClose={onStay}
      title={guard.title}
      closeOnEscape={false}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="form">
        <p className="lead">{guard.lead}</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onStay}>
            {guard.stay}
          </Button>
          <Button color="red" onClick={onLeave}>
            {guard.leave}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
