import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { AppearanceItems } from '../../parts/AppearanceItems';
import { Icon } from '../../parts/Icon';
import { ownAccount } from '../session/account';
import { end } from '../session/session';
import { keepBasket } from '../basket/stored';
import { useSession } from '../session/useSession';
import { useLanguage } from '../text/language';

const LINES = 'M4 7h16M4 12h16M4 17h16';

/** The theme and language of the page, and the way out. */
export function SettingsMenu() {
  const { texts, language, speak } = useLanguage();
  const isIn = useSession() === 'in';
  const { data: account } = useQuery({ ...ownAccount, enabled: isIn });
  const [, go] = useLocation();
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
        <AppearanceItems words={texts.menu} language={language} speak={speak} />
        <Menu.Divider />
        <Menu.Item component="a" href="/store/docs" target="_blank" rel="noreferrer">
          {texts.menu.reference}
        </Menu.Item>
        {isIn && <Menu.Item onClick={signOut}>{texts.menu.signOut}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
