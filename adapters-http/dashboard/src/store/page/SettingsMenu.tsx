import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Icon } from '../../parts/Icon';
import { ownAccount } from '../session/account';
import { end } from '../session/session';
import { keepBasket } from '../basket/stored';
import { useSession } from '../session/useSession';
import { useLanguage } from '../text/language';

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = [
  ['en', 'English'],
  ['pt', 'Português'],
] as const;
const CHECK = 'M5 12l5 5L20 7';
const LINES = 'M4 7h16M4 12h16M4 17h16';

/** The theme and language of the page, and the way out. */
export function SettingsMenu() {
  const { texts, language, speak } = useLanguage();
  const isIn = useSession() === 'in';
  const { data: account } = useQuery({ ...ownAccount, enabled: isIn });
  const [, go] = useLocation();
  // Switching transitions off for a moment would put a style element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const check = (isChosen: boolean) => (isChosen ? <Icon path={CHECK} size={14} /> : undefined);
  const signOut = () => {
    end();
    keepBasket(undefined);
    go('/');
  };
  return (
    <Menu position="bottom-end" width={220} withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={texts.menu.label}>
          <Icon path={LINES} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isIn && account && <Menu.Label>{texts.menu.signedInAs(account.name)}</Menu.Label>}
        <Menu.Label>{texts.menu.theme}</Menu.Label>
        {THEMES.map((theme) => (
          <Menu.Item
            key={theme}
            onClick={() => setColorScheme(theme)}
            rightSection={check(colorScheme === theme)}
          >
            {texts.menu[theme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{texts.menu.language}</Menu.Label>
        {LANGUAGES.map(([code, label]) => (
          <Menu.Item
            key={code}
            lang={code}
            onClick={() => speak(code)}
            rightSection={check(language === code)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/store/docs" target="_blank" rel="noreferrer">
          {texts.menu.reference}
        </Menu.Item>
        {isIn && <Menu.Item onClick={signOut}>{texts.menu.signOut}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
