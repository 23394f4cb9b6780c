import { Suspense, useEffect, useRef } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { AccountPage } from '../account/AccountPage';
import { Icon } from '../parts/Icon';
import { useTexts } from '../text/language';
import mark from '../icon.svg';
import { Fence } from './Fence';
import { NoAccess, NotFound } from './NotFound';
import { PAGES } from './pages';
import { UserMenu } from './UserMenu';
import { useMay } from './me';

/** The frame around every page. */
export function Shell() {
  const texts = useTexts();
  const [location] = useLocation();
  const may = useMay();
  const main = useRef<HTMLElement>(null);
  const pages = PAGES.filter((page) => may(page.grant));

  useEffect(() => {
    globalThis.scrollTo(0, 0);
  }, [location]);

  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <aside className="side">
        <Link href="/" className="brand">
          <img src={mark} alt="" width={28} height={28} />
          <span>{texts.name}</span>
        </Link>
        <nav aria-label={texts.nav.label}>
          {pages.map(({ path, label, icon }) => (
            <Link
              key={path}
              href={path}
              className="nav-link"
              aria-current={isUnder(path, location) ? 'page' : undefined}
            >
              <Icon path={icon} />
              <span>{texts.nav[label]}</span>
            </Link>
          ))}
        </nav>
        <UserMenu />
      </aside>
      <main ref={main} className="main" tabIndex={-1}>
        <Fence key={location}>
          <Suspense fallback={<div className="page-loading" aria-busy="true" />}>
            <Switch>
              {pages.map(({ path, Page }) => (
                <Route key={path} path={path} component={Page} />
              ))}
              <Route path="/accounts/:id">{({ id }) => <AccountPage key={id} id={id} />}</Route>
              {PAGES.map(({ path }) => (
                <Route key={path} path={path} component={NoAccess} />
              ))}
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Fence>
      </main>
    </div>
  );
}

function isUnder(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}
