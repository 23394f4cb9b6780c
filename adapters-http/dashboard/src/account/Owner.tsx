import { Button, Select } from '@mantine/core';
import { answer, api } from '../api/client';
import { useMay, useMe } from '../app/me';
import { usePeople } from '../audit/usePeople';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Page';
import { useCommand } from '../parts/useCommand';
import { When } from '../parts/When';
import { useTexts } from '../text/language';
import { careKey, useCare } from './useCare';

const OPERATOR = 'operator:';

/** Who owns the relationship with an account, and why the account is suspended. */
export function Owner({ id }: { id: string }) {
  const { care: words, failures } = useTexts();
  const care = useCare(id);
  const may = useMay();
  const { nameOf } = usePeople();
  const owner = care.data?.owner;
  const suspension = care.data?.suspension;
  return (
    <Panel title={words.title} className="care">
      <Loading query={care} rows={1} title={failures.loads.care} />
      {suspension && (
        <p className="suspension" role="note">
          {words.suspended(suspension.actorName ?? nameOf(suspension.actor))}{' '}
          <When at={suspension.since} />
          {suspension.reason && (
            <>
              : <strong>{suspension.reason}</strong>
            </>
          )}
        </p>
      )}
      {care.data && (
        <div className="owner">
          <span>
            {owner ? (
              <>
                <strong>{owner.name ?? words.former}</strong>{' '}
                <span className="faint">
                  {words.since} <When at={owner.since} />
                </span>
              </>
            ) : (
              <span className="faint">{words.none}</span>
            )}
          </span>
          {may('changeAccounts') && <OwnerControls id={id} owner={owner?.operatorId} />}
        </div>
      )}
    </Panel>
  );
}

/** Those who see the team choose from it; others take an account over, or give it up. */
function OwnerControls({ id, owner }: { id: string; owner: string | undefined }) {
  const { care: words } = useTexts();
  const me = useMe();
  const may = useMay();
  const { choices } = usePeople();
  const assign = useCommand({
    send: (operatorId: string | undefined) => {
      const params = { path: { id } };
      return operatorId
        ? answer(api.PUT('/v1/accounts/{id}/owner', { params, body: { operatorId } }))
        : answer(api.DELETE('/v1/accounts/{id}/owner', { params }));
    },
    done: (_, operatorId) => [operatorId ? words.assigned : words.released],
    changes: [careKey(id)],
    thing: 'account',
  });
  if (may('readOperators')) {
    return (
      <Select
        size="xs"
        aria-label={words.title}
        placeholder={words.choose}
        data={choices.filter(({ value }) => value.startsWith(OPERATOR))}
        value={owner ? `${OPERATOR}${owner}` : null}
        disabled={assign.isPending}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words.release }}
        onChange={(value) => assign.mutate(value?.slice(OPERATOR.length))}
      />
    );
  }
  const isMine = owner === me.id;
  return (
    <Button
      size="xs"
      variant="default"
      loading={assign.isPending}
      onClick={() => assign.mutate(isMine ? undefined : me.id)}
    >
      {isMine ? words.release : words.take}
    </Button>
  );
}
