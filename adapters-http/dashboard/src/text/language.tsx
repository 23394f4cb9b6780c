import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepChoice, readChoice } from '../state/cookies';
import { en, type Texts } from './en';
import { formatOf, type Format } from './format';

export type Language = 'en' | 'pt';

interface Spoken {
  language: Language;
  texts: Texts;
}

interface LanguageContext extends Spoken {
  format: Format;
  speak: (language: Language) => void;
}

const Context = createContext<LanguageContext | undefined>(undefined);

async function textsOf(language: Language): Promise<Texts> {
  return language === 'pt' ? (await import('./pt')).pt : en;
}

/** The reader's own locale where it is of this language: dates differ between Lisbon and Rio. */
export function localeOf(language: Language): string {
  const own = navigator.languages.find((tag) => tag.toLowerCase().startsWith(language));
  return own ?? (language === 'pt' ? 'pt-BR' : 'en');
}

/** What was chosen before, else what the browser asks for first. */
export async function spokenAtStart(): Promise<Spoken> {
  const kept = readChoice('language');
  const first = navigator.languages.find((tag) => /^(en|pt)\b/i.test(tag)) ?? 'en';
  const language: Language = (kept ?? first).toLowerCase().startsWith('pt') ? 'pt' : 'en';
  return { language, texts: await textsOf(language) };
}

export function LanguageProvider({ start, children }: { start: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(start);
  const context = useMemo(() => {
    const locale = localeOf(spoken.language);
    return {
      ...spoken,
      format: formatOf(locale),
      speak: (language: Language) => {
        keepChoice('language', language);
        void textsOf(language).then((texts) => setSpoken({ language, texts }));
      },
    };
  }, [spoken]);
  useEffect(() => {
    document.documentElement.lang = localeOf(spoken.language);
  }, [spoken.language]);
  return <Context value={context}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error('no language around');
  }
  return context;
}

export const useTexts = (): Texts => useLanguage().texts;
export const useFormat = (): Format => useLanguage().format;
