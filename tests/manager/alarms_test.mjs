import assert from 'node:assert/strict';
import test from 'node:test';
import { alarmsOf } from '../../manager/pages/shared/alarms.mjs';
import { wordKeys } from '../../manager/pages/shared/words.mjs';
import { readFileSync } from 'node:fs';

const kDescription = new URL('../../hall/openapi.yaml', import.meta.url);

test('whoever isn’t told sees no alarm, and nobody where all is as usual', () => {
  assert.deepEqual(alarmsOf({}), []);
  assert.deepEqual(alarmsOf({ lookups: { unusual: false }, use: { unusual: [] } }), []);
});

test('each kind of unusual use has its sentence', () => {
  const kinds = /enum: \[(refused_logins[^\]]*)\]/.exec(readFileSync(kDescription, 'utf8'))[1].split(', ');
  assert.ok(kinds.length > 5);
  const words = alarmsOf({ lookups: { unusual: true }, use: { unusual: kinds } });
  assert.equal(words.length, kinds.length + 1);
  for (const key of [...words, 'unusualTitle', 'unusualWhat']) assert.ok(wordKeys.includes(key), key);
});
