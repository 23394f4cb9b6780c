import { en, type Texts } from './en';
import type { Format } from './format';
import { languagesOf } from './languages';

export const { spokenAtStart, LanguageProvider, useLanguage } = languagesOf<Texts>(
  en,
  async () => (await import('./pt')).pt,
);

export const useTexts = (): Texts => useLanguage().texts;
export const useFormat = (): Format => useLanguage().format;
