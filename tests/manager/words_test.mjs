import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { wordIn, wordKeys } from '../../manager/pages/shared/words.mjs';
import { contrast } from './contrast.mjs';

const read = (name) => readFileSync(new URL(`../../manager/${name}`, import.meta.url), 'utf8');

test('every word is there in both languages with the same gaps', () => {
  const gaps = (text) => [...text.matchAll(/\{\d\}/g)].map(([gap]) => gap).sort().join();
  for (const key of wordKeys) {
    const [zh, en] = ['zh', 'en'].map((chosen) => wordIn(chosen, key, '{0}', '{1}', '{2}'));
    assert.ok(zh && en, key);
    assert.equal(gaps(zh), gaps(en), key);
  }
});

test('refusals with words are those that the hall may answer', () => {
  const api = readFileSync(new URL('../../hall/openapi.yaml', import.meta.url), 'utf8');
  const listed = new Set(api.slice(api.indexOf('    ProblemCode:')).match(/\b[a-z]+(?:_[a-z]+)*\b/g));
  const refused = wordKeys.filter((key) => key.startsWith('refused_')).map((key) => key.slice('refused_'.length));
  for (const code of refused) assert.ok(listed.has(code), code);
  for (const code of ['nothing_to_undo', 'undo_conflict', 'day_closed', 'after_day_change'])
    assert.ok(refused.includes(code), `an usher's undo may be refused as ${code}`);
});

test('pages name only words that exist', () => {
  for (const page of ['pages/index.html', 'pages/login.html', 'pages/usher.html'])
    for (const [, key] of read(page).matchAll(/data-word="(\w+)"/g)) assert.ok(wordKeys.includes(key), key);
});

test('pages load nothing from elsewhere and hold no script of their own', () => {
  for (const page of ['pages/index.html', 'pages/login.html', 'pages/usher.html', 'phone/index.html', 'phone/rating.html',
    'phone/gone.html']) {
    const text = read(page);
    assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//, page);
    assert.doesNotMatch(text, /<script[^>]*>[^<]|style="|onclick=/, page);
  }
});

test("the phone's pages are small enough for a poor line, and one of its scripts is enough", () => {
  const files = readdirSync(new URL('../../manager/phone/', import.meta.url));
  const bytes = files.reduce((sum, name) => sum + read(`phone/${name}`).length, 0);
  assert.ok(bytes < 50_000, `${bytes} bytes`);
  assert.deepEqual(files.filter((name) => /js$/.test(name)), ['phone.js']);
});

test('text colours stand at 7 to 1 on what they stand on', () => {
  const colours = Object.fromEntries([...read('pages/shared/theme.css').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)]
    .map(([, name, colour]) => [name, colour]));
  const pairs = [['ink', 'ground'], ['ink', 'card'], ['muted', 'card'], ['muted', 'ground'], ['primary', 'card'],
    ['primary', 'soft'], ['ink', 'soft'], ['ink', 'bad-soft'], ['bad', 'card'], ['ok', 'card'], ['card', 'primary']];
  for (const [ink, ground] of pairs) assert.ok(contrast(colours[ink], colours[ground]) >= 7, `${ink} on ${ground}`);
});
