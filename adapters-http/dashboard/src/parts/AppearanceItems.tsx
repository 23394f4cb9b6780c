import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { checkmark } from './checkmark';

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = [
  ['en', 'English'],
  ['pt', 'Português'],
] as const;

type Language = (typeof LANGUAGES)[number][0];

type Words = Record<(typeof THEMES)[number] | 'theme' | 'language', string>;

/** The items of a menu that choose the theme and the language of the page. */
export function AppearanceItems({
  words,
  language,
  speak,
  onTheme,
}: {
  words: Words;
  language: Language;
  speak: (language: Language) => void;
  /** Learns of a chosen theme, beside the page itself. */
  onTheme?: (theme: MantineColorScheme) => void;
}) {
  // Switching transitions off for a moment would put a style element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <>
      <Menu.Label>{words.theme}</Menu.Label>
      {THEMES.map((theme) => (
        <Menu.Item
          key={theme}
          onClick={() => {
            setColorScheme(theme);
            onTheme?.(theme);
          }}
          rightSection={checkmark(colorScheme === theme)}
        >
          {words[theme]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{words.language}</Menu.Label>
      {LANGUAGES.map(([code, label]) => (
        <Menu.Item
          key={code}
          lang={code}
          onClick={() => speak(code)}
          rightSection={checkmark(language === code)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}
