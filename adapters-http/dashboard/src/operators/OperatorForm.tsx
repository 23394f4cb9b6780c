import { Button, Checkbox, Group, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { Operator, OperatorRole } from '../api/model';
import { Refused } from '../api/problem';
import { Failure } from '../parts/failure';
import { useTexts } from '../text/language';
import { useOperatorChanges } from './useOperators';

const ROLES: readonly OperatorRole[] = ['admin', 'operator', 'auditor'];

/** A new operator, or one that is there. */
export function OperatorForm({ operator, onClose }: { operator?: Operator; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.operators;
  const { create, amend } = useOperatorChanges();
  const [name, setName] = useState(operator?.name ?? '');
  const [email, setEmail] = useState(operator?.email ?? '');
  const [roles, setRoles] = useState<OperatorRole[]>(operator?.roles ?? ['operator']);
  const [password, setPassword] = useState('');
  const error = create.error ?? amend.error;
  const refused = error instanceof Refused ? error : undefined;
  const faultOf = (field: string) => refused?.faultOf(field);
  const isTold = ['name', 'email', 'roles', 'password'].some(faultOf);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = { name: name.trim(), email: email.trim(), roles };
    if (operator) {
      const whole = password ? { ...body, password } : body;
      amend.mutate({ id: operator.id, body: whole }, { onSuccess: onClose });
    } else {
      create.mutate({ ...body, password }, { onSuccess: onClose });
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={operator ? words.edit : words.new}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
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
        <TextInput
          label={texts.common.email}
          type="email"
          required
          withAsterisk={false}
          value={email}
          error={faultOf('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Checkbox.Group
          label={words.roles}
          value={roles}
          error={faultOf('roles')}
          onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
        >
          <Group mt={6}>
            {ROLES.map((role) => (
              <Checkbox key={role} value={role} label={texts.roles[role]} />
            ))}
          </Group>
        </Checkbox.Group>
        <PasswordInput
          label={operator ? words.newPassword : words.password}
          description={operator ? words.passwordKeep : words.passwordHint}
          autoComplete="new-password"
          required={!operator}
          withAsterisk={false}
          minLength={12}
          maxLength={200}
          value={password}
          error={faultOf('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {refused && !isTold && <Failure error={refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.common.cancel}
          </Button>
          <Button
            type="submit"
            disabled={roles.length === 0}
            loading={create.isPending || amend.isPending}
          >
            {operator ? texts.common.save : words.new}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
