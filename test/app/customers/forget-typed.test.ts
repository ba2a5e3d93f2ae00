import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { beforeFormName } from '#app/customers/form/changed-meanwhile.ts';
import { addCustomer, draftCustomer } from '#app/customers/customers.ts';
import { eraseNow, scheduleErasure } from '#app/customers/erasure.ts';
import { forgetErased, watchErasures } from '#app/customers/form/forget-typed.ts';
import { customerFormName, openFormDraft } from '#app/customers/form/form-drafts.ts';
import { openMessageDraft } from '#app/messages/message-draft.ts';
import type { CustomerId } from '#domain/customers/customer.ts';
import { saveErasures } from '#storage/tables/erasures.ts';
import { memoryStorage } from '../../support/values/memory-storage.ts';
import { day } from '../../support/shops/shop-with.ts';
import { openTestShop } from '../../support/shops/test-shop.ts';

let shop: Awaited<ReturnType<typeof openTestShop>>;
const today = day('2026-06-18');

beforeEach(async () => {
  vi.stubGlobal('localStorage', memoryStorage());
  onTestFinished(() => void vi.unstubAllGlobals());
  shop = await openTestShop();
});

/** Somebody of whom a change was half-typed. */
async function halfTyped(name: string): Promise<CustomerId> {
  const draft = draftCustomer(shop, { name, zone: 'Europe/London' });
  await addCustomer(shop, draft);
  openFormDraft(shop, customerFormName(draft.id)).save(`name=${name}&note=rye`);
  openFormDraft(shop, beforeFormName(customerFormName(draft.id))).save(`name=${name}`);
  return draft.id;
}

function typedOf(id: CustomerId): readonly (string | null)[] {
  const name = customerFormName(id);
  return [name, beforeFormName(name)].map((each) => openFormDraft(shop, each).load());
}

describe('what was half-typed about somebody', () => {
  it('goes as soon as another tablet has erased them', async () => {
    const [ida, tom] = [await halfTyped('Ida'), await halfTyped('Tom')];
    onTestFinished(watchErasures(shop));
    await saveErasures(shop.db, [{ customerId: ida, day: today, marks: [] }]);
    await vi.waitFor(() => expect(typedOf(ida)).toEqual([null, null]));
    expect(typedOf(tom)).toEqual(['name=Tom&note=rye', 'name=Tom']);
  });

  it('goes at the next start where they were erased in a backup that was merged', async () => {
    const ida = await halfTyped('Ida');
    await saveErasures(shop.db, [{ customerId: ida, day: today, marks: [] }]);
    await forgetErased(shop);
    expect(typedOf(ida)).toEqual([null, null]);
  });

  it('takes a message to many with it, and none that was begun since', async () => {
    const ida = await halfTyped('Ida');
    const toMany = openMessageDraft(shop, null);
    toMany.save('Dear Ida and others');
    await scheduleErasure(shop, ida, today);
    expect(await eraseNow(shop, ida, today)).toMatchObject({ ok: true });
    expect(toMany.load()).toBeNull();
    toMany.save('Dear regulars');
    await forgetErased(shop);
    expect(toMany.load()).toBe('Dear regulars');
  });
});
