// Preloaded into every process of a run: any way out to a network throws, and leaves a line in $NO_NETWORK_LOG.
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function deny(name) {
  return () => {
    if (process.env.NO_NETWORK_LOG) appendFileSync(process.env.NO_NETWORK_LOG, `${name}\n`);
    throw new Error(`The network is denied in this test, and ${name} was called.`);
  };
}

net.Socket.prototype.connect = deny('net.connect');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = deny(`dns.${name}`);
  dns.promises[name] = deny(`dns.promises.${name}`);
}
for (const [name, module] of [
  ['http', http],
  ['https', https],
]) {
  module.request = deny(`${name}.request`);
  module.get = deny(`${name}.get`);
}
globalThis.fetch = deny('fetch');
syncBuiltinESMExports();
