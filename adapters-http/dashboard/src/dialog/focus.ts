import { useEffect, useState } from 'react';

/** The element to return to: what has the focus, or the button of the menu whose item has it. */
function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role=menu]');
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return button ?? (focused instanceof HTMLElement && focused !== document.body ? focused : null);
}

/** Returns the focus, when the component goes away, to what opened it, or to the page if that is gone. */
export function useFocusReturn(): void {
  const [opener] = useState(() => openerOf(document.activeElement));
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body || document.activeElement === null) {
          const target = opener?.isConnected ? opener : document.querySelector<HTMLElement>('main');
          target?.focus({ preventScroll: true });
        }
      });
    },
    [opener],
  );
}
