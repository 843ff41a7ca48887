// Debian's Chromium under a test's hands, over the DevTools pipe: messages of JSON, each ended by a zero byte.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const kOptions = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--remote-debugging-pipe', '--window-size=1440,1000', 'about:blank'];
const kLongest = 30_000; // ms for what the page has to do

/** { run(expression), until(expression), picture(file), end() } on `url`; expressions run in the page. */
export async function openPage(chromium, url) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'starqueue-driven-'));
  const browser = spawn(chromium, [`--user-data-dir=${profile}`, ...kOptions],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const waiting = new Map();
  let heard = '';
  let last = 0;
  browser.stdio[4].on('data', (bytes) => {
    heard += bytes;
    for (let zero = heard.indexOf('\0'); zero >= 0; zero = heard.indexOf('\0')) {
      const message = JSON.parse(heard.slice(0, zero));
      heard = heard.slice(zero + 1);
      waiting.get(message.id)?.(message);
    }
  });
  const ask = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    const id = ++last;
    waiting.set(id, ({ result, error }) => (error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result)));
    browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  });
  const { targetId } = await ask('Target.createTarget', { url });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });

  async function run(expression) {
    const { result, exceptionDetails } = await ask('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true }, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  /** Asks again until the page says yes, also over its going to another page. */
  async function until(expression) {
    const latest = Date.now() + kLongest;
    const goesOn = (error) => { if (!/navigated|context/.test(error.message)) throw error; };
    while (Date.now() < latest)
      if (await run(`Boolean(${expression})`).catch(goesOn)) return;
    throw new Error(`never: ${expression}; the page shows: ${await run('document.body.innerText')}`);
  }
  async function picture(file) {
    const { data } = await ask('Page.captureScreenshot', { format: 'png' }, sessionId);
    fs.writeFileSync(file, data, 'base64');
  }
  async function end() {
    const ended = new Promise((resolve) => { browser.on('close', resolve); });
    await ask('Browser.close').catch(() => {});
    await ended;
    fs.rmSync(profile, { recursive: true, force: true });
  }
  return { run, until, picture, end };
}
