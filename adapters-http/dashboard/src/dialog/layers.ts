import { useEffect, useEffectEvent } from 'react';

/** What Escape closes: dialogs and panels, the top one last. */
const layers: { close: () => void }[] = [];

/** A menu or a list of choices within a layer closes itself. */
function isInPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role=menu], .mantine-Popover-dropdown') !== null
  );
}

function onKeyDown(event: KeyboardEvent): void {
  const top = layers.at(-1);
  if (event.key === 'Escape' && !event.isComposing && top && !isInPopup(event.target)) {
    event.stopPropagation();
    event.preventDefault();
    top.close();
  }
}

globalThis.addEventListener('keydown', onKeyDown, { capture: true });

/** Makes a component a layer for as long as it is mounted. Escape closes the layer that was opened last, and no other. */
export function useLayer(close: () => void): void {
  const onClose = useEffectEvent(close);
  useEffect(() => {
    const layer = { close: () => onClose() };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}
