import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { preferencesQuery } from '../state/preferences';
import { useLanguage } from '../text/language';

/** Shows the page as who is signed in chose it, here or in another browser; without an answer, as this browser has it. */
export function Preferred({ children }: { children: ReactNode }) {
  const { data, isPending } = useQuery(preferencesQuery);
  const { language, speak } = useLanguage();
  // Switching transitions off for a moment would put a style element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const isApplied = useRef(false);

  useEffect(() => {
    if (!data || isApplied.current) {
      return;
    }
    isApplied.current = true;
    const chosen = data.preferences;
    if (chosen.theme !== undefined && chosen.theme !== colorScheme) {
      setColorScheme(chosen.theme);
    }
    if (chosen.language !== undefined && chosen.language !== language) {
      speak(chosen.language);
    }
  }, [data, colorScheme, setColorScheme, language, speak]);

  return isPending ? <main className="alone" aria-busy="true" /> : children;
}
