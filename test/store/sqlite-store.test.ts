import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/index.ts';
import { storeContract } from '../contracts/store.ts';

storeContract(async use => {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-store-'));
  let now = 0;
  const store = await openStore(folder, { clock: () => ++now });
  try {
    await use(store);
  } finally {
    await store[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  }
});
