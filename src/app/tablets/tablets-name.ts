import { ownName } from '#platform/app-folder.ts';

/** What the database beside the shop `shopId` is called. */
export function tabletsName(shopId: string): string {
  return ownName(`tablets-${shopId}`);
}
