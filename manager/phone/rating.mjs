// The page on which a customer rates a visit from the phone, once.
import {
  changesByItself, levelButtons, ratingText, ratingWords, reasonBoxes, untilText, visitText,
} from './rating_model.mjs';
import { post, uuid } from './request.mjs';

const kAgain = 10_000;
const base = location.pathname.replace(/\/+$/, '');
const byId = (id) => document.getElementById(id);
// One intent a score, or a choice of reasons: another one after a failure is another intent.
const page = {
  chosen: null, visit: null, given: null, ticked: new Set(), explained: false, gone: '', note: '', requestIds: {},
  sending: false, timer: 0,
};

function language() {
  return page.chosen ?? page.visit?.language ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
}

function show(id, text) {
  byId(id).textContent = text;
  byId(id).hidden = text === '';
}

function drawLevels(chosen) {
  const offers = page.visit.mayRate && page.given === null;
  byId('levels').hidden = !offers;
  byId('levels').replaceChildren(...(offers ? levelButtons(page.visit, chosen) : []).map(({ score, text }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'level';
    button.textContent = text;
    button.disabled = page.sending;
    button.addEventListener('click', () => rate(score));
    return button;
  }));
}

function reasonBox({ id, text }) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = page.ticked.has(id);
  box.disabled = page.sending;
  box.addEventListener('change', () => {
    if (box.checked) page.ticked.add(id);
    else page.ticked.delete(id);
    byId('send').disabled = page.ticked.size === 0;
  });
  const label = document.createElement('label');
  label.className = 'reason';
  label.append(box, text);
  return label;
}

function drawReasons(chosen) {
  const words = ratingWords(chosen);
  const asks = !page.explained && page.visit.reasons.length > 0;
  byId('why').hidden = !asks;
  if (!asks) return;
  show('whyTitle', words.why);
  show('whyHint', words.whyHint);
  byId('reasons').replaceChildren(...reasonBoxes(page.visit, chosen).map(reasonBox));
  byId('send').textContent = words.send;
  byId('send').disabled = page.sending || page.ticked.size === 0;
}

function drawVisit(chosen) {
  const { question, detail } = ratingText(page.visit, page.given, chosen);
  show('hall', page.visit.hall);
  show('service', visitText(page.visit, chosen));
  show('number', page.visit.number ?? '');
  show('question', question);
  document.title = [page.visit.number, question].filter(Boolean).join(' · ');
  show('detail', page.explained ? ratingWords(chosen).explained : detail);
  show('until', page.given === null ? untilText(page.visit, chosen) : '');
  drawLevels(chosen);
  drawReasons(chosen);
}

function draw() {
  const chosen = language();
  const words = ratingWords(chosen);
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en';
  byId('language').textContent = words.other;
  show('note', page.note === '' ? '' : words[page.note]);
  byId('gone').hidden = page.gone === '';
  byId('visit').hidden = page.gone !== '' || page.visit === null;
  if (page.gone !== '') {
    show('goneTitle', words[`${page.gone}Title`]);
    show('goneHint', words[`${page.gone}Hint`]);
  } else if (page.visit) drawVisit(chosen);
}

async function take(response) {
  page.note = response.ok || response.status === 404 ? '' : 'lost';
  if (response.ok) page.visit = await response.json();
  else if (response.status === 404) page.gone = (await response.json()).code === 'hall_restored' ? 'restored' : 'gone';
}

/** Whether another look may show something else. */
function looksAgain() {
  if (page.gone !== '' || page.given !== null) return false;
  return page.note !== '' || (page.visit !== null && changesByItself(page.visit));
}

async function look() {
  clearTimeout(page.timer);
  try {
    await take(await fetch(`${base}/state`, { cache: 'no-store' }));
  } catch {
    page.note = 'lost';
  }
  draw();
  if (looksAgain()) page.timer = setTimeout(look, kAgain);
}

/** Sends one intent: its answer; null where it wasn't taken, which the note or the page then says. */
async function send(url, intent, body) {
  if (page.sending) return null;
  page.requestIds[intent] ??= uuid();
  page.sending = true;
  page.note = '';
  draw();
  let answer = null;
  try {
    const response = await post(url, { requestId: page.requestIds[intent], ...body });
    if (response.ok) answer = await response.json();
    else if (response.status >= 500 || response.status === 429) page.note = 'failed';
    else await look();
  } catch {
    page.note = 'failed';
  }
  page.sending = false;
  draw();
  return answer;
}

async function rate(score) {
  const answer = await send(base, `score ${score}`, { score });
  if (answer === null) return;
  page.given = answer.score;
  await look(); // what may be given as a reason of it
  byId('question').focus();
}

async function explain() {
  const reasons = [...page.ticked].sort();
  if (await send(`${base}/reasons`, reasons.join(' '), { reasons }) === null) return;
  page.explained = true;
  draw();
  byId('question').focus();
}

byId('why').addEventListener('submit', (event) => { event.preventDefault(); explain(); });
byId('language').addEventListener('click', () => { page.chosen = language() === 'zh' ? 'en' : 'zh'; draw(); });
draw();
look();
