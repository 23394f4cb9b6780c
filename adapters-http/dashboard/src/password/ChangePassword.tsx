import { Modal } from '@mantine/core';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { PasswordForm } from './PasswordForm';

/** Changes the password of the operator who is signed in. */
export default function ChangePassword({ onClose }: { onClose: () => void }) {
  const { common, password: words } = useTexts();
  const { tell } = useTelling();
  const done = () => {
    tell(words.done);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.change}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <p className="lead">{words.lead}</p>
      <PasswordForm onDone={done} onCancel={onClose} cancel={common.cancel} />
    </Modal>
  );
}
