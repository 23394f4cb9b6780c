import { beforeEach, expect, test, vi } from 'vitest';

const LINE = { productId: 'tea', title: 'Tea', quantity: '2', unitPrice: '12.50' };
const open = () => import('./stored');

beforeEach(() => {
  localStorage.clear();
});

test('the basket of an earlier visit is there again, under the same id', async () => {
  const { keepBasket, newBasket } = await open();
  const basket = { ...newBasket('USD'), lines: [LINE] };
  keepBasket(basket);
  vi.resetModules();
  expect((await open()).basketNow()).toEqual(basket);
});

test('a basket without products is none', async () => {
  const { basketNow, keepBasket, newBasket } = await open();
  keepBasket({ ...newBasket('USD'), lines: [LINE] });
  keepBasket(newBasket('USD'));
  expect(basketNow()).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

test.each(['nonsense', '{"lines":[{}]}', '{"orderId":"o","currency":"USD","lines":[{"a":1}]}'])(
  'a basket that cannot be read is none: %s',
  async (kept) => {
    localStorage.setItem('clientele-store-basket', kept);
    expect((await open()).basketNow()).toBeUndefined();
  },
);

test('another tab that changes the basket changes it here', async () => {
  const { basketNow, newBasket, onBasket } = await open();
  const heard = vi.fn();
  onBasket(heard);
  const basket = { ...newBasket('EUR'), lines: [LINE] };
  localStorage.setItem('clientele-store-basket', JSON.stringify(basket));
  globalThis.dispatchEvent(new StorageEvent('storage', { key: 'clientele-store-basket' }));
  expect(heard).toHaveBeenCalledOnce();
  expect(basketNow()).toEqual(basket);
});
