import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Icon } from './Icon';

const PAUSE_MILLIS = 250;
const LENS = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  q: string;
  onSearch: (q: string) => void;
}

/** Asks when the reader pauses, not at each letter. What is typed is never replaced by its own result. */
export function SearchField({ label, placeholder, q, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (q !== asked) {
    // The address changed by something other than this field.
    setAsked(q);
    setTyped(q);
  }
  const ask = useEffectEvent((text: string) => {
    setAsked(text);
    onSearch(text);
  });
  useEffect(() => {
    if (typed === asked) {
      return;
    }
    const timer = setTimeout(() => ask(typed), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <TextInput
      type="search"
      className="search"
      data-hotkey="/"
      leftSection={<Icon path={LENS} size={16} />}
      aria-label={label}
      placeholder={placeholder}
      title={label}
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
