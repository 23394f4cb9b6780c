import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { ApiKeyRole, NewApiKey } from '../api/model';
import { Refused } from '../api/problem';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';
import { ShownOnce } from './ShownOnce';

const ROLES: readonly ApiKeyRole[] = ['operator', 'auditor', 'customer'];

/** A new key, which is shown when it is made and never again. */
export function ApiKeyForm({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const words = texts.apiKeys;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<ApiKeyRole>('operator');
  const [accountId, setAccountId] = useState('');
  const [expires, setExpires] = useState('');
  const [isTried, setTried] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const make = useMutation({
    mutationFn: (body: NewApiKey) => answer(api.POST('/v1/api-keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const refused = make.error instanceof Refused ? make.error : undefined;
  const isUnnamed = name.trim() === '';
  const isWithoutAccount = role === 'customer' && accountId.trim() === '';
  const faultOf = (field: string) => {
    const fault = refused?.faultOf(field);
    return fault && ruleText(texts, fault.detail);
  };
  const isTold = ['name', 'roles', 'accountId', 'expiresAt'].some(faultOf);

  const guard = make.data
    ? isCopied
      ? undefined
      : words.notCopied
    : isUnnamed
      ? undefined
      : texts.common.discard;
  const submit = () => {
    setTried(true);
    if (isUnnamed || isWithoutAccount) {
      return;
    }
    make.mutate({
      name: name.trim(),
      roles: [role],
      ...(role === 'customer' && { accountId: accountId.trim() }),
      ...(expires && { expiresAt: new Date(expires).toISOString() }),
    });
  };
  return (
    <Dialog title={make.data ? words.made : words.new} guard={guard} onClose={onClose}>
      {make.data ? (
        <ShownOnce secret={make.data.key} onCopy={() => setCopied(true)} onClose={onClose} />
      ) : (
        <Form error={make.error} onSubmit={submit}>
          <TextInput
            label={texts.common.name}
            data-autofocus
            value={name}
            error={isTried && isUnnamed ? texts.common.nameRequired : faultOf('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={words.role}
            value={role}
            error={faultOf('roles')}
            onChange={(event) =>
              setRole(ROLES.find((one) => one === event.currentTarget.value) ?? 'operator')
            }
            data={ROLES.map((one) => ({ value: one, label: texts.roles[one] }))}
          />
          {role === 'customer' && (
            <TextInput
              label={words.account}
              description={words.accountHint}
              value={accountId}
              error={isTried && isWithoutAccount ? words.accountRequired : faultOf('accountId')}
              onChange={(event) => setAccountId(event.currentTarget.value)}
            />
          )}
          <TextInput
            type="datetime-local"
            label={words.expires}
            description={words.expiresHint}
            value={expires}
            error={faultOf('expiresAt')}
            onChange={(event) => setExpires(event.currentTarget.value)}
          />
          {refused && !isTold && <Failure error={refused} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {words.new}
            </Button>
          </Group>
        </Form>
      )}
    </Dialog>
  );
}
