import { vi } from 'vitest';

// What jsdom lacks and components ask for.
vi.stubGlobal(
  'matchMedia',
  (media: string): Pick<MediaQueryList, 'media' | 'matches'> & Partial<MediaQueryList> => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
);
