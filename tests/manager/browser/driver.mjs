// Debian's Chromium under a test's hands, over the DevTools pipe: messages of JSON, each ended by a zero byte.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const kOptions = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--remote-debugging-pipe', '--window-size=1440,1000', 'about:blank'];
const kLongest = 30_000; // ms for what the page has to do

/**
 * { run(expression), until(expression), press(selector), go(url), picture(file), end() } on `url`; expressions run in the
 * page. `before`: a script that runs there before the page's own; `scripts: false`: the page's own don't run.
 */
export async function openPage(chromium, url, { before = '', scripts = true, size = [1440, 1000] } = {}) {
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
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const [width, height] = size;
  await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }, sessionId);
  await ask('Page.enable', {}, sessionId);
  await ask('Page.addScriptToEvaluateOnNewDocument', { source: before }, sessionId);
  await ask('Emulation.setScriptExecutionDisabled', { value: !scripts }, sessionId);
  const go = (where) => ask('Page.navigate', { url: where }, sessionId);
  await go(url);

  async function run(expression) {
    const { result, exceptionDetails } = await ask('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true }, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  /** Asks again until the page says yes, also over its going to another page. */
  async function until(expression) {
    const latest = Date.now() + kLongest;
    let why = ''; // a page that is just being left or made has not even a body
    const note = (error) => { why = error.message; };
    while (Date.now() < latest)
      if (await run(`Boolean(${expression})`).catch(note)) return;
    throw new Error(`never: ${expression} ${why}; the page shows: ${await run('document.body.innerText')}`);
  }
  /** Presses the middle of what the selector names, as a finger or a mouse does. */
  async function press(selector) {
    await until(`document.querySelector(${JSON.stringify(selector)})?.getClientRects().length`);
    const { x, y } = await run(`(() => { const it = document.querySelector(${JSON.stringify(selector)});
      it.scrollIntoView({ block: 'center' });
      const { left, top, width: w, height: h } = it.getBoundingClientRect();
      return { x: left + w / 2, y: top + h / 2 }; })()`);
    for (const type of ['mousePressed', 'mouseReleased'])
      await ask('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }, sessionId);
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
  return { run, until, press, go, picture, end };
}
