import { expect, test } from 'vitest';
import { applied, guessed, isApplied, startOf } from './columnMapping';

test('columns are found by the names that people give them', () => {
  expect(guessed(['Nome completo', 'E-mail', 'CPF/CNPJ', 'País', 'Telefone'])).toEqual([
    'name',
    'email',
    'taxIdValue',
    'taxIdCountry',
    undefined,
  ]);
});

test('only one column is imported as a field', () => {
  expect(guessed(['email', 'mail'])).toEqual(['email', undefined]);
});

test('the preview has the header and the first rows', () => {
  const text = 'name;email\n"Silva; Ana";a@x.org\n\n' + 'B;b@x.org\n'.repeat(9);
  const { header, rows, separator } = startOf(text);
  expect(header).toEqual(['name', 'email']);
  expect(rows).toHaveLength(5);
  expect(rows[0]).toEqual(['Silva; Ana', 'a@x.org']);
  expect(separator).toBe(';');
});

test('columns that are not imported are left out, and rows keep their lines', () => {
  const text = 'Nome;Fone;E-mail\r\n"A ""x""\nB";1;a@x.org\r\n\r\nC;2;c@x.org';
  expect(applied(text, guessed(startOf(text).header))).toBe(
    '"name","email"\r\n"A ""x""\nB","a@x.org"\r\n\r\n"C","c@x.org"',
  );
});

test('a row of another length than the header stays one', () => {
  const text = 'Nome;Fone;E-mail\nAna;a@x.org\nBob;1;b@x.org;2\n';
  expect(applied(text, guessed(startOf(text).header))).toBe(
    '"name","email"\n"Ana","a@x.org",""\n"Bob","1","b@x.org"\n',
  );
});

test('a file with the API names is sent as it is', () => {
  const header = ['email', 'name'];
  expect(isApplied(header, guessed(header))).toBe(true);
  expect(isApplied(['Email', 'name'], guessed(['Email', 'name']))).toBe(false);
});
