import { useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Balance } from '../balance/Balance';
import { BasketPage } from '../basket/BasketPage';
import { Catalogue } from '../catalogue/Catalogue';
import { ProductPage } from '../catalogue/ProductPage';
import { OrderPage } from '../orders/OrderPage';
import { Orders } from '../orders/Orders';
import { Gate } from '../session/Gate';
import { SignedIn } from '../session/SignedIn';
import { SignIn } from '../session/SignIn';
import { useTexts } from '../text/language';
import { Fence } from './Fence';
import { Header } from './Header';
import { NotFound } from './NotFound';

/** The frame around every page. */
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
      <Header />
      <main ref={main} className="main" tabIndex={-1}>
        <Fence key={location}>
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
        </Fence>
      </main>
    </>
  );
}
