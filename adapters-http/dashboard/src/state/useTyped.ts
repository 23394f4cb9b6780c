import { useState } from 'react';

/** A text that is being typed. It follows the value that it was typed for, which a saved view may change. */
export function useTyped(value: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const [followed, setFollowed] = useState(value);
  if (value !== followed) {
    setFollowed(value);
    setTyped(value);
  }
  return [typed, setTyped];
}
