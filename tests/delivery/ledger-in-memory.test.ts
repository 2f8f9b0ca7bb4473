import { describe } from 'vitest';
import { ledgerContract } from '../contract/ledger-contract.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

describe('the ledger in memory that the tests of delivery stand on', () => {
  const ledger = ledgerInMemory();
  ledgerContract(() => ledger);
});
