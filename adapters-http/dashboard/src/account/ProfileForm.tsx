import { Button, Group, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Refused } from '../api/problem';
import { Failure } from '../parts/failure';
import { useTexts } from '../text/language';
import { metadataOf, type Profile } from './profile';

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
const POINTERS: Record<keyof Profile, string> = {
  name: 'name',
  email: 'email',
  country: 'taxId/country',
  taxValue: 'taxId/value',
  metadata: 'metadata',
};

/** What the server will not have to tell. */
function faultsOf(profile: Profile, words: ReturnType<typeof useTexts>) {
  const { form } = words.account;
  const hasCountry = profile.country.trim() !== '';
  const hasTax = profile.taxValue.trim() !== '';
  return {
    ...(!profile.name.trim() && { name: words.common.required }),
    ...(!profile.email.trim() && { email: words.common.required }),
    ...(hasTax && !hasCountry && { country: form.taxBoth }),
    ...(hasCountry && !hasTax && { taxValue: form.taxBoth }),
    ...(!metadataOf(profile.metadata) && { metadata: form.metadataShape }),
  } satisfies Partial<Profile>;
}

/** The fields of an account, for a new one and for one that is there. */
export function ProfileForm(props: ProfileFormProps) {
  const { profile, onChange, onSubmit, onCancel, action, isBusy, error, children } = props;
  const texts = useTexts();
  const words = texts.account.form;
  const [isTried, setTried] = useState(false);
  const faults: Partial<Profile> = faultsOf(profile, texts);
  const refused = error instanceof Refused ? error : undefined;

  const fieldOf = (name: keyof Profile) => ({
    name,
    value: profile[name],
    error: (isTried ? faults[name] : undefined) ?? serverFault(refused, name, texts),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...profile, [name]: event.currentTarget.value }),
  });
  const isTold = (Object.keys(POINTERS) as (keyof Profile)[]).some((name) =>
    serverFault(refused, name, texts),
  );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) {
      onSubmit();
    }
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
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
      <Textarea
        label={words.metadata}
        description={words.metadataHint}
        rows={4}
        spellCheck={false}
        {...fieldOf('metadata')}
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
    </form>
  );
}

function serverFault(
  refused: Refused | undefined,
  field: keyof Profile,
  { failures }: ReturnType<typeof useTexts>,
): string | undefined {
  if (refused?.type === 'email-taken' && field === 'email') {
    return failures['email-taken'];
  }
  if (refused?.type === 'tax-id-taken' && field === 'taxValue') {
    return failures['tax-id-taken'];
  }
  return refused?.faultOf(POINTERS[field]);
}
