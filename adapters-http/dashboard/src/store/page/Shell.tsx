import { Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { onDemand } from '../../app/onDemand';
import { Catalogue } from '../catalogue/Catalogue';
import { useTexts } from '../text/language';
import { Fence } from './Fence';
import { Header } from './Header';
import { NotFound } from './NotFound';
import { Waiting } from './Page';

const Balance = onDemand(async () => ({ default: (await import('../balance/Balance')).Balance }));
const BasketPage = onDemand(async () => ({
  default: (await import('../basket/BasketPage')).BasketPage,
}));
const Gate = onDemand(async () => ({ default: (await import('../session/Gate')).Gate }));
const OrderPage = onDemand(async () => ({
  default: (await import('../orders/OrderPage')).OrderPage,
}));
const Orders = onDemand(async () => ({ default: (await import('../orders/Orders')).Orders }));
const ProductPage = onDemand(async () => ({
  default: (await import('../catalogue/ProductPage')).ProductPage,
}));
const SignIn = onDemand(async () => ({ default: (await import('../session/SignIn')).SignIn }));
const SignedIn = onDemand(async () => ({
  default: (await import('../session/SignedIn')).SignedIn,
}));
const SettingsMenu = onDemand(async () => ({
  default: (await import('./SettingsMenu')).SettingsMenu,
}));

/** The frame around every page. What a page alone needs is loaded with it. */
export function Shell() {
  const texts = useTexts();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(location);

  useEffect(() => {
    if (shown.current !== location) {
      shown.current = location;
      globalThis.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [location]);

  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <Header>
        <Suspense>
          <SettingsMenu />
        </Suspense>
      </Header>
      <main ref={main} className="main" tabIndex={-1}>
        <Fence key={location}>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/" component={Catalogue} />
              <Route path="/products/:id">{({ id }) => <ProductPage key={id} id={id} />}</Route>
              <Route path="/basket" component={BasketPage} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/signed-in" component={SignedIn} />
              <Route path="/orders">
                <Gate>
                  <Orders />
                </Gate>
              </Route>
              <Route path="/orders/:id">
                {({ id }) => (
                  <Gate>
                    <OrderPage key={id} id={id} />
                  </Gate>
                )}
              </Route>
              <Route path="/balance">
                <Gate>
                  <Balance />
                </Gate>
              </Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </Fence>
      </main>
    </>
  );
}
