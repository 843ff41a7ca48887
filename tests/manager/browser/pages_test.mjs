// Each page, as whoever may read it sees it in a browser: filled, and without a complaint on the console (a module that
// isn't served, a style that the page's policy refuses).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { emptyWords, shownBy } from './chromium.mjs';
import { openPage } from './driver.mjs';
import { startHall } from './hall.mjs';

const chromium = process.env.STARQUEUE_CHROMIUM;
let hall;

// A hall that asks on the phone why a visit was rated badly.
const kReasons = `late_days = 1
reasons = [
  { id = "wait", name = { zh = "等候时间太长", en = "I waited too long" } },
  { id = "manner", name = { zh = "服务态度不好", en = "How I was treated" } },
  { id = "unsettled", name = { zh = "事情没有办成", en = "My business wasn’t settled" } },
] #`;

before(async () => { hall = await startHall([['late_days = 0', kReasons]]); });
after(() => hall.end());

async function assertFilled(url) {
  const { dom, complaints } = await shownBy(chromium, url);
  assert.deepEqual(complaints, [], url);
  assert.match(dom, /data-word=|class="number"/, url);
  assert.deepEqual(emptyWords(dom), [], url);
  return dom;
}

test('the log-in page', async () => {
  await assertFilled(`${hall.url}/manage/login.html`);
});

test('the log-in page where the password is changed', async () => {
  const dom = await assertFilled(`${hall.url}/manage/login.html#password`);
  assert.match(dom, /<form id="login" hidden=""/);
  assert.doesNotMatch(dom, /<form id="change" hidden/);
});

for (const page of ['', 'fairness.html'])
  test(`the manager's page "${page}"`, async () => {
    await assertFilled(`${await hall.door('manager')}/manage/${page}`);
  });

test("the usher's page", async () => {
  await assertFilled(`${await hall.door('usher')}/manage/usher.html`);
});

test('an usher takes back a cancel within seconds, in both languages', async () => {
  const ask = async (method, path, body) => {
    const answer = await fetch(`${hall.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${hall.secret('usher')}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify({ requestId: crypto.randomUUID(), ...body }),
    });
    return answer.json();
  };
  const issued = await ask('POST', '/tickets', { service: 'account' });
  const stateNow = async () => (await ask('GET', `/tickets/${issued.id}`)).state;
  const page = await openPage(chromium, `${await hall.door('usher')}/manage/usher.html`);
  const press = (label) => `[...document.querySelectorAll('button')].find((one) => one.textContent === '${label}')`;
  try {
    await page.until("document.querySelector('.number')");
    if (await page.run("document.documentElement.lang") !== 'zh-CN')
      await page.run("document.getElementById('language').click()");
    for (const [cancel, takeBack, done] of [['取消号票', '撤销', '已恢复原状'], ['Cancel', 'Take back', 'is as it was before']]) {
      await page.until(press(cancel));
      await page.run(`${press(cancel)}.click()`);
      await page.until(press(takeBack));
      assert.equal(await stateNow(), 'cancelled');
      if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/usher-${cancel}.png`);
      await page.run(`${press(takeBack)}.click()`);
      await page.until(`document.getElementById('notice').textContent.includes('${done}')`);
      assert.equal(await stateNow(), 'waiting');
      await page.run("document.getElementById('language').click()");
    }
  } finally {
    await page.end();
  }
});

