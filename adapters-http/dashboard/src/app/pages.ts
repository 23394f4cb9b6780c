import type { ComponentType } from 'react';
import type { Grant } from '../state/roles';
import type { Texts } from '../text/en';

/** The groups of the menu, in its order; the first one has no heading. */
export const GROUPS = ['home', 'clients', 'money', 'commerce', 'developers', 'settings'] as const;

/** A page and its entry in the menu. The file `page.ts` of a section exports one as `page`. */
export interface PageEntry {
  group: (typeof GROUPS)[number];
  /** The place in the group, ascending. */
  order: number;
  path: string;
  label: keyof Texts['nav'];
  icon: string;
  grant: Grant;
  /** Loaded when it is first opened. */
  Page: ComponentType;
}

const found = import.meta.glob<PageEntry>('../*/page.ts', { eager: true, import: 'page' });

/** The pages of all sections, in the order of the menu. A new section adds a folder. */
export const PAGES: readonly PageEntry[] = Object.values(found).sort(
  (one, other) => one.order - other.order,
);
