import { screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { OpenShopContext } from '#ui/hooks/use-shop.ts';
import { TabletsScreen } from '#ui/screens/tablets/tablets.tsx';
import { shopWithScreens, type ShopWithScreens } from '../../support/shops/screen-in-shop.tsx';

let shop: ShopWithScreens;
afterEach(() => shop.roster.close());

it('a shop of its own is asked for the words of its server, and the sample shop never is', async () => {
  shop = await shopWithScreens(async () => {});
  shop.show(<TabletsScreen />);
  await screen.findByLabelText('The six words');
  const sample = { deps: shop.deps, roster: shop.roster, isSample: true };
  shop.show(
    <OpenShopContext.Provider value={sample}>
      <TabletsScreen />
    </OpenShopContext.Provider>,
  );
  await screen.findByText(/^Nobody in the sample shop is real/);
  expect(screen.queryByLabelText('The six words')).toBeNull();
});
