import type { Format } from '../../text/format';
import { languagesOf } from '../../text/languages';
import { en, type Texts } from './en';

export const { spokenAtStart, LanguageProvider, useLanguage } = languagesOf<Texts>(
  en,
  async () => (await import('./pt')).pt,
);

export const useTexts = (): Texts => useLanguage().texts;
export const useFormat = (): Format => useLanguage().format;
