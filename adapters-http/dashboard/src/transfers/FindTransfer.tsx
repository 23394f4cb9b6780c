import { TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTexts } from '../text/language';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens the transfer of an id. */
export function FindTransfer({ onFound }: { onFound: (id: string) => void }) {
  const { transfers: words, faults } = useTexts();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const id = typed.trim().toLowerCase();
    setRefused(!ID.test(id));
    if (ID.test(id)) {
      setTyped('');
      onFound(id);
    }
  };
  return (
    <form role="search" onSubmit={submit}>
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        value={typed}
        error={isRefused && faults.id}
        onChange={(event) => {
          setRefused(false);
          setTyped(event.currentTarget.value);
        }}
      />
    </form>
  );
}
