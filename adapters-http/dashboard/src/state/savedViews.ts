import type { SavedView } from '../api/model';

/** What is never saved: a search text may name a client, a page and an open record are of the moment. */
const NEVER_SAVED = ['q', 'cursor', 'open'];

/** The part of a list's query that a saved view has. */
export function savable(search: string): string {
  const params = new URLSearchParams(search);
  NEVER_SAVED.forEach((name) => params.delete(name));
  params.sort();
  return params.toString();
}

/** Whether two names are one to the server, which compares them without case. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isSame(one: SavedView, other: SavedView): boolean {
  return one.list === other.list && isSameName(one.name, other.name);
}

export const added =
  (view: SavedView) =>
  (views: readonly SavedView[]): SavedView[] => [
    ...views.filter((other) => !isSame(other, view)),
    view,
  ];

export const removed =
  (view: SavedView) =>
  (views: readonly SavedView[]): SavedView[] =>
    views.filter((other) => !isSame(other, view));

export const renamed =
  (view: SavedView, name: string) =>
  (views: readonly SavedView[]): SavedView[] =>
    views.map((other) => (isSame(other, view) ? { ...other, name } : other));
