import { answer, api, whole } from '../api/client';
import type { OrderShipment } from '../api/model';

/** Gives a shipment another status, at the version that it has now. */
export async function setShipmentStatus(id: string, status: OrderShipment['status']) {
  const path = { id };
  const { response } = await whole(api.GET('/v1/shipments/{id}', { params: { path } }));
  const header = { 'If-Match': response.headers.get('ETag') ?? '' };
  return answer(api.PATCH('/v1/shipments/{id}', { params: { path, header }, body: { status } }));
}
