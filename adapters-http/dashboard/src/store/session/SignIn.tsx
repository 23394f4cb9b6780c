import { Alert, Button, PasswordInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Refused } from '../../api/problem';
import { failureText } from '../page/Failure';
import { Page } from '../page/Page';
import { useTexts } from '../text/language';
import { signIn } from './signIn';
import { useSession } from './useSession';

/** A path of this page to go on to. */
const isOwnPath = (path: string | null): path is string => path !== null && /^\/(?!\/)/.test(path);

/** The way in. At an address of its own it leads to the page that `to` names, elsewhere the address stays. */
export function SignIn() {
  const texts = useTexts();
  const { signIn: words } = texts;
  const hasExpired = useSession() === 'expired';
  const [location, go] = useLocation();
  const [params] = useSearchParams();
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
      if (location === '/sign-in') {
        const to = params.get('to');
        go(isOwnPath(to) ? to : '/', { replace: true });
      }
    } catch (error) {
      const isUnknown = error instanceof Refused && error.status === 401;
      setComplaint(isUnknown ? words.wrong : failureText(texts, error));
      setBusy(false);
    }
  };

  return (
    <div className="narrow">
      <Page title={words.title}>
        <p className="lead">{words.lead}</p>
        {hasExpired && !complaint && <Alert color="blue">{words.expired}</Alert>}
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
      </Page>
    </div>
  );
}
