import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { Verification } from '../api/model';
import { Failure } from '../parts/failure';
import { When } from '../parts/When';
import { useLanguage, useTexts } from '../text/language';

/** Checks the chain of the last 30 days when asked to: it reads every entry. */
export function VerifyChain() {
  const { texts, format } = useLanguage();
  const { audit } = texts;
  const verify = useMutation({ mutationFn: () => answer(api.GET('/v1/audit/verification')) });
  const { data } = verify;
  return (
    <div className="verification">
      {data?.intact && (
        <Alert color="green" role="status">
          {audit.intact(format.number(data.entries))}{' '}
          {data.unchained > 0 && audit.unchained(format.number(data.unchained))}
        </Alert>
      )}
      {data && !data.intact && (
        <Alert color="red" role="alert" title={audit.broken}>
          <Break broken={data.firstBroken} />
        </Alert>
      )}
      {verify.isError && <Failure error={verify.error} />}
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {audit.verify}
      </Button>
    </div>
  );
}

function Break({ broken }: { broken: Verification['firstBroken'] }) {
  const { common } = useTexts();
  return broken ? (
    <p>
      <strong>{broken.fault}</strong> {broken.id && `${common.id} ${broken.id}`}{' '}
      {broken.at && <When at={broken.at} />}
    </p>
  ) : null;
}
