import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Refused } from '../api/problem';
import { Form } from '../dialog/Form';
import { Failure } from '../parts/failure';
import { faultText, ruleText } from '../text/faults';
import { useTexts } from '../text/language';
import { faultsOfPairs } from './metadata';
import { MetadataEditor } from './MetadataEditor';
import type { Profile, TextField } from './profile';

interface ProfileFormProps {
  profile: Profile;
  onChange: (profile: Profile) => void;
  onSubmit: () => void;
  onCancel: () => void;
  action: string;
  isBusy: boolean;
  error: unknown;
  children?: ReactNode;
}

/** Where the server's faults and the fields meet. */
const POINTERS: Record<TextField, string> = {
  name: 'name',
  email: 'email',
  country: 'taxId/country',
  taxValue: 'taxId/value',
};

/** What the server will not have to tell. */
function faultsOf(profile: Profile, words: ReturnType<typeof useTexts>) {
  const { form } = words.account;
  const hasCountry = profile.country.trim() !== '';
  const hasTax = profile.taxValue.trim() !== '';
  return {
    ...(!profile.name.trim() && { name: form.nameRequired }),
    ...(!profile.email.trim() && { email: form.emailRequired }),
    ...(hasTax && !hasCountry && { country: form.countryRequired }),
    ...(hasCountry && !hasTax && { taxValue: form.taxRequired }),
  } satisfies Partial<Record<TextField, string>>;
}

/** The fields of an account, for a new one and for one that is there. */
export function ProfileForm(props: ProfileFormProps) {
  const { profile, onChange, onSubmit, onCancel, action, isBusy, error, children } = props;
  const texts = useTexts();
  const words = texts.account.form;
  const [isTried, setTried] = useState(false);
  const faults: Partial<Record<TextField, string>> = faultsOf(profile, texts);
  const pairFaults = faultsOfPairs(profile.metadata);
  const refused = error instanceof Refused ? error : undefined;

  const metadataFaults = (refused?.faultsUnder('metadata') ?? []).map((fault) =>
    faultText(texts, fault),
  );
  const fieldOf = (name: TextField) => ({
    name,
    value: profile[name],
    error: (isTried ? faults[name] : undefined) ?? serverFault(refused, name, texts),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...profile, [name]: event.currentTarget.value }),
  });
  const isTold =
    metadataFaults.length > 0 ||
    (Object.keys(POINTERS) as TextField[]).some((name) => serverFault(refused, name, texts));
  const submit = () => {
    setTried(true);
    if (Object.keys(faults).length === 0 && pairFaults.size === 0) {
      onSubmit();
    }
  };
  return (
    <Form error={error} onSubmit={submit}>
      <TextInput label={texts.common.name} data-autofocus maxLength={200} {...fieldOf('name')} />
      <TextInput label={texts.common.email} type="email" {...fieldOf('email')} />
      <div className="pair">
        <TextInput
          label={words.country}
          description={words.countryHint}
          maxLength={2}
          {...fieldOf('country')}
        />
        <TextInput
          label={words.taxValue}
          description={words.taxHint}
          maxLength={40}
          {...fieldOf('taxValue')}
        />
      </div>
      <MetadataEditor
        pairs={profile.metadata}
        faults={isTried ? pairFaults : new Map()}
        refused={metadataFaults}
        onChange={(metadata) => onChange({ ...profile, metadata })}
      />
      {children}
      {refused && !isTold && refused.status !== 412 && <Failure error={refused} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
        <Button type="submit" loading={isBusy}>
          {action}
        </Button>
      </Group>
    </Form>
  );
}

function serverFault(
  refused: Refused | undefined,
  field: TextField,
  texts: ReturnType<typeof useTexts>,
): string | undefined {
  if (refused?.type === 'email-taken' && field === 'email') {
    return texts.failures['email-taken'];
  }
  if (refused?.type === 'tax-id-taken' && field === 'taxValue') {
    return texts.failures['tax-id-taken'];
  }
  const fault = refused?.faultOf(POINTERS[field]);
  return fault && ruleText(texts, fault.detail);
}
