import type { MantineColorSchemeManager } from '@mantine/core';
import { keepChoice, readChoice } from './cookies';

export type Theme = 'auto' | 'light' | 'dark';

const THEMES: readonly string[] = ['auto', 'light', 'dark'] satisfies Theme[];

function isTheme(value: string | undefined): value is Theme {
  return value !== undefined && THEMES.includes(value);
}

/** Keeps the theme in a cookie. */
export const themeManager: MantineColorSchemeManager = {
  get: (standard) => {
    const kept = readChoice('theme');
    return isTheme(kept) ? kept : standard;
  },
  set: (theme) => keepChoice('theme', theme),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => keepChoice('theme', 'auto'),
};
