import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Refused } from '../api/problem';
import { failureText } from '../parts/failure';
import { en } from './en';
import { faultText } from './faults';
import { pt } from './pt';

test('a fault names its field, in either language', () => {
  const fault = {
    pointer: '#/taxId/value',
    detail: 'must be a CPF or CNPJ with right check digits',
  };
  expect(faultText(en, fault)).toBe('Tax ID: Enter a valid CPF or CNPJ.');
  expect(faultText(pt, fault)).toBe('Documento: Informe um CPF ou CNPJ válido.');
  expect(faultText(en, { pointer: '#/colour', detail: 'is not a known column' })).toBe(
    'colour: This column is not recognized.',
  );
  expect(faultText(en, { pointer: '#/metadata/a~1b', detail: 'must be a string' })).toContain(
    '“a/b”',
  );
});

test('a refusal shows its faults in the selected language only', () => {
  const refused = new Refused(400, 'invalid-request', 'x', [
    { pointer: '#/email', detail: 'must be a mailbox such as ada@example.com' },
    { pointer: '#/name', detail: 'a rule that came later' },
  ]);
  expect(failureText(en, refused)).toBe(
    'Email: Enter an email address such as ana@example.com. Name: This value is not valid.',
  );
  expect(failureText(pt, refused)).not.toMatch(/must|rule/);
});

test('every problem type of the API has a text', () => {
  const document = readFileSync('../src/main/resources/problem-types.txt', 'utf8');
  const types = [...document.matchAll(/^([a-z-]+) \|/gm)].map(([, name]) => name ?? '');
  const known = Object.keys(en.failures);
  expect(types.length).toBeGreaterThan(5);
  expect(
    types.filter((type) => !known.includes(type) && type !== 'password-change-required'),
  ).toEqual([]);
});
