import { generateParts, type ShopPart, type ShopPlan } from '#sample/generate-parts.ts';

/** A whole generated shop at once; for large ones take `generateParts`. */
export function generateShop(plan: ShopPlan): ShopPart {
  const parts = [...generateParts(plan)];
  return {
    customers: parts.flatMap((part) => part.customers),
    visits: parts.flatMap((part) => part.visits),
    moments: parts.flatMap((part) => part.moments),
    gestures: parts.flatMap((part) => part.gestures),
  };
}
