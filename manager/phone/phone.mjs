// The customer's phone: shows where the ticket stands, as the hall tells it; asks again where it can't be told.
import {
  goneWords, mayCancel, mayPostpone, nextLook, plainWords, postponeWords, ticketWords,
} from './phone_model.mjs';
import { post, uuid } from './request.mjs';
import { messagesOf } from './stream.mjs';

const base = location.pathname.replace(/\/+$/, '');
const byId = (id) => document.getElementById(id);
const page = { chosen: null, ticket: null, gone: false, restored: false, failures: 0, at: null, note: '', requestIds: {},
  timer: 0, stream: null };
const kSilence = 25_000; // ms; the hall says every ten seconds what it said before

function language() {
  return page.chosen ?? page.ticket?.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
}

function fill(texts) {
  for (const [id, text] of Object.entries(texts)) byId(id).textContent = text;
}

function drawPlain(words, chosen) {
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  fill({ language: words.other, cancel: words.cancel, sureTitle: words.sureTitle, sureHint: words.sureHint,
    keep: words.keep, give: words.give, ...goneWords(page.restored, chosen) });
  const note = page.note || (page.failures > 0 ? words.lost : '');
  byId('lost').textContent = note;
  byId('lost').hidden = note === '';
  byId('gone').hidden = !page.gone;
  byId('ticket').hidden = page.gone || page.ticket === null;
}

function drawTicket(ticket, chosen) {
  const words = ticketWords(ticket, chosen);
  document.body.dataset.state = ticket.state;
  document.title = `${ticket.number} · ${words.headline}`;
  fill({ hall: ticket.hall, service: ticket.service[chosen], number: ticket.number, detail: words.detail,
    advice: words.advice, asOf: clockText(chosen) });
  // Set only when it changes, so that a screen reader announces a call once.
  if (byId('headline').textContent !== words.headline) byId('headline').textContent = words.headline;
  byId('cancel').hidden = !mayCancel(ticket);
  byId('postpone').hidden = !mayPostpone(ticket);
  byId('rate').hidden = !ticket.mayRate && !ticket.mayExplain;
  byId('rate').textContent = plainWords(chosen)[ticket.mayExplain ? 'explain' : 'rate'];
  byId('rate').href = `${base}/rating`;
  fill(postponeWords(ticket, chosen));
}

function clockText(chosen) {
  const time = page.at?.toLocaleTimeString(chosen === 'zh' ? 'zh-CN' : 'en-GB') ?? '';
  return chosen === 'zh' ? `更新于 ${time}` : `Updated ${time}`;
}

function draw() {
  const chosen = language();
  drawPlain(plainWords(chosen), chosen);
  if (page.ticket && !page.gone) drawTicket(page.ticket, chosen);
}

function take(ticket) {
  if (ticket.state === 'called' && page.ticket && page.ticket.state !== 'called') navigator.vibrate?.([400, 200, 400]);
  Object.assign(page, { ticket, gone: false, failures: 0, at: new Date() });
}

/** The day of the ticket is over, but the visit may still be rated. */
async function rateInstead() {
  const response = await fetch(`${base}/rating/state`, { cache: 'no-store' });
  if (response.ok) location.replace(`${base}/rating`);
}

async function look() {
  try {
    const response = await fetch(`${base}/state`, { cache: 'no-store' });
    if (response.status === 404) {
      const { code } = await response.json();
      Object.assign(page, { gone: true, restored: code === 'hall_restored' });
      await rateInstead();
    } else if (response.ok) take(await response.json());
    else page.failures += 1;
  } catch {
    page.failures += 1;
  }
  draw();
}

function letGo() {
  clearTimeout(page.timer);
  page.stream?.abort();
  page.stream = null;
}

function show(ticket) {
  take(ticket);
  draw();
  clearTimeout(page.timer);
  page.timer = setTimeout(askInstead, kSilence);
}

/** Shows what the hall tells until it tells no more. */
async function hear(signal) {
  const { ok, body } = await fetch(`${base}/events`, { cache: 'no-store', signal });
  if (!ok) return;
  for await (const ticket of messagesOf(body)) show(ticket);
}

/** Shows what the hall tells, as soon as it changes. */
async function follow() {
  letGo();
  const stream = new AbortController();
  page.stream = stream;
  page.timer = setTimeout(askInstead, kSilence);
  try {
    await hear(stream.signal);
  } catch {
    // As at the end of a stream: the hall is asked.
  }
  if (page.stream === stream) await askInstead();
}

/** The hall doesn't tell: asks, and follows again after a while. */
async function askInstead() {
  letGo();
  await look();
  const ticket = page.ticket ?? { state: 'waiting', ahead: 0 };
  page.timer = setTimeout(follow, nextLook(page.gone ? { state: 'gone' } : ticket, page.failures));
}

/** Sends a command; on failure the page says `failed`, one of the plain words. */
async function command(name, failed) {
  // The idempotency key: kept until answered, so that a repeated request doesn't do it twice.
  page.requestIds[name] ??= uuid();
  page.note = '';
  try {
    const response = await post(`${base}/${name}`, { requestId: page.requestIds[name] });
    if (response.status < 500) delete page.requestIds[name];
    if (!response.ok) page.note = plainWords(language())[failed];
  } catch {
    page.note = plainWords(language())[failed];
  }
  await look();
}

function cancel() {
  byId('sure').close();
  return command('cancel', 'cancelFailed');
}

function postpone() {
  byId('laterDialog').close();
  return command('postpone', 'postponeFailed');
}

byId('language').addEventListener('click', () => { page.chosen = language() === 'zh' ? 'en' : 'zh'; draw(); });
byId('cancel').addEventListener('click', () => byId('sure').showModal());
byId('keep').addEventListener('click', () => byId('sure').close());
byId('give').addEventListener('click', cancel);
byId('postpone').addEventListener('click', () => byId('laterDialog').showModal());
byId('notLater').addEventListener('click', () => byId('laterDialog').close());
byId('later').addEventListener('click', postpone);
document.addEventListener('visibilitychange', () => { if (!document.hidden) follow(); });
draw();
look().then(follow); // first what is true now: a stream may be kept from a page for long
