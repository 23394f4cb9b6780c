import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { answer, api } from '../api/client';
import type { ApiKeyRole, NewApiKey } from '../api/model';
import { Refused } from '../api/problem';
import { Failure } from '../parts/failure';
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
  const make = useMutation({
    mutationFn: (body: NewApiKey) => answer(api.POST('/v1/api-keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const refused = make.error instanceof Refused ? make.error : undefined;
  const faultOf = (field: string) => refused?.faultOf(field);
  const isTold = ['name', 'roles', 'accountId', 'expiresAt'].some(faultOf);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate({
      name: name.trim(),
      roles: [role],
      ...(role === 'customer' && { accountId: accountId.trim() }),
      ...(expires && { expiresAt: new Date(expires).toISOString() }),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={make.data ? words.made : words.new}
      closeOnClickOutside={!make.data}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {make.data ? (
        <ShownOnce secret={make.data.key} onClose={onClose} />
      ) : (
        <form className="form" onSubmit={submit}>
          <TextInput
            label={texts.common.name}
            required
            withAsterisk={false}
            data-autofocus
            value={name}
            error={faultOf('name')}
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
              required
              withAsterisk={false}
              value={accountId}
              error={faultOf('accountId')}
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
        </form>
      )}
    </Modal>
  );
}
