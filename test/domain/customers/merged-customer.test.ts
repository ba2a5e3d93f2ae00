import { describe, expect, it } from 'vitest';
import { customerIdFrom, mergedCustomer } from '#domain/customers/customer.ts';
import { customerRow } from '../../support/shops/plain-rows.ts';

const khan = customerRow({
  phones: ['07700 900461'],
  emails: ['khan@example.org'],
  addresses: ['12 High Street\nBath'],
});
const till = customerRow({
  id: customerIdFrom('till'),
  name: 'Amina Khan',
  phones: ['020 7946 0018', '+44 7700 900461'],
  emails: ['Khan@Example.org', 'amina@example.org'],
  addresses: ['4 Mill Lane\nBath', '12 High Street\nBath'],
  importKey: '7',
  createdAt: 1,
});

describe('one person with two cards', () => {
  it('has the numbers and addresses of both, the own first, none twice', () => {
    expect(mergedCustomer(khan, [till])).toMatchObject({
      phones: ['07700 900461', '020 7946 0018'],
      emails: ['khan@example.org', 'amina@example.org'],
      addresses: ['12 High Street\nBath', '4 Mill Lane\nBath'],
    });
  });

  it('is found by the customer number of either', () => {
    expect(mergedCustomer(khan, [till]).importKey).toBe('7');
    expect(mergedCustomer({ ...khan, importKey: '3' }, [till]).importKey).toBe('3');
  });
});
