import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'wouter';
import { Failure } from '../page/Failure';
import { Page, Waiting } from '../page/Page';
import { useTexts } from '../text/language';
import { IssuerButtons } from './IssuerButtons';
import { signInIssuers } from './issuers';
import { KeyForm } from './KeyForm';
import { useSession } from './useSession';

/** A path of this page to go on to. */
const isOwnPath = (path: string | null): path is string => path !== null && /^\/(?!\/)/.test(path);

/**
 * The way in: by an issuer, or by a key where none is set up. At an address of its own it leads to the page that `to`
 * names, elsewhere back to the page that asked for it.
 */
export function SignIn() {
  const { signIn: words, failures } = useTexts();
  const hasExpired = useSession() === 'expired';
  const [location, go] = useLocation();
  const [params] = useSearchParams();
  const { data: issuers, error, refetch } = useQuery(signInIssuers);
  const asked = params.get('to');
  const to = location === '/sign-in' ? (isOwnPath(asked) ? asked : '/') : location;
  return (
    <div className="narrow">
      <Page title={words.title}>
        <p className="lead">{words.lead}</p>
        {hasExpired && <Alert color="blue">{words.expired}</Alert>}
        {error && <Failure error={error} title={failures.title} retry={() => void refetch()} />}
        {!issuers ? (
          !error && <Waiting />
        ) : issuers.length > 0 ? (
          <IssuerButtons issuers={issuers} to={to} />
        ) : (
          <KeyForm onSignedIn={() => go(to, { replace: true })} />
        )}
      </Page>
    </div>
  );
}
