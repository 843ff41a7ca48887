import assert from 'node:assert/strict';
import test from 'node:test';
import { addDays, daysBetween, grouped, isDate, localToday, minutes, percent, rangeText }
  from '../../manager/pages/shared/format.mjs';

test('seconds read as minutes with one decimal, and nothing as a dash', () => {
  assert.equal(minutes(312), '5.2');
  assert.equal(minutes(0), '0.0');
  assert.equal(minutes(null), '—');
  assert.equal(minutes(undefined), '—');
});

test('a share reads as percent, and no share as a dash rather than zero', () => {
  assert.equal(percent(0.897), '89.7');
  assert.equal(percent(0), '0.0');
  assert.equal(percent(null), '—');
});

test('thousands stand apart by a space that no line breaks at', () => {
  assert.equal(grouped(2986), '2\u202f986');
  assert.equal(grouped(999), '999');
  assert.equal(grouped(1234567), '1\u202f234\u202f567');
});

test('days are added over months, years and the 29th of February', () => {
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2026-03-01', -1), '2026-02-28');
  assert.equal(daysBetween('2026-11-16', '2026-11-23'), 7);
});

test('only dates are taken for dates', () => {
  assert.ok(isDate('2026-11-22'));
  for (const text of ['', '2026-13-01', '22.11.2026', '2026-11-2']) assert.ok(!isDate(text), text);
});

test('today is the day of this clock, not of Greenwich', () => {
  assert.equal(localToday(new Date(2026, 10, 22, 0, 5)), '2026-11-22');
});

test('a range names its last day, which is the one before its end', () => {
  const week = { from: '2026-11-16', to: '2026-11-23' };
  assert.equal(rangeText(week, 'zh'), '2026年11月16日 – 11月22日');
  assert.equal(rangeText(week, 'en'), '16 Nov – 22 Nov 2026');
  assert.equal(rangeText({ from: '2026-11-22', to: '2026-11-23' }, 'en'), '22 Nov 2026');
  assert.equal(rangeText({ from: '2026-12-31', to: '2027-01-02' }, 'en'), '31 Dec 2026 – 1 Jan 2027');
});
