// Somebody logs in for the first time and again, in a browser: what is judged while they type, and what they are told.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openPage } from './driver.mjs';
import { startHall } from './hall.mjs';

const chromium = process.env.STARQUEUE_CHROMIUM;
const kOwnPassword = 'mauve oxen sing at dusk';
let hall;
let page;

before(async () => {
  hall = await startHall();
  page = await openPage(chromium, `${hall.url}/manage/login.html`);
  await page.until("document.getElementById('user') && document.getElementById('language').textContent");
  if (await page.run('document.documentElement.lang') !== 'zh-CN') await page.run("document.getElementById('language').click()");
});
after(async () => {
  await page.end();
  await hall.end();
});

async function picture(name) {
  if (process.env.STARQUEUE_PICTURES) await page.picture(`${process.env.STARQUEUE_PICTURES}/${name}.png`);
}

const fill = (form, values) => page.run(`(() => {
  const fields = document.getElementById('${form}').elements;
  for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
    fields[name].value = value;
    fields[name].dispatchEvent(new Event('input'));
  }
})()`);
const submit = (form) => page.run(`document.getElementById('${form}').requestSubmit()`);

async function logIn(password) {
  await fill('login', { user: 'admin', password });
  await submit('login');
}

async function bothLanguages(name, shows) {
  for (const text of shows) {
    await page.until(`document.body.innerText.includes('${text}')`);
    await picture(`${name}-${await page.run('document.documentElement.lang')}`);
    await page.run("document.getElementById('language').click()");
  }
}

test('a refused log-in is told at the next one, and a new password is judged while it is typed', async () => {
  await logIn('wrong every time');
  await page.until("!document.getElementById('problem').hidden");
  await logIn(hall.firstPassword());
  await page.until("!document.getElementById('change').hidden");
  await bothLanguages('first', ['被拒绝的登录：1 次', 'Refused log-ins: 1']);
  await fill('change', { new: 'elevenchars' });
  assert.equal(await page.run("document.getElementById('judgement').textContent"), '新密码至少要有 12 个字符。');
  await fill('change', { new: 'password1234' });
  await page.until("document.getElementById('judgement').textContent.includes('太常见')");
  await picture('known');
  await fill('change', { new: kOwnPassword, again: kOwnPassword });
  await bothLanguages('strong', ['而且很难猜中', 'is hard to guess']);
  assert.equal(await page.run("document.getElementById('strength').value"), 1);
  await submit('change');
  await page.until("location.pathname === '/manage/' && document.querySelector('.foot')");
});

test('what was refused since stands before going on, and the last log-in below the links', async () => {
  // The page listens once it has asked who is logged in.
  await page.until("(document.getElementById('logout')?.click(), location.pathname.endsWith('login.html'))");
  await page.until("document.getElementById('language').textContent");
  await logIn('wrong every time');
  await page.until("!document.getElementById('problem').hidden");
  await logIn(kOwnPassword);
  await page.until("!document.getElementById('news').hidden && document.getElementById('login').hidden");
  await bothLanguages('news', ['您更改了密码', 'you changed the password']);
  await page.run("document.getElementById('goOn').click()");
  await page.until("location.pathname === '/manage/' && document.querySelector('.foot p')");
  await bothLanguages('home', ['上次登录：', 'Last log-in: ']);
});
