import assert from 'node:assert/strict';
import test from 'node:test';
import { before, change, failureText, heat, keyLabel, lastDays, ordered, reportUrl, shadeOf, shades, weekdayOf }
  from '../../manager/pages/shared/report.mjs';
import { contrast } from './contrast.mjs';

test('the last seven days end with today', () => {
  assert.deepEqual(lastDays('2026-11-22', 7), { from: '2026-11-16', to: '2026-11-23' });
});

test('a week is compared with the week before, a day with the same weekday', () => {
  assert.deepEqual(before({ from: '2026-11-16', to: '2026-11-23' }), { from: '2026-11-09', to: '2026-11-16' });
  assert.deepEqual(before({ from: '2026-11-22', to: '2026-11-23' }), { from: '2026-11-15', to: '2026-11-16' });
});

test('a longer range is compared with days that it does not hold itself', () => {
  const range = lastDays('2026-11-22', 30);
  assert.ok(before(range).to <= range.from);
});

test('reports that are still being counted say how far in both languages', () => {
  const answer = { ok: false, status: 503, code: 'still_counting', detail: 'x', progress: { done: 999, of: 2000 } };
  assert.match(failureText(answer, 'en'), /still counting its past: 49 % done/);
  assert.match(failureText(answer, 'zh'), /已完成 49%/);
});

test('another failure is said with the hall’s own words', () => {
  assert.equal(failureText({ status: 503, code: 'unavailable', detail: 'the disk' }, 'en'), 'the disk');
  assert.match(failureText({ status: 0, detail: '' }, 'en'), /can’t be reached/);
});

test('the address asks as the contract says', () => {
  const range = { from: '2026-11-22', to: '2026-11-23' };
  assert.equal(reportUrl('waits', range, ['tier', 'service'], 'csv'),
    '/api/v1/reports/waits?from=2026-11-22&to=2026-11-23&by=tier,service&format=csv');
  assert.equal(reportUrl('outcomes', range), '/api/v1/reports/outcomes?from=2026-11-22&to=2026-11-23');
});

test('tiers stand highest first and without those whom nobody called', () => {
  const rows = [{ tier: '0', count: 3 }, { tier: '6', count: 0 }, { tier: '5', count: 1 }, { tier: '4', count: 2 }];
  assert.deepEqual(ordered('tier', rows).map((row) => row.tier), ['5', '4', '0']);
});

test('counter 10 stands after counter 9', () => {
  const rows = ['10', '9', '1'].map((counter) => ({ counter, count: 1 }));
  assert.deepEqual(ordered('counter', rows).map((row) => row.counter), ['1', '9', '10']);
});

test('keys read in the language, with the hall’s own names where they are known', () => {
  const names = { service: { account: { zh: '账户业务', en: 'Accounts' } }, counter: {} };
  assert.equal(keyLabel('service', 'account', 'en', names), 'Accounts');
  assert.equal(keyLabel('service', 'gone', 'zh', names), 'gone');
  assert.equal(keyLabel('counter', '3', 'zh', names), '3 号窗口');
  assert.equal(keyLabel('tier', '5', 'en', names), '5 stars and up');
  assert.equal(keyLabel('tier', '0', 'zh', names), '其他');
  assert.equal(keyLabel('day', '2026-11-22', 'en', names), '22 Nov Sun');
});

test('22 November 2026 is a Sunday', () => assert.equal(weekdayOf('2026-11-22'), 'sun'));

test('a change names the count of the earlier figure and is none without one', () => {
  const now = { count: 10, p50: 300 };
  assert.deepEqual(change(now, { count: 8, p50: 348 }, 'p50'), { sign: '▼', by: 0.8, count: 8 });
  assert.deepEqual(change(now, { count: 8, p50: 300 }, 'p50'), { sign: '=', by: 0, count: 8 });
  assert.equal(change(now, { count: 0, p50: 0 }, 'p50'), null);
  assert.equal(change(now, null, 'p50'), null);
});

test('the heat table holds the half-hours and days that have calls, Monday first', () => {
  const rows = [{ weekday: 'sun', halfhour: '10:00', count: 1, p90: 60 },
    { weekday: 'mon', halfhour: '09:30', count: 2, p90: 120 }, { weekday: 'tue', halfhour: '09:00', count: 0, p90: 0 }];
  const table = heat(rows);
  assert.deepEqual(table.times, ['09:30', '10:00']);
  assert.deepEqual(table.days, ['mon', 'sun']);
  assert.equal(table.most, 120);
  assert.equal(table.at('09:30', 'mon').count, 2);
  assert.equal(table.at('09:30', 'sun'), undefined);
});

test('the longest wait is darkest, and no wait lightest', () => {
  assert.equal(shadeOf(1200, 1200), shades.length - 1);
  assert.equal(shadeOf(0, 1200), 0);
  assert.equal(shadeOf(0, 0), 0);
});

test('short waits stay light even where they are the longest', () => {
  assert.equal(shadeOf(60, 60), 0);
});

test('a figure on any shade has a contrast of 7 to 1', () => {
  for (const { ground, ink } of shades) assert.ok(contrast(ground, ink) >= 7, `${ink} on ${ground}`);
});
