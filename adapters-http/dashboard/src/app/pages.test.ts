import { expect, test } from 'vitest';
import { PAGES } from './pages';

test('each section contributes its page to the menu, at a place of its own', () => {
  expect(PAGES.length).toBeGreaterThanOrEqual(6);
  expect(PAGES[0]?.path).toBe('/');
  expect(new Set(PAGES.map(({ path }) => path)).size).toBe(PAGES.length);
  expect(new Set(PAGES.map(({ order }) => order)).size).toBe(PAGES.length);
});
