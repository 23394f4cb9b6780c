import { Menu, UnstyledButton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { signOut } from '../api/session';
import { AppearanceItems } from '../parts/AppearanceItems';
import { checkmark } from '../parts/checkmark';
import { Icon } from '../parts/Icon';
import { onDemand } from './onDemand';
import { keepChoice, readChoice } from '../state/cookies';
import { useRemember } from '../state/preferences';
import { useLanguage } from '../text/language';
import { useMe } from './me';

const ChangePassword = onDemand(() => import('../password/ChangePassword'));

const OUT = 'M15 4h4v16h-4M10 8l-4 4 4 4M6 12h10';

/** The signed-in user, the theme and language of the page, and the sign-out. */
export function UserMenu() {
  const me = useMe();
  const remember = useRemember();
  const [isChanging, setChanging] = useState(false);
  const [countsViews, setCountsViews] = useState(() => readChoice('count-views') === 'yes');
  const { texts, language, speak } = useLanguage();
  const roles = me.roles.map((role) => texts.roles[role]).join(', ');
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
          <AppearanceItems
            words={texts.user}
            language={language}
            speak={(chosen) => {
              speak(chosen);
              remember({ language: chosen });
            }}
            onTheme={(theme) => remember({ theme })}
          />
          <Menu.Divider />
          <Menu.Label>{texts.user.preferences}</Menu.Label>
          <Menu.Item
            title={texts.user.countViewsHint}
            closeMenuOnClick={false}
            rightSection={checkmark(countsViews)}
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
