import { UnstyledButton } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import mark from '../icon.svg';
import { Icon } from '../parts/Icon';
import { useTexts } from '../text/language';
import { useMay } from './me';
import { GROUPS, PAGES, type PageEntry } from './pages';
import { UserMenu } from './UserMenu';

const MENU = 'M4 6h16M4 12h16M4 18h16';

/** The menu of pages, in groups, and the user. On a narrow screen a button opens it. */
export function Sidebar() {
  const texts = useTexts();
  const may = useMay();
  const [location] = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === location;
  const pages = PAGES.filter((page) => may(page.grant));
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setOpenAt(undefined);
    }
  };
  return (
    // Escape closes the opened menu from any of its links.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={isOpen ? 'side is-open' : 'side'} onKeyDown={close}>
      <Link href="/" className="brand">
        <img src={mark} alt="" width={28} height={28} />
        <span>{texts.name}</span>
      </Link>
      <UnstyledButton
        className="side-toggle"
        aria-label={texts.nav.open}
        aria-expanded={isOpen}
        onClick={() => setOpenAt(isOpen ? undefined : location)}
      >
        <Icon path={MENU} />
      </UnstyledButton>
      <nav aria-label={texts.nav.label}>
        {GROUPS.map((group) => (
          <Group
            key={group}
            label={group === 'home' ? undefined : texts.nav[group]}
            pages={pages.filter((page) => page.group === group)}
          />
        ))}
      </nav>
      <UserMenu />
    </aside>
  );
}

function Group({ label, pages }: { label: string | undefined; pages: readonly PageEntry[] }) {
  const links = pages.map((page) => <PageLink key={page.path} page={page} />);
  if (pages.length === 0 || label === undefined) {
    return links;
  }
  return (
    <details className="nav-group" open>
      <summary>{label}</summary>
      {links}
    </details>
  );
}

function PageLink({ page: { path, label, icon } }: { page: PageEntry }) {
  const texts = useTexts();
  const [location] = useLocation();
  return (
    <Link
      href={path}
      className="nav-link"
      aria-current={isUnder(path, location) ? 'page' : undefined}
    >
      <Icon path={icon} />
      <span>{texts.nav[label]}</span>
    </Link>
  );
}

function isUnder(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}
