import { useEffect } from 'react';
import { signOut } from '../api/session';
import mark from '../icon.svg';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { PasswordForm } from './PasswordForm';

/** Stands before all pages until an operator has changed a password that an administrator has set. */
export default function RequiredChange() {
  const texts = useTexts();
  const words = texts.password;
  const { tell } = useTelling();
  useEffect(() => {
    document.title = `${words.required} · ${texts.name}`;
  }, [words, texts]);
  return (
    <main className="alone">
      <div className="sign-in">
        <img src={mark} alt="" width={44} height={44} />
        <h1>{words.required}</h1>
        <p className="lead">{words.requiredLead}</p>
        <PasswordForm
          onDone={() => tell(words.done)}
          onCancel={() => void signOut()}
          cancel={texts.user.signOut}
        />
      </div>
    </main>
  );
}
