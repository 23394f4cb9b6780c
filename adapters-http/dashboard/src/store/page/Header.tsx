import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import mark from '../../icon.svg';
import { useBasket } from '../basket/useBasket';
import { useSession } from '../session/useSession';
import { useFormat, useTexts } from '../text/language';

/** The name of the store, the ways to its pages, and a menu at the end. */
export function Header({ children }: { children?: ReactNode }) {
  const { name, nav } = useTexts();
  const format = useFormat();
  const [location] = useLocation();
  const isIn = useSession() === 'in';
  const basket = useBasket();
  const inBasket = basket?.lines.length ?? 0;
  const link = (href: string, label: string) => (
    <Link
      href={href}
      className="nav-link"
      {...(isWithin(location, href) && { 'aria-current': 'page' })}
    >
      {label}
    </Link>
  );
  return (
    <header className="top">
      <div className="top-inside">
        <Link href="/" className="brand">
          <img src={mark} alt="" width={28} height={28} />
          {name}
        </Link>
        <nav aria-label={nav.label} className="nav">
          {link('/', nav.catalogue)}
          {isIn && link('/orders', nav.orders)}
          {isIn && link('/balance', nav.balance)}
        </nav>
        <div className="top-end">
          <Link
            href="/basket"
            className="nav-link"
            aria-label={inBasket ? nav.basketWith(inBasket, format.number(inBasket)) : nav.basket}
            {...(location === '/basket' && { 'aria-current': 'page' })}
          >
            {nav.basket}
            {inBasket > 0 && <span className="count">{format.number(inBasket)}</span>}
          </Link>
          {!isIn && link('/sign-in', nav.signIn)}
          <div className="top-menu">{children}</div>
        </div>
      </div>
    </header>
  );
}

function isWithin(location: string, href: string): boolean {
  return href === '/'
    ? location === '/' || location.startsWith('/products/')
    : location === href || location.startsWith(`${href}/`);
}
