import { Suspense, useEffect, useRef, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { AccountPage } from '../account/AccountPage';
import { useTexts } from '../text/language';
import { useLive } from '../live/useLive';
import { useKeys } from '../palette/useKeys';
import { Fence } from './Fence';
import { NoAccess, NotFound } from './NotFound';
import { PAGES } from './pages';
import { Sidebar } from './Sidebar';
import { useMay } from './me';
import { onDemand } from './onDemand';

const Palette = onDemand(() => import('../palette/Palette'));
const KeysHelp = onDemand(() => import('../palette/KeysHelp'));

/** The frame around every page. */
export function Shell() {
  const texts = useTexts();
  const [location] = useLocation();
  const may = useMay();
  const [isFinding, setFinding] = useState(false);
  const [isHelping, setHelping] = useState(false);
  useLive();
  useKeys(
    () => setFinding(true),
    () => setHelping(true),
  );
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
      <Sidebar />
      {isFinding && (
        <Suspense>
          <Palette onClose={() => setFinding(false)} />
        </Suspense>
      )}
      {isHelping && (
        <Suspense>
          <KeysHelp onClose={() => setHelping(false)} />
        </Suspense>
      )}
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
