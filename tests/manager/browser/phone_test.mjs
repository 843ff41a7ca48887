// The customer's phone, pressed as a finger presses it: with its script, which reminds, and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { shownBy } from './chromium.mjs';
import { openPage } from './driver.mjs';
import { startHall } from './hall.mjs';

const chromium = process.env.STARQUEUE_CHROMIUM;
const kPhone = [390, 844];
let hall;

// A hall that asks on the phone why a visit was rated badly, and marks a no-show when it likes.
const kReasons = `late_days = 1
reasons = [
  { id = "wait", name = { zh = "等候时间太长", en = "I waited too long" } },
  { id = "manner", name = { zh = "服务态度不好", en = "How I was treated" } },
  { id = "unsettled", name = { zh = "事情没有办成", en = "My business wasn’t settled" } },
] #`;

// What a phone does to be noticed, counted.
const kNoticed = `window.noticed = { vibrations: [], tones: 0, locks: 0 };
  navigator.vibrate = (pattern) => { window.noticed.vibrations.push(pattern); return true; };
  Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
    window.noticed.locks += 1; return { addEventListener() {} }; } } });
  const begin = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function start(...when) { window.noticed.tones += 1; return begin.apply(this, when); };`;
// One that can nothing of it.
const kBare = `delete Navigator.prototype.vibrate; delete Navigator.prototype.wakeLock;
  delete window.AudioContext; delete window.webkitAudioContext;`;

before(async () => { hall = await startHall([['late_days = 0', kReasons]]); });
after(() => hall.end());

async function tell(face, where, body = {}) {
  const answer = await fetch(`${hall.url}/api/v1${where}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${hall.secret(face)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ requestId: crypto.randomUUID(), ...body }),
  });
  assert.ok(answer.ok, `${where}: ${answer.status} ${await answer.clone().text()}`);
  return answer.status === 204 ? null : answer.json();
}

async function ask(face, where) {
  return (await fetch(`${hall.url}/api/v1${where}`, { headers: { Authorization: `Bearer ${hall.secret(face)}` } })).json();
}

/** A new ticket with the address of its page. */
async function take() {
  const ticket = await tell('kiosk-1', '/tickets', { service: 'account' });
  return { ...ticket, page: hall.url + new URL(ticket.statusUrl).pathname };
}

async function opened(counter, clerk) {
  await tell(`counter-${counter}`, `/counters/${counter}/open`, { clerk });
}

async function call(counter, ticket) {
  await tell('manager', `/counters/${counter}/call`, { number: ticket.number, reason: 'a test' });
}

async function pictured(page, name) {
  if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/phone-${name}.png`);
}

test('shows the number without a complaint', async () => {
  const ticket = await take();
  const { dom, complaints } = await shownBy(chromium, ticket.page);
  assert.deepEqual(complaints, []);
  assert.ok(dom.includes(ticket.number), dom);
});

test('reminds of a call and of a recall, once each, and promises it only once asked to', async () => {
  await opened(4, '41');
  const ticket = await take();
  const page = await openPage(chromium, ticket.page, { before: kNoticed, size: kPhone });
  try {
    await page.until(`document.querySelector('#reminder:not([hidden]) #remind')`);
    assert.doesNotMatch(await page.run('document.body.innerText'), /会提醒您/);
    await pictured(page, 'waiting-zh');
    await page.press('#remind');
    await page.until(`/响铃、振动、屏幕保持常亮/.test(document.getElementById('reminds').innerText)`);
    await pictured(page, 'reminds-zh');
    assert.equal(await page.run('window.noticed.locks'), 1);
    const armed = await page.run('window.noticed');
    await call(4, ticket);
    await page.until(`document.getElementById('headline').textContent === '请到4号窗口'`);
    await pictured(page, 'called-zh');
    const called = await page.run('window.noticed');
    assert.equal(called.vibrations.length, armed.vibrations.length + 1);
    assert.ok(called.tones > armed.tones);
    await tell('counter-4', '/counters/4/recall');
    await page.until(`/又叫了您一次/.test(document.getElementById('detail').textContent)`);
    assert.equal((await page.run('window.noticed')).vibrations.length, armed.vibrations.length + 2);
    await tell('counter-4', '/counters/4/start');
    await page.until(`document.getElementById('headline').textContent === '正在为您办理'`);
    assert.equal((await page.run('window.noticed')).vibrations.length, armed.vibrations.length + 2);
    assert.equal(await page.run(`document.getElementById('reminder').hidden`), true);
  } finally {
    await page.end();
    await tell('counter-4', '/counters/4/finish');
  }
});

