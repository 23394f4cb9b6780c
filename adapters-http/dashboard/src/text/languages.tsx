import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepChoice, readChoice } from '../state/cookies';
import { formatOf, type Format } from './format';

export type Language = 'en' | 'pt';

/** A language and all its texts. */
export interface Spoken<T> {
  language: Language;
  texts: T;
}

interface LanguageContext<T> extends Spoken<T> {
  format: Format;
  speak: (language: Language) => void;
}

/** The reader's own locale where it is of this language: dates differ between Lisbon and Rio. */
function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language));
  return own ?? (language === 'pt' ? 'pt-BR' : 'en');
}

/** The languages of one page, of which English is always loaded. */
export function languagesOf<T>(en: T, loadPortuguese: () => Promise<T>) {
  const Context = createContext<LanguageContext<T> | undefined>(undefined);

  const textsOf = async (language: Language): Promise<T> =>
    language === 'pt' ? await loadPortuguese() : en;

  /** What was chosen before, else what the browser asks for first. */
  const spokenAtStart = async (): Promise<Spoken<T>> => {
    const kept = readChoice('language');
    const first = navigator.languages.find((tag) => /^(en|pt)\b/i.test(tag)) ?? 'en';
    const language: Language = (kept ?? first).toLowerCase().startsWith('pt') ? 'pt' : 'en';
    return { language, texts: await textsOf(language) };
  };

  function LanguageProvider({ start, children }: { start: Spoken<T>; children: ReactNode }) {
    const [spoken, setSpoken] = useState(start);
    const context = useMemo(
      () => ({
        ...spoken,
        format: formatOf(localeOf(spoken.language)),
        speak: (language: Language) => {
          keepChoice('language', language);
          void textsOf(language).then((texts) => setSpoken({ language, texts }));
        },
      }),
      [spoken],
    );
    useEffect(() => {
      document.documentElement.lang = localeOf(spoken.language);
    }, [spoken.language]);
    return <Context value={context}>{children}</Context>;
  }

  const useLanguage = (): LanguageContext<T> => {
    const context = useContext(Context);
    if (!context) {
      throw new Error('no language around');
    }
    return context;
  };

  return { spokenAtStart, LanguageProvider, useLanguage };
}
