import { Button, PasswordInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Refused } from '../../api/problem';
import { failureText } from '../page/Failure';
import { useTexts } from '../text/language';
import { signIn } from './signIn';

/** Signs in with a key of the store. */
export function KeyForm({ onSignedIn }: { onSignedIn: () => void }) {
  const texts = useTexts();
  const { signIn: words } = texts;
  const [key, setKey] = useState('');
  const [complaint, setComplaint] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (key.trim() === '') {
      setComplaint(words.required);
      return;
    }
    setBusy(true);
    setComplaint(undefined);
    try {
      await signIn(key.trim());
      onSignedIn();
    } catch (error) {
      const isUnknown = error instanceof Refused && error.status === 401;
      setComplaint(isUnknown ? words.wrong : failureText(texts, error));
      setBusy(false);
    }
  };

  return (
    <form className="form panel" noValidate onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={words.key}
        description={words.keyHint}
        name="key"
        autoComplete="current-password"
        spellCheck={false}
        value={key}
        error={complaint}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Button type="submit" size="md" fullWidth loading={isBusy}>
        {words.submit}
      </Button>
    </form>
  );
}
