import { Alert } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Refused } from '../../api/problem';
import { failureText } from '../page/Failure';
import { Page, Waiting } from '../page/Page';
import type { Texts } from '../text/en';
import { useTexts } from '../text/language';
import { finishSignIn, SignInFailed } from './oidc';
import { signIn } from './signIn';

/** The way back from an issuer: begins the session, and goes on to where the customer was. */
export function SignedIn() {
  const texts = useTexts();
  const { signIn: words } = texts;
  const [, go] = useLocation();
  const [error, setError] = useState<unknown>();
  const hasBegun = useRef(false);

  useEffect(() => {
    // A code is good once.
    if (!hasBegun.current) {
      hasBegun.current = true;
      const answer = new URLSearchParams(globalThis.location.search);
      globalThis.history.replaceState(null, '', globalThis.location.pathname);
      finishSignIn(answer)
        .then(async ({ token, to }) => {
          await signIn(token);
          go(to, { replace: true });
        })
        .catch(setError);
    }
  }, [go]);

  return (
    <div className="narrow">
      <Page title={words.title}>
        {error === undefined ? (
          <Waiting />
        ) : (
          <>
            <Alert color="red" role="alert">
              {reasonOf(texts, error)}
            </Alert>
            <Link href={`/sign-in?to=${encodeURIComponent(toOf(error))}`} className="text-link">
              {words.again}
            </Link>
          </>
        )}
      </Page>
    </div>
  );
}

const toOf = (error: unknown): string => (error instanceof SignInFailed ? error.to : '/');

function reasonOf(texts: Texts, error: unknown): string {
  if (error instanceof SignInFailed) {
    return texts.signIn.failed[error.reason];
  }
  // A token that the store does not take is a fault of what the issuer was set up to give.
  return error instanceof Refused && error.status === 401
    ? texts.signIn.failed.issuer
    : failureText(texts, error);
}
