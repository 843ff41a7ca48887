// phone_probe.mjs CHROMIUM URL FILE: opens a customer's page and writes down what stands on it whenever that changes, as
// the faces' probe does (face_probe_preloaded.cpp), until it is asked to end.
import fs from 'node:fs';

import { openPage } from '../../manager/browser/driver.mjs';

const [chromium, url, file] = process.argv.slice(2);
const kLook = 20; // ms

const page = await openPage(chromium, url);
let ends = false;
process.on('SIGTERM', () => { ends = true; });
process.on('SIGINT', () => { ends = true; });

const kTexts = `[...document.querySelectorAll('[id]')].filter((one) => one.checkVisibility() && !one.querySelector('[id]'))
  .map((one) => ['/' + one.id, one.textContent]).filter(([, text]) => text !== '')`;
let last = '';
while (!ends) {
  const texts = JSON.stringify(await page.run(kTexts));
  if (texts !== last) fs.appendFileSync(`${file}.jsonl`, `{"at":${Date.now()},"texts":${texts}}\n`);
  last = texts;
  if (fs.existsSync(`${file}.wanted`)) {
    await page.picture(fs.readFileSync(`${file}.wanted`, 'utf8'));
    fs.rmSync(`${file}.wanted`);
  }
  await new Promise((resolve) => { setTimeout(resolve, kLook); });
}
await page.end();
