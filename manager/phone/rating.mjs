// The page on which a customer rates a visit from the phone, once.
import { changesByItself, levelButtons, ratingText, ratingWords, untilText, visitText } from './rating_model.mjs';
import { post, uuid } from './request.mjs';

const kAgain = 10_000;
const base = location.pathname.replace(/\/+$/, '');
const byId = (id) => document.getElementById(id);
// One intent a score: another score after a failure is another intent.
const page = { chosen: null, visit: null, given: null, gone: '', note: '', requestIds: {}, sending: false, timer: 0 };

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

function drawVisit(chosen) {
  const { question, detail } = ratingText(page.visit, page.given, chosen);
  show('hall', page.visit.hall);
  show('service', visitText(page.visit, chosen));
  show('number', page.visit.number ?? '');
  show('question', question);
  document.title = [page.visit.number, question].filter(Boolean).join(' · ');
  show('detail', detail);
  show('until', page.given === null ? untilText(page.visit, chosen) : '');
  drawLevels(chosen);
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

async function rate(score) {
  if (page.sending) return;
  page.requestIds[score] ??= uuid();
  page.sending = true;
  page.note = '';
  draw();
  try {
    const response = await post(base, { requestId: page.requestIds[score], score });
    if (response.ok) page.given = (await response.json()).score;
    else if (response.status >= 500 || response.status === 429) page.note = 'failed';
    else await look();
  } catch {
    page.note = 'failed';
  }
  page.sending = false;
  draw();
  if (page.given !== null) byId('question').focus();
}

byId('language').addEventListener('click', () => { page.chosen = language() === 'zh' ? 'en' : 'zh'; draw(); });
draw();
look();
