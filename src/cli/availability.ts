import type { Settings } from '../config/index.ts';
import { ModelError, UsageError } from '../errors.ts';

const ADDRESS = /^[a-z][a-z\d+.-]+:\/\//i;

/**
 * Refuses what settings or sources ask for and this installation doesn't have, before anything is touched: a model or
 * provider that is missing, an address where a file is meant, whatever needs a network where `--offline` rules that out.
 * @throws UsageError, ModelError
 */
export function refuseUnavailable(
  { reasoner, vlm, store, offline }: Pick<Settings, 'reasoner' | 'vlm' | 'store' | 'offline'>,
  sources: readonly string[],
): void {
  const address = sources.find(source => ADDRESS.test(source));
  if (offline) refuseNetwork({ reasoner, vlm, store, address });
  if (reasoner === 'endpoint') throw notConfigured('A reasoner at an endpoint', '--reasoner grounded');
  if (vlm === 'endpoint') throw notConfigured('A vision model at an endpoint', '--vlm lens');
  if (vlm !== 'lens') {
    throw new ModelError(`The vision model "${vlm}" is not installed.`, {
      hint: 'The one that ships is lens: leave --vlm out, or give --vlm lens.',
    });
  }
  if (ADDRESS.test(store)) {
    throw new UsageError(`A store is a folder on this machine; ${withoutSecrets(store)} is an address.`, {
      hint: 'Name a folder with --store, such as ./.dossier.',
    });
  }
  if (address !== undefined) {
    throw new UsageError(`Sources are files and folders; ${withoutSecrets(address)} is an address.`, {
      hint: 'Download it, and name the file.',
    });
  }
}

function refuseNetwork(asked: {
  readonly reasoner: string;
  readonly vlm: string;
  readonly store: string;
  readonly address: string | undefined;
}): void {
  const needs = [
    ...(asked.reasoner === 'endpoint' ? ['--reasoner endpoint'] : []),
    ...(asked.vlm === 'endpoint' ? ['--vlm endpoint'] : []),
    ...(ADDRESS.test(asked.store) ? [`the store ${withoutSecrets(asked.store)}`] : []),
    ...(asked.address === undefined ? [] : [`the source ${withoutSecrets(asked.address)}`]),
  ];
  if (needs.length === 0) return;
  throw new UsageError(`--offline rules out ${needs.join(' and ')}, which would use a network.`);
}

function notConfigured(what: string, instead: string): ModelError {
  return new ModelError(`${what} is not configured: this version has none.`, { hint: `Give ${instead}.` });
}

/** Addresses may carry a user and password. */
function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//…@');
}
