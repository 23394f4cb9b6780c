import { expect, test } from 'vitest';
import { overlapsOf, rebased } from './changes';

const values = (of: Record<string, string>) => new Map(Object.entries(of));
const base = values({ title: 'Tea', text: 'Leaf', 'attributes.origin': 'Uji' });

test('disjoint changes are both kept', () => {
  const current = values({ title: 'Tea', text: 'Whole leaf', 'attributes.origin': 'Uji' });
  const mine = values({ title: 'Green tea', text: 'Leaf' });
  expect(overlapsOf(base, current, mine)).toEqual([]);
  expect(Object.fromEntries(rebased(base, current, mine))).toEqual({
    title: 'Green tea',
    text: 'Whole leaf',
  });
});

test('a value that both changed is an overlap, unless both made the same change', () => {
  const current = values({ title: 'Black tea', text: 'Same' });
  const mine = values({ title: 'Green tea', text: 'Same', 'attributes.origin': 'Uji' });
  expect(overlapsOf(base, current, mine)).toEqual([
    { part: 'title', current: 'Black tea', mine: 'Green tea' },
  ]);
});

test('overlaps can be left as they are stored', () => {
  const current = values({ title: 'Black tea', text: 'Leaf' });
  const mine = values({ title: 'Green tea', text: 'My leaf', 'attributes.origin': 'Uji' });
  const kept = rebased(base, current, mine, (part) => part !== 'title');
  expect(kept.get('title')).toBe('Black tea');
  expect(kept.get('text')).toBe('My leaf');
});
