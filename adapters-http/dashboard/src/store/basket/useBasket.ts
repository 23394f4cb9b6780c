import { useSyncExternalStore } from 'react';
import type { Basket } from './basket';
import { basketNow, onBasket } from './stored';

export const useBasket = (): Basket | undefined => useSyncExternalStore(onBasket, basketNow);
