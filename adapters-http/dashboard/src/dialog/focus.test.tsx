import { act, render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useFocusReturn } from './focus';

function Layer({ children }: { children?: React.ReactNode }) {
  useFocusReturn();
  return <div>{children}</div>;
}

test('a panel that closes right after its dialog gives the focus back to what opened the panel', () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  document.body.innerHTML = '<main tabindex="-1"><a href="/x">row</a></main>';
  const row = document.querySelector('a');
  row?.focus();
  const panel = render(
    <Layer>
      <button type="button">Edit</button>
    </Layer>,
  );
  panel.getByRole('button').focus();
  const dialog = render(<Layer />);
  act(() => dialog.unmount());
  act(() => panel.unmount());
  for (const frame of frames) {
    frame();
  }
  expect(document.activeElement).toBe(row);
});
