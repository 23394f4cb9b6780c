import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTexts } from '../text/language';
import { addressOfSignIn, SignInFailed, type Issuer } from './oidc';

/** Leads to an issuer, and back to a path of this page. */
export function IssuerButtons({ issuers, to }: { issuers: readonly Issuer[]; to: string }) {
  const { signIn: words } = useTexts();
  const leave = useMutation({
    mutationFn: (issuer: Issuer) => addressOfSignIn(issuer, to),
    onSuccess: (address) => globalThis.location.assign(address),
  });
  const { error } = leave;
  return (
    <div className="form panel">
      {error && (
        <Alert color="red" role="alert">
          {words.failed[error instanceof SignInFailed ? error.reason : 'issuer']}
        </Alert>
      )}
      {issuers.map((issuer) => (
        <Button
          key={issuer.issuer + issuer.audience}
          size="md"
          fullWidth
          loading={leave.isPending || leave.isSuccess}
          onClick={() => leave.mutate(issuer)}
        >
          {words.with(new URL(issuer.issuer).host)}
        </Button>
      ))}
    </div>
  );
}
