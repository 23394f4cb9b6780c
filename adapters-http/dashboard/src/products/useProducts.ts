import { useQuery } from '@tanstack/react-query';
import { api, whole } from '../api/client';
import type { Product } from '../api/model';
import { livePace } from '../live/pace';

export interface VersionedProduct {
  product: Product;
  etag: string;
}

export const REFRESH = livePace(60_000);

export async function readProduct(id: string, signal?: AbortSignal): Promise<VersionedProduct> {
  const { data, response } = await whole(
    api.GET('/v1/products/{id}', { params: { path: { id } }, ...(signal && { signal }) }),
  );
  return { product: data, etag: response.headers.get('ETag') ?? '' };
}

export function useProduct(id: string) {
  return useQuery({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => readProduct(id, signal),
    refetchInterval: REFRESH,
  });
}
