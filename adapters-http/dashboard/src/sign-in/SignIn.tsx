import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { Refused } from '../api/problem';
import { signIn } from '../api/session';
import mark from '../icon.svg';
import { failureText } from '../parts/failure';
import { useLanguage } from '../text/language';

const STANDARD_WAIT_SECONDS = 10;

/** The way in. The address stays, so that who comes by a link gets there. */
export default function SignIn({ hasExpired }: { hasExpired: boolean }) {
  const { texts, format } = useLanguage();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [waitSeconds, setWaitSeconds] = useCountdown();

  useEffect(() => {
    document.title = `${texts.signIn.title} · ${texts.name}`;
  }, [texts]);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await signIn(email.trim(), password);
    } catch (refused) {
      if (refused instanceof Refused && refused.status === 429) {
        setWaitSeconds(refused.retryAfterSeconds ?? STANDARD_WAIT_SECONDS);
      } else {
        setError(refused);
      }
      setPassword('');
    } finally {
      setBusy(false);
    }
  };

  const isWrong = error instanceof Refused && (error.status === 401 || error.status === 400);
  const message =
    waitSeconds > 0
      ? texts.signIn.limited(format.number(waitSeconds))
      : isWrong
        ? texts.signIn.wrong
        : error
          ? failureText(texts, error)
          : undefined;
  return (
    <main className="alone">
      <form className="sign-in" onSubmit={(event) => void submit(event)}>
        <img src={mark} alt="" width={44} height={44} />
        <h1>{texts.name}</h1>
        <p className="lead">{texts.signIn.lead}</p>
        {hasExpired && !message && <Alert color="blue">{texts.signIn.expired}</Alert>}
        {message && (
          <Alert color="red" role="alert">
            {message}
          </Alert>
        )}
        <TextInput
          label={texts.signIn.email}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.signIn.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" fullWidth loading={isBusy} disabled={waitSeconds > 0}>
          {texts.signIn.submit}
        </Button>
      </form>
    </main>
  );
}

/** Seconds that run down to nought. */
function useCountdown(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) {
      return;
    }
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
