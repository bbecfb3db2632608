// A process that holds the store: `append` adds changes and documents until it is killed, telling each one that was
// acknowledged; `hold` only holds it. Runs on the built program.
import { openStore } from '../../dist/store/index.js';

const [, , what, folder] = process.argv;

try {
  const store = await openStore(folder);
  if (what === 'append') await appendForEver(store);
  else console.log('held');
  setInterval(() => undefined, 1000);
} catch (error) {
  console.log(`failed ${error.code} ${error.exit} ${error.message}`);
  process.exitCode = error.exit;
}

async function appendForEver(store) {
  for (let n = (await store.changes('r1')).length + 1; ; n++) {
    const id = `f-${n}`;
    const finding = {
      id,
      question: 'q1',
      kind: 'statement',
      claim: 'So it is. '.repeat(200),
      status: 'supported',
    };
    const logged = await store.append('r1', {
      step: { kind: 'reconcile' },
      diff: { findings: { [id]: [null, finding] } },
    });
    console.log(`change ${logged.seq} ${logged.id}`);
    if (n % 7 === 0) console.log(`document ${await putDocument(store, n)}`);
  }
}

async function putDocument(store, n) {
  const sha256 = `document-${n}`;
  const pages = Array.from({ length: 200 }, (_, i) => ({
    page: i + 1,
    label: '',
    width: 612,
    height: 792,
    readings: [],
  }));
  await store.putDocument({
    sha256,
    reader: '1',
    title: '',
    kind: 'pdf',
    pageCount: 200,
    pages,
    warnings: [],
  });
  return sha256;
}
