import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../text/language';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes a whole id alone: a part of one selects nothing. */
export function AccountField({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const { audit, faults } = useTexts();
  const [typed, setTyped] = useState(id);
  const [known, setKnown] = useState(id);
  if (known !== id) {
    setKnown(id);
    setTyped(id);
  }
  const value = typed.trim();
  const isWhole = value === '' || ID.test(value);
  const done = () => isWhole && onChange(value.toLowerCase());
  return (
    <TextInput
      label={audit.account}
      value={typed}
      error={!isWhole && faults.id}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          done();
        }
      }}
    />
  );
}
