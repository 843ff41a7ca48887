import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { confirmWith, doubtOf, timeConfirmed } from '../../manager/pages/shared/clock.mjs';
import { wordIn, wordKeys } from '../../manager/pages/shared/words.mjs';

const hall = (clock) => ({ clock, at: '2026-11-23T02:00:00.000Z', timeZone: 'Asia/Shanghai' });

test('a clock that is believed has no notice', () => {
  assert.equal(doubtOf(hall({ believed: true }), 'en'), null);
});

test('a doubt is told with both times as the hall shows them', () => {
  const clock = { believed: false, why: 'before_build', machineAt: '1970-01-01T00:00:05.000Z' };
  const doubt = doubtOf(hall(clock), 'en');
  assert.match(wordIn('en', ...doubt.reason), /1 Jan 1970, 08:00/);
  assert.match(doubt.goesOn, /23 Nov 2026, 10:00/);
  assert.match(wordIn('zh', ...doubtOf(hall(clock), 'zh').reason), /1970年1月1日/);
});

test('every reason that the API names has its words', () => {
  const description = readFileSync(new URL('../../hall/openapi.yaml', import.meta.url), 'utf8');
  const [, reasons] = description.match(/enum: \[(before_build[^\]]*)\]/);
  for (const reason of reasons.split(', ')) assert.ok(wordKeys.includes(`clock_${reason}`), reason);
});

test('what is confirmed is the time of each send, with a requestId of its own', (context) => {
  context.mock.timers?.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 23, 2) });
  const first = timeConfirmed();
  if (context.mock.timers) {
    context.mock.timers.tick(90_000);
    assert.equal(timeConfirmed().wall, '2026-11-23T02:01:30.000Z');
  }
  assert.notEqual(timeConfirmed().requestId, first.requestId);
});

test('a time more than a day off is sent again as meant, once somebody said so', async () => {
  for (const isMeant of [true, false]) {
    const sent = [];
    const send = (makeBody) => {
      sent.push(makeBody());
      return Promise.resolve(sent.length === 1 ? { ok: false, code: 'confirm_needed' } : { ok: true });
    };
    const answer = await confirmWith(send, () => isMeant);
    assert.equal(answer.ok, isMeant);
    assert.deepEqual(sent.map((body) => body.confirm), isMeant ? [undefined, true] : [undefined]);
    if (isMeant) assert.notEqual(sent[1].requestId, sent[0].requestId);
  }
});
