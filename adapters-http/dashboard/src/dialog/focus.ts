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
        const main = document.querySelector<HTMLElement>('main');
        // A dialog that closed just before, together with its opener, has left the focus to the page.
        if ([document.body, main, null].includes(document.activeElement as HTMLElement | null)) {
          const target = opener?.isConnected ? opener : main;
          target?.focus({ preventScroll: true });
        }
      });
    },
    [opener],
  );
}
