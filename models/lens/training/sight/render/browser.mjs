/** A headless Chromium, spoken to through its debugging pipe: nothing to install, no port. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function openBrowser(program = process.env.CHROMIUM ?? 'chromium') {
  const profile = mkdtempSync(path.join(tmpdir(), 'sight-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    '--hide-scrollbars',
    `--user-data-dir=${profile}`,
    '--disable-background-networking',
    '--disable-extensions',
  ];
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const send = connect(child.stdio[3], child.stdio[4]);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const call = (method, params = {}) => send(method, params, sessionId);
  await call('Page.enable');
  return {
    open: async html => {
      const { frameTree } = await call('Page.getFrameTree');
      await call('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    },
    resize: ({ width, height, scale }) =>
      call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false }),
    run: async expression => {
      const { result, exceptionDetails } = await call('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    picture: async ({ width, height }) => {
      const { data } = await call('Page.captureScreenshot', {
        format: 'png',
        clip: { x: 0, y: 0, width, height, scale: 1 },
        optimizeForSpeed: true,
      });
      return Buffer.from(data, 'base64');
    },
    close: () => {
      child.kill('SIGKILL');
      child.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    },
  };
}

function connect(input, output) {
  const waiting = new Map();
  let count = 0;
  let rest = '';
  output.setEncoding('utf8');
  output.on('data', chunk => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop();
    for (const part of parts) settle(waiting, JSON.parse(part));
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      input.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
}

function settle(waiting, message) {
  const promise = waiting.get(message.id);
  if (!promise) return;
  waiting.delete(message.id);
  if (message.error) promise.reject(new Error(message.error.message));
  else promise.resolve(message.result);
}
