import { Alert, Button, Group, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { answer, api } from '../api/client';
import { Refused } from '../api/problem';
import { passwordChanged } from '../api/session';
import { failureText } from '../parts/failure';
import { useLanguage } from '../text/language';

const CURRENT = 'currentPassword';
const NEW = 'newPassword';

interface PasswordFormProps {
  onDone: () => void;
  /** Leaves the password as it is. */
  onCancel: () => void;
  cancel: string;
}

/** The current password and the next one. */
export function PasswordForm({ onDone, onCancel, cancel }: PasswordFormProps) {
  const { texts, format } = useLanguage();
  const words = texts.password;
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState('');
  const currentField = useRef<HTMLInputElement>(null);
  const newField = useRef<HTMLInputElement>(null);
  const change = useMutation({
    mutationFn: async () => {
      const body = { currentPassword: current, newPassword: chosen };
      await answer(api.POST('/v1/me/password', { body }));
      await passwordChanged();
    },
    onSuccess: onDone,
    onError: (error) => {
      const isCurrent = error instanceof Refused && error.faultOf(CURRENT) !== undefined;
      (isCurrent ? currentField : newField).current?.focus();
    },
  });
  const refused = change.error instanceof Refused ? change.error : undefined;
  const isCurrentWrong = refused?.faultOf(CURRENT) !== undefined;
  const fault = refused?.faultOf(NEW);
  const message =
    refused?.status === 429
      ? texts.signIn.limited(format.number(refused.retryAfterSeconds ?? 10))
      : change.error && !isCurrentWrong && fault === undefined
        ? failureText(texts, change.error)
        : undefined;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className="form" onSubmit={submit}>
      {message && (
        <Alert color="red" role="alert">
          {message}
        </Alert>
      )}
      <PasswordInput
        ref={currentField}
        label={words.current}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        value={current}
        error={isCurrentWrong && words.wrong}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        ref={newField}
        label={words.next}
        description={words.hint}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={12}
        maxLength={200}
        value={chosen}
        error={fault === undefined ? undefined : ruleText(words, fault.detail)}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {words.change}
        </Button>
      </Group>
    </form>
  );
}

interface RuleWords {
  hint: string;
  common: string;
  personal: string;
  same: string;
}

/** The server's rule in the words of the page. */
function ruleText(words: RuleWords, rule: string): string {
  if (rule.includes('common')) {
    return words.common;
  }
  if (rule.includes('name')) {
    return words.personal;
  }
  return rule.includes('current') ? words.same : words.hint;
}
