import { Button, Checkbox, Group, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Operator, OperatorRole } from '../api/model';
import { Refused } from '../api/problem';
import { Dialog } from '../dialog/Dialog';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { ruleText } from '../text/faults';
import { useTelling } from '../parts/Toasts';
import { useTexts } from '../text/language';
import { useOperatorChanges } from './useOperators';

const ROLES: readonly OperatorRole[] = ['admin', 'operator', 'auditor'];

/** A new operator, or one that is there. */
export function OperatorForm({ operator, onClose }: { operator?: Operator; onClose: () => void }) {
  const texts = useTexts();
  const words = texts.operators;
  const { create, amend } = useOperatorChanges();
  const { tell } = useTelling();
  const [name, setName] = useState(operator?.name ?? '');
  const [email, setEmail] = useState(operator?.email ?? '');
  const [roles, setRoles] = useState<OperatorRole[]>(operator?.roles ?? ['operator']);
  const [password, setPassword] = useState('');
  const error = create.error ?? amend.error;
  const refused = error instanceof Refused ? error : undefined;
  const [isTried, setTried] = useState(false);
  const own = {
    ...(!name.trim() && { name: texts.common.nameRequired }),
    ...(!email.trim() && { email: texts.common.emailRequired }),
    ...(roles.length === 0 && { roles: words.roleRequired }),
    ...(((!operator && !password) || (password && password.length < 12)) && {
      password: words.passwordHint,
    }),
  } as Record<string, string | undefined>;
  const faultOf = (field: string) => {
    const fault = refused?.faultOf(field);
    const taken = field === 'email' && refused?.type === 'email-taken';
    return (
      (isTried ? own[field] : undefined) ??
      (taken ? texts.failures['email-taken-operator'] : fault && ruleText(texts, fault.detail))
    );
  };
  const isChanged =
    name !== (operator?.name ?? '') || email !== (operator?.email ?? '') || password !== '';
  const isTold = ['name', 'email', 'roles', 'password'].some(faultOf);

  const done = (text: string) => () => {
    tell(text);
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (Object.keys(own).length > 0) {
      return;
    }
    const body = { name: name.trim(), email: email.trim(), roles };
    if (operator) {
      const whole = password ? { ...body, password } : body;
      amend.mutate({ id: operator.id, body: whole }, { onSuccess: done(words.saved) });
    } else {
      create.mutate({ ...body, password }, { onSuccess: done(words.made) });
    }
  };
  return (
    <Dialog
      title={operator ? words.edit : words.new}
      guard={isChanged ? texts.common.discard : undefined}
      onClose={onClose}
    >
      <Form error={error} onSubmit={submit}>
        <TextInput
          label={texts.common.name}
          data-autofocus
          value={name}
          error={faultOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={texts.common.email}
          type="email"
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
          <Button type="submit" loading={create.isPending || amend.isPending}>
            {operator ? texts.common.save : words.new}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
