import { Button, Group, Modal } from '@mantine/core';
import { useFocusReturn } from '../../dialog/focus';
import { useTexts } from '../text/language';

interface CancelDialogProps {
  number: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an order is cancelled. */
export function CancelDialog({ number, onConfirm, onClose }: CancelDialogProps) {
  const { orders: words, common } = useTexts();
  useFocusReturn();
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={words.cancelTitle(number)}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className="form">
        <p className="lead">{words.cancelLead}</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.keep}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onConfirm();
              onClose();
            }}
          >
            {words.cancel}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
