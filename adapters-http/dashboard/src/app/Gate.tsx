import { Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { onSession, passwordChangeRequired, resume, sessionState } from '../api/session';
import { Failure } from '../parts/failure';
import { onDemand } from './onDemand';
import { useTexts } from '../text/language';
import { Preferred } from './Preferred';
import { Shell } from './Shell';
import { MeProvider } from './me';

const SignIn = onDemand(() => import('../sign-in/SignIn'));
const RequiredChange = onDemand(() => import('../password/RequiredChange'));

/** Shows the pages to those who are signed in, and the way in to all others. */
export function Gate({ resumed }: { resumed: Promise<void> }) {
  const queries = useQueryClient();
  const state = useSyncExternalStore(onSession, sessionState);
  const mustChange = useSyncExternalStore(onSession, passwordChangeRequired);
  const [resuming, setResuming] = useState(resumed);
  const [failure, setFailure] = useState<unknown>();

  useEffect(() => {
    resuming.catch(setFailure);
  }, [resuming]);
  useEffect(() => {
    if (state !== 'in') {
      queries.clear();
    }
  }, [state, queries]);

  if (state === 'in' && mustChange) {
    return (
      <Suspense fallback={<Waiting />}>
        <RequiredChange />
      </Suspense>
    );
  }
  if (state === 'in') {
    return (
      <MeProvider>
        <Preferred>
          <Shell />
        </Preferred>
      </MeProvider>
    );
  }
  if (state === 'unknown') {
    const again = () => {
      setFailure(undefined);
      setResuming(resume());
    };
    return (
      <main className="alone">
        {failure ? <Failure error={failure} retry={again} /> : <Waiting />}
      </main>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <SignIn hasExpired={state === 'expired'} />
    </Suspense>
  );
}

function Waiting() {
  const { common } = useTexts();
  return (
    <div className="waiting" role="status" aria-label={common.loading}>
      <Loader size="sm" />
    </div>
  );
}
