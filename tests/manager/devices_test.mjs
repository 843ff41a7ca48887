import assert from 'node:assert/strict';
import test from 'node:test';
import { deviceLine, inOrder } from '../../manager/pages/devices_model.mjs';

const printer = { id: 'printer-1', kiosk: '1', counter: null, state: 'fault', connected: true, test: null,
  says: { zh: '缺纸', en: 'out of paper' }, remedy: { zh: '装入纸卷', en: 'put a roll in' } };
const word = (key, of) => `${key} ${of}`;

test('a device is told in the words of the hall, with what mends it', () => {
  const line = deviceLine(printer, 'en', word);
  assert.equal(line.name, 'printer-1 · kioskIs 1');
  assert.equal(line.says, 'out of paper');
  assert.equal(line.remedy, 'put a roll in');
  assert.equal(line.bad, true);
  assert.equal(deviceLine(printer, 'zh', word).remedy, '装入纸卷');
  assert.equal(deviceLine({ ...printer, remedy: null }, 'en', word).remedy, '');
});

test('one whose bridge is gone is in trouble, whatever was said last, and can not be tested', () => {
  const line = deviceLine({ ...printer, state: 'ok', connected: false }, 'en', word);
  assert.equal(line.bad, true);
  assert.equal(line.mayTest, false);
  assert.equal(deviceLine({ ...printer, state: 'warning' }, 'en', word).bad, false);
});

test('a test under way ends before the next, and its end is told', () => {
  const underWay = { endedAt: null, says: { zh: '测试未结束', en: 'under way' }, remedy: { zh: '请稍候', en: 'wait' } };
  assert.equal(deviceLine({ ...printer, test: underWay }, 'en', word).mayTest, false);
  const passed = { endedAt: '2026-11-29T10:00:00Z', says: { zh: '测试通过', en: 'passed' }, remedy: null };
  const line = deviceLine({ ...printer, test: passed }, 'en', word);
  assert.equal(line.mayTest, true);
  assert.equal(line.test, 'passed');
});

test('those that need somebody come first', () => {
  assert.deepEqual(inOrder([{ id: 1, bad: false }, { id: 2, bad: true }, { id: 3, bad: false }]).map((line) => line.id),
    [2, 1, 3]);
});
