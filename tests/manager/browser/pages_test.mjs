// Each page, as whoever may read it sees it in a browser: filled, and without a complaint on the console (a module that
// isn't served, a style that the page's policy refuses).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { emptyWords, shownBy } from './chromium.mjs';
import { openPage } from './driver.mjs';
import { startHall } from './hall.mjs';

const chromium = process.env.STARQUEUE_CHROMIUM;
let hall;

before(async () => { hall = await startHall(); });
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