test('promises nothing on a phone that can neither ring nor vibrate', async () => {
  const ticket = await take();
  const page = await openPage(chromium, `${ticket.page}?language=en`, { before: kBare, size: kPhone });
  try {
    await page.press('#remind');
    await page.until(`/can’t remind you here/.test(document.getElementById('reminds').innerText)`);
    await pictured(page, 'bare-en');
  } finally {
    await page.end();
  }
});

test('puts the call off and gives the number up without leaving the page', async () => {
  const ticket = await take();
  const page = await openPage(chromium, `${ticket.page}?language=en`, { before: 'window.isFirst = true;', size: kPhone });
  try {
    await page.until(`document.getElementById('lost').hidden`);
    await page.run('window.isSame = true');
    await page.press('#postpone');
    await page.until(`document.getElementById('postponeDialog').open`);
    await pictured(page, 'postpone-en');
    await page.press('#postponeForm button');
    await page.until(`document.getElementById('headline').textContent === 'Your call is put off'`);
    await page.press('#cancel');
    await page.press('#cancelForm [data-closes]');
    await page.until(`!document.getElementById('cancelDialog').open`);
    await page.press('#cancel');
    await pictured(page, 'cancel-en');
    await page.press('#give');
    await page.until(`document.getElementById('headline').textContent === 'This number is given up'`);
    assert.equal(await page.run('window.isSame'), true);
    assert.equal(await page.run(`document.getElementById('cancel').hidden`), true);
  } finally {
    await page.end();
  }
});

test('goes from the ticket over the call to the rating without a script', async () => {
  await opened(5, '51');
  const ticket = await take();
  const page = await openPage(chromium, ticket.page, { scripts: false, size: kPhone });
  try {
    await page.until(`document.getElementById('number').textContent === '${ticket.number}'`);
    assert.equal(await page.run(`document.getElementById('reminder').hidden`), true);
    await page.press('#language');
    await page.until(`document.documentElement.lang === 'en'`);
    await pictured(page, 'plain-en');
    await page.press('#postpone');
    await page.until(`document.getElementById('postponeDialog').open`);
    await pictured(page, 'plain-postpone-en');
    await page.press('#postponeForm [data-closes]');
    await page.until(`!document.getElementById('postponeDialog').open`);
    await call(5, ticket);
    await page.until(`document.getElementById('headline').textContent === 'Go to Counter 5'`); // by its own refresh
    await tell('counter-5', '/counters/5/start');
    await tell('counter-5', '/counters/5/finish');
    const session = (await ask('bridge', '/rating-sessions?open')).find((one) => one.ticket === ticket.id);
    const { elapsed } = await ask('bridge', '/hall');
    await tell('bridge', `/tickets/${session.ticket}/rating`,
      { session: session.session, score: 2, press: { uid: '0001A2B3', epoch: 1, seq: 1, pressedAt: elapsed } });
    await page.until(`document.querySelector('#rate:not([hidden])')`);
    await pictured(page, 'plain-finished-en');
    await page.press('#rate');
    await page.until(`document.querySelectorAll('label.reason').length === 3`);
    await pictured(page, 'why-en');
    await page.press('label.reason:nth-child(2)');
    await page.press('#send');
    await page.until(`/we have your reasons/.test(document.body.innerText)`);
    await pictured(page, 'why-sent-en');
  } finally {
    await page.end();
  }
});
