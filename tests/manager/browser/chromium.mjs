// A page as Debian's Chromium shows it once its scripts have run.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const kOptions = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
  '--enable-logging=stderr', '--virtual-time-budget=10000', '--dump-dom'];

/** { dom, complaints }: the document's text, and what the page wrote on its console. */
export async function shownBy(chromium, url) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'starqueue-chromium-'));
  const browser = spawn(chromium, [...kOptions, `--user-data-dir=${profile}`, url]);
  let dom = '';
  let log = '';
  browser.stdout.on('data', (bytes) => { dom += bytes; });
  browser.stderr.on('data', (bytes) => { log += bytes; });
  await new Promise((resolve) => { browser.on('close', resolve); });
  fs.rmSync(profile, { recursive: true, force: true });
  // "[DOM]" begins advice on forms.
  return { dom, complaints: log.split('\n').filter((line) => /CONSOLE/.test(line) && !line.includes('[DOM]')) };
}

/** The words that a page has a place for and doesn't show. */
export function emptyWords(dom) {
  return [...dom.matchAll(/data-word="([^"]+)"[^>]*><\//g)].map((match) => match[1]);
}
