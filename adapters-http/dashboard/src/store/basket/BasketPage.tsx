import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Page } from '../page/Page';
import { useSession } from '../session/useSession';
import { useTexts } from '../text/language';
import { BasketLines } from './BasketLines';
import { Checkout } from './Checkout';
import { useBasket } from './useBasket';

/** What is to be ordered, and the way to order it. */
export function BasketPage() {
  const { basket: words } = useTexts();
  const basket = useBasket();
  const isIn = useSession() === 'in';
  return (
    <Page title={words.title}>
      {!basket ? (
        <p className="empty">
          {words.empty}{' '}
          <Link href="/" className="text-link">
            {words.toCatalogue}
          </Link>
        </p>
      ) : (
        <div className="checkout">
          <BasketLines basket={basket} />
          {isIn ? (
            <Checkout basket={basket} />
          ) : (
            <div className="panel form">
              <Button component={Link} href="/sign-in?to=/basket" size="md" fullWidth>
                {words.signIn}
              </Button>
            </div>
          )}
        </div>
      )}
    </Page>
  );
}
