import { Dialog } from '../dialog/Dialog';
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
    <Dialog title={words.change} onClose={onClose}>
      <p className="lead">{words.lead}</p>
      <PasswordForm onDone={done} onCancel={onClose} cancel={common.cancel} />
    </Dialog>
  );
}