test("the usher's page says who gives what once the duty manager has changed it", async () => {
  const tell = async (face, path, body) => {
    const answer = await fetch(`${hall.url}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${hall.secret(face)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requestId: crypto.randomUUID(), ...body }),
    });
    assert.equal(answer.status, 200, await answer.text());
  };
  await tell('counter-1', '/counters/1/open', { clerk: '17' });
  await tell('counter-2', '/counters/2/open', { clerk: '18' });
  await tell('duty-manager', '/counters/1/pause', { reason: 'lunch' });
  await tell('duty-manager', '/counters/2/services', { services: ['sim'] });
  const dom = await assertFilled(`${await hall.door('usher')}/manage/usher.html`);
  assert.match(dom, /class="is">[^<]* · lunch</);
  assert.match(dom, /class="changed">[^<]*(SIM cards|补卡换卡)</);
});

test('the duty manager sees a printer in trouble, has it tested and hears how that ended', async () => {
  const ask = (method, path, body) => fetch(`${hall.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${hall.secret('bridge')}`, 'Content-Type': 'application/json' },
    body: body && JSON.stringify({ requestId: crypto.randomUUID(), ...body }),
  });
  const events = new globalThis.AbortController();
  const { body } = await fetch(`${hall.url}/api/v1/events`,
    { headers: { Authorization: `Bearer ${hall.secret('bridge')}` }, signal: events.signal });
  body.pipeTo(new globalThis.WritableStream()).catch(() => {}); // a body that nobody reads is thrown away, and its stream with it
  await ask('PUT', '/devices/printer-1/state', { kind: 'printer', kiosk: '1', state: 'fault', fault: 'paperOut' });
  const page = await openPage(chromium, `${await hall.door('duty-manager')}/manage/usher.html`);
  try {
    await page.until("document.querySelector('#devices .trouble')");
    if (await page.run('document.documentElement.lang') !== 'zh-CN')
      await page.run("document.getElementById('language').click()");
    for (const says of ['缺纸: 装入纸卷', 'out of paper: put a roll in']) {
      await page.until(`document.getElementById('devices').innerText.includes('${says}')`);
      if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/devices-${says.length}.png`);
      await page.run("document.getElementById('language').click()");
    }
    await page.run("document.querySelector('#devices button').click()");
    await page.until("document.getElementById('devices').innerText.includes('测试未结束')");
    await ask('POST', '/devices/printer-1/test-result', { outcome: 'failed', fault: 'paperOut' });
    await page.until("document.getElementById('devices').innerText.includes('测试失败: 装入纸卷')");
  } finally {
    await page.end();
    events.abort();
  }
});

test("a customer's phone page shows the number", async () => {
  const answer = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${hall.secret('kiosk-1')}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ requestId: crypto.randomUUID(), service: 'account' }),
  });
  const ticket = await answer.json();
  const { dom, complaints } = await shownBy(chromium, hall.url + new URL(ticket.statusUrl).pathname);
  assert.deepEqual(complaints, []);
  assert.ok(dom.includes(ticket.number), dom);
});

test('a customer says on the phone why the panel was pressed as it was, in both languages', async () => {
  const tell = async (face, where, body = {}) => {
    const answer = await fetch(`${hall.url}/api/v1${where}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${hall.secret(face)}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ requestId: crypto.randomUUID(), ...body }),
    });
    assert.ok(answer.ok, `${where}: ${answer.status}`);
    return answer.status === 204 ? null : answer.json();
  };
  const ask = async (face, where) => (await fetch(`${hall.url}/api/v1${where}`,
    { headers: { Authorization: `Bearer ${hall.secret(face)}` } })).json();
  const issued = await tell('usher', '/tickets', { service: 'sim' });
  assert.equal(issued.statusUrl, null, 'staff have no right to a customer’s page');
  const ticket = await tell('kiosk-1', '/tickets', { service: 'account' });
  await tell('counter-3', '/counters/3/open', { clerk: '19' });
  await tell('manager', '/counters/3/call', { number: ticket.number, reason: 'a test' });
  await tell('counter-3', '/counters/3/start');
  await tell('counter-3', '/counters/3/finish');
  const [session] = await ask('bridge', '/rating-sessions?open');
  const { elapsed } = await ask('bridge', '/hall');
  await tell('bridge', `/tickets/${session.ticket}/rating`,
    { session: session.session, score: 2, press: { uid: '0001A2B3', epoch: 1, seq: 1, pressedAt: elapsed } });
  const page = await openPage(chromium, hall.url + new URL(ticket.statusUrl).pathname);
  try {
    await page.until(`document.querySelector('#rate:not([hidden])')?.textContent === '告诉我们原因'`);
    await page.run(`setTimeout(() => document.getElementById('rate').click()), 0`);
    await page.until(`document.querySelectorAll('label.reason').length === 3`);
    assert.equal(await page.run(`document.getElementById('send').disabled`), true, 'nothing is ticked yet');
    if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/why-zh.png`);
    await page.run(`document.getElementById('language').click()`);
    assert.match(await page.run('document.body.innerText'), /What was the reason\?[^]*I waited too long/);
    await page.run(`document.querySelectorAll('label.reason')[1].click()`);
    if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/why-en.png`);
    await page.run(`document.getElementById('send').click()`);
    await page.until(`/we have your reasons/.test(document.body.innerText)`);
    assert.equal(await page.run(`document.getElementById('why').hidden`), true);
    if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/why-sent.png`);
  } finally {
    await page.end();
  }
});
