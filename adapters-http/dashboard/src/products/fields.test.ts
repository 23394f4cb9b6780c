import { expect, test } from 'vitest';
import { EMPTY, creationOf, faultsOf, fieldsOfValues, patchOf, valuesOf } from './fields';

const TEA = {
  title: 'Green tea',
  text: 'Whole leaf.',
  attributes: [{ id: 0, key: 'origin', value: 'Uji' }],
};

test('what a product needs depends on its kind', () => {
  expect(faultsOf(EMPTY)).toEqual({ sku: 'sku', title: 'titleRequired' });
  const gold = { ...EMPTY, sku: 'GOLD-1', title: 'Gold', kind: 'asset' as const, scale: 'x' };
  expect(faultsOf(gold)).toEqual({ asset: 'assetRequired' });
  expect(faultsOf({ ...gold, kind: 'service', scale: '19' })).toEqual({ scale: 'scale' });
});

test('a new product names its scale, or its asset, which has one', () => {
  const tea = { ...EMPTY, ...TEA, sku: 'TEA-1' };
  expect(creationOf(tea)).toEqual({
    sku: 'TEA-1',
    title: 'Green tea',
    text: 'Whole leaf.',
    attributes: { origin: 'Uji' },
    kind: 'goods',
    scale: 0,
    status: 'draft',
  });
  const gold = creationOf({ ...tea, kind: 'asset', asset: 'GOLD', isActive: true });
  expect(gold).toMatchObject({ asset: 'GOLD', status: 'active' });
  expect(gold).not.toHaveProperty('scale');
});

test('a patch names what was changed, and removes what was emptied', () => {
  expect(patchOf(TEA, { ...TEA, title: 'Green tea ' })).toEqual({});
  expect(patchOf(TEA, { title: 'Tea', text: ' ', attributes: [] })).toEqual({
    title: 'Tea',
    text: null,
    attributes: { origin: null },
  });
});

test('a form survives the way through its values', () => {
  const back = fieldsOfValues(valuesOf(TEA));
  expect(patchOf(TEA, back)).toEqual({});
});
