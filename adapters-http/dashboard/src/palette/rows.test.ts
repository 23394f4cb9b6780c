import { beforeEach, expect, test, vi } from 'vitest';
import { moveRow, toggleRow } from './rows';

const focused = () => document.activeElement?.closest('tr')?.id;

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  const row = (id: string) =>
    `<tr id="${id}"><td class="select-cell"><input type="checkbox"></td>` +
    `<th><a class="row-link" href="/x">x</a></th></tr>`;
  document.body.innerHTML = `<table class="data-table"><tbody>${['a', 'b', 'c']
    .map(row)
    .join('')}</tbody></table>`;
});

test('the focus moves from row to row and stays at the ends', () => {
  moveRow(1);
  expect(focused()).toBe('a');
  moveRow(-1);
  expect(focused()).toBe('a');
  moveRow(1);
  moveRow(1);
  moveRow(1);
  expect(focused()).toBe('c');
});

test('the focus starts at the row that is open', () => {
  document.getElementById('b')?.classList.add('is-current');
  moveRow(1);
  expect(focused()).toBe('c');
});

test('the row with the focus is selected', () => {
  moveRow(1);
  moveRow(1);
  toggleRow();
  const boxes = [...document.querySelectorAll('input')];
  expect(boxes.map(({ checked }) => checked)).toEqual([false, true, false]);
});
