import { Menu, useMantineColorScheme, UnstyledButton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { signOut } from '../api/session';
import { Icon } from '../parts/Icon';
import { onDemand } from './onDemand';
import { keepChoice, readChoice } from '../state/cookies';
import { useLanguage } from '../text/language';
import { useMe } from './me';

const ChangePassword = onDemand(() => import('../password/ChangePassword'));

const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = [
  ['en', 'English'],
  ['pt', 'Português'],
] as const;
const CHECK = 'M5 12l5 5L20 7';
const OUT = 'M15 4h4v16h-4M10 8l-4 4 4 4M6 12h10';

/** The signed-in user, the theme and language of the page, and the sign-out. */
export function UserMenu() {
  const me = useMe();
  const [isChanging, setChanging] = useState(false);
  const [countsViews, setCountsViews] = useState(() => readChoice('count-views') === 'yes');
  const { texts, language, speak } = useLanguage();
  // Switching transitions off for a moment would put a style element into the page.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const roles = me.roles.map((role) => texts.roles[role]).join(', ');
  const check = (isChosen: boolean) => (isChosen ? <Icon path={CHECK} size={14} /> : undefined);
  return (
    <>
      {isChanging && (
        <Suspense>
          <ChangePassword onClose={() => setChanging(false)} />
        </Suspense>
      )}
      <Menu position="top-start" width={220} withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className="user" aria-label={texts.user.menu(me.name)}>
            <span className="avatar" aria-hidden="true">
              {me.name.slice(0, 1).toUpperCase()}
            </span>
            <span className="user-words">
              <strong>{me.name}</strong>
              <small>{roles}</small>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{texts.user.theme}</Menu.Label>
          {THEMES.map((theme) => (
            <Menu.Item
              key={theme}
              onClick={() => setColorScheme(theme)}
              rightSection={check(colorScheme === theme)}
            >
              {texts.user[theme]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{texts.user.language}</Menu.Label>
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
          <Menu.Label>{texts.user.preferences}</Menu.Label>
          <Menu.Item
            title={texts.user.countViewsHint}
            closeMenuOnClick={false}
            rightSection={check(countsViews)}
            onClick={() => {
              keepChoice('count-views', countsViews ? 'no' : 'yes');
              setCountsViews(!countsViews);
            }}
          >
            {texts.user.countViews}
          </Menu.Item>
          <Menu.Divider />
          {me.kind === 'operator' && (
            <Menu.Item onClick={() => setChanging(true)}>{texts.password.change}</Menu.Item>
          )}
          <Menu.Item component="a" href="/docs" target="_blank" rel="noreferrer">
            {texts.user.documentation}
          </Menu.Item>
          <Menu.Item leftSection={<Icon path={OUT} size={16} />} onClick={() => void signOut()}>
            {texts.user.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
