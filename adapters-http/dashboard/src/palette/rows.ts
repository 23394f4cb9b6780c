/** The row of the page's table that has the focus, or the one that is open beside the list. */
function currentRow(): HTMLTableRowElement | undefined {
  const focused = document.activeElement?.closest<HTMLTableRowElement>('.data-table tbody tr');
  return (
    focused ??
    document.querySelector<HTMLTableRowElement>('.data-table tbody tr.is-current') ??
    undefined
  );
}

/** Moves the focus to the next row of the page's table, or to the one before; at first to the first row. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.data-table tbody tr')];
  const current = currentRow();
  const at = current ? rows.indexOf(current) + step : 0;
  const row = rows[Math.min(Math.max(at, 0), rows.length - 1)];
  if (row) {
    const link = row.querySelector<HTMLElement>('.row-link');
    if (!link) {
      row.tabIndex = -1;
    }
    (link ?? row).focus();
    row.scrollIntoView({ block: 'nearest' });
  }
}

/** Selects the row that has the focus, or takes it out of the selection. */
export function toggleRow(): void {
  currentRow()?.querySelector<HTMLElement>('.select-cell input')?.click();
}
