import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../api/problem';
import { Form } from '../dialog/Form';
import { AccountField } from '../parts/AccountField';
import { Failure } from '../parts/failure';
import { ruleText } from '../text/faults';
import { useTexts } from '../text/language';
import { faultsOf, type WebhookFields } from './fields';
import { TypesField } from './TypesField';

interface WebhookFormProps {
  fields: WebhookFields;
  isNew: boolean;
  action: string;
  isBusy: boolean;
  error: unknown;
  onChange: (fields: WebhookFields) => void;
  onSubmit: () => void;
  onCancel: () => void;
}

const FIELDS: readonly string[] = ['name', 'url', 'types', 'lanes', 'accountId', 'after'];

/** The fields of a webhook, of a new one or one that stands. */
export function WebhookForm(props: WebhookFormProps) {
  const { fields, isNew, action, isBusy, error, onChange, onSubmit, onCancel } = props;
  const texts = useTexts();
  const { webhooks: words, common } = texts;
  const [isTried, setTried] = useState(false);
  const refused = error instanceof Refused ? error : undefined;
  const faults = faultsOf(fields);
  const faultOf = (field: keyof WebhookFields) => {
    const own = isTried ? faults[field] : undefined;
    const [told] = refused?.faultsUnder(field) ?? [];
    return own ? words.faults[own] : told && ruleText(texts, told.detail);
  };
  const isTold = FIELDS.some((field) => refused?.faultsUnder(field).length);
  const change = (changes: Partial<WebhookFields>) => onChange({ ...fields, ...changes });
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0) {
      onSubmit();
    }
  };
  return (
    <Form error={error} onSubmit={submit}>
      <TextInput
        label={common.name}
        data-autofocus
        value={fields.name}
        maxLength={200}
        error={faultOf('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.url}
        description={words.urlHint}
        inputMode="url"
        spellCheck={false}
        value={fields.url}
        maxLength={2000}
        error={faultOf('url')}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TypesField
        types={fields.types}
        error={faultOf('types')}
        onChange={(types) => change({ types })}
      />
      <Checkbox
        label={words.full}
        description={words.fullHint}
        checked={fields.payload === 'full'}
        onChange={(event) => change({ payload: event.currentTarget.checked ? 'full' : 'thin' })}
      />
      <AccountField id={fields.accountId} onChange={(accountId) => change({ accountId })} />
      {isNew && (
        <NativeSelect
          label={words.order}
          description={words.orderHint}
          value={fields.lanes}
          error={faultOf('lanes')}
          data={[
            { value: '16', label: words.lanes(16) },
            { value: '64', label: words.lanes(64) },
            { value: '1', label: words.lanes(1) },
          ]}
          onChange={(event) => change({ lanes: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.after}
        description={isNew ? words.afterHintNew : words.afterHint}
        inputMode="numeric"
        value={fields.after}
        maxLength={16}
        error={faultOf('after')}
        onChange={(event) => change({ after: event.currentTarget.value })}
      />
      {refused && !isTold && <Failure error={refused} thing="webhook" />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
        <Button type="submit" loading={isBusy}>
          {action}
        </Button>
      </Group>
    </Form>
  );
}
