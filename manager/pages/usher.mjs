// The usher's page: finds a ticket by time and service, does what may be done with it, and enters numbers
// that were written by hand.
import { get, logOut, mustLogIn, sendCommand } from './shared/api.mjs';
import { byId, el, show } from './shared/page.mjs';
import { newRequestId } from './shared/request_id.mjs';
import { showClock } from './shared/clock.mjs';
import { showOwnLinks } from './shared/links.mjs';
import { actionsFor, hallTime, outageBody, searchUrl, servedHalf, states, grantable }
  from './usher_model.mjs';
import { applyWords, language, refusalWord, switchLanguage, word } from './shared/words.mjs';
import { drawCounters, watchCounters } from './usher_counters.mjs';
import { drawDevices, watchDevices } from './usher_devices.mjs';

const page = { zone: 'UTC', ahead: 0, services: [], counters: [], kiosks: [], groups: [], tickets: null };
const kOfferedFor = 8000; // ms; the hall takes a step back for ten seconds
const search = byId('search');
const outage = byId('outage');

function nameOf(thing) {
  return thing.name[language()];
}

/** The hall's time; this tablet's clock may be wrong. */
function now() {
  return new Date(Date.now() + page.ahead).toISOString();
}

function fieldsOf(form) {
  return Object.fromEntries(new FormData(form));
}

function say(text, bad = false) {
  const notice = byId('notice');
  notice.textContent = text;
  notice.classList.toggle('bad', bad);
  show(notice, text !== '');
}

/** A key beside the notice that takes the step back, for as long as the hall surely does. */
function offerUndo(ticket, event) {
  const key = el('button', { type: 'button', onclick: () => takeBack(ticket, event) }, word('takeBack'));
  byId('notice').append(' ', key);
  setTimeout(() => key.remove(), kOfferedFor);
}

async function takeBack(ticket, event) {
  const answer = await sendCommand('POST', '/api/v1/undo', { requestId: newRequestId(), event });
  if (!stillIn(answer)) return;
  say(answer.ok ? word('did_takeBack', ticket.number) : problemOf(answer), !answer.ok);
  await find();
}

/** False if the session has expired: then the login page opens. */
function stillIn(answer) {
  const login = mustLogIn(answer);
  if (login !== null) location.replace(login);
  return login === null;
}

/** In the page's language where it has words for the refusal; the hall's own are English. */
function problemOf(answer) {
  return answer.status === 0 ? word('unreachable') : refusalWord(answer.code) ?? answer.detail;
}

async function learnHall() {
  const [board, counters] = await Promise.all([get('/api/v1/board'), get('/api/v1/counters')]);
  if (!stillIn(board)) return;
  if (!board.ok) return say(problemOf(board), true);
  byId('hall').textContent = board.data.hall.name;
  page.zone = board.data.hall.timeZone;
  page.ahead = Date.parse(board.data.at) - Date.now();
  page.services = board.data.services;
  page.kiosks = board.data.kiosks;
  page.groups = board.data.groups;
  page.counters = counters.ok ? counters.data : board.data.counters;
}

function fill(select, choices) {
  const chosen = select.value;
  select.replaceChildren(...choices.map(([value, text]) => el('option', { value }, text)));
  if (choices.some(([value]) => value === chosen)) select.value = chosen;
}

const groups = () => grantable(page.groups, word('statutory_none'), nameOf);

function drawForms() {
  const services = page.services.map((service) => [service.id, nameOf(service)]);
  fill(search.elements.service, [['', word('anyService')], ...services]);
  fill(search.elements.state, [['', word('anyState')], ...states.map((state) => [state, word(`state_${state}`)])]);
  fill(outage.elements.service, services);
  fill(outage.elements.statutory, groups());
  fill(outage.elements.counter, page.counters.map((counter) => [counter.id, nameOf(counter)]));
}

async function act(ticket, action, body = {}) {
  const answer = await sendCommand('POST', `/api/v1/tickets/${ticket.id}/${action}`,
    { requestId: newRequestId(), ...body });
  if (!stillIn(answer)) return;
  say(answer.ok ? word(`did_${action}`, ticket.number) : problemOf(answer), !answer.ok);
  if (answer.ok && answer.data.undo) offerUndo(ticket, answer.data.undo.event);
  await find();
}

/** A select that runs its action at once and then shows its label again. */
function chooser(label, choices, onChosen) {
  return el('select', { 'aria-label': label, onchange: (event) => onChosen(event.target.value) },
    el('option', { value: '' }, label), ...choices.map(([value, text]) => el('option', { value }, text)));
}

function reprinter(ticket) {
  if (ticket.kiosk) return el('button', { type: 'button', onclick: () => act(ticket, 'reprint') }, word('reprint'));
  const kiosks = page.kiosks.map(({ id }) => [id, word('kioskNo', id)]);
  return kiosks.length ? chooser(word('reprint'), kiosks, (kiosk) => act(ticket, 'reprint', { kiosk })) : null;
}

function control(ticket, action) {
  if (action === 'reprint') return reprinter(ticket);
  if (action === 'move')
    return chooser(word('move'), page.services.filter(({ id, takesTransfers }) => takesTransfers && id !== ticket.service)
      .map((service) => [service.id, nameOf(service)]), (service) => act(ticket, 'move', { service }));
  if (action === 'statutory')
    return chooser(word('statutory'), groups(),
      (statutory) => act(ticket, 'statutory', { statutory }));
  return el('button', { type: 'button', onclick: () => act(ticket, action) }, word(action));
}

function ticketRow(ticket) {
  const place = ticket.ahead === null ? '' : word('aheadIs', ticket.ahead);
  const paper = ticket.paper === 'retracted' ? word('paperTakenBack') : '';
  const granted = ticket.statutoryName ? nameOf({ name: ticket.statutoryName }) : '';
  return el('li', {},
    el('div', { class: 'line' },
      el('span', { class: 'number' }, ticket.number),
      ...[word(`state_${ticket.state}`), nameOf({ name: ticket.serviceName }),
        word('issuedAtIs', hallTime(ticket.issuedAt, page.zone).time), place, granted, paper]
        .filter(Boolean).map((text) => el('span', {}, text))),
    el('div', { class: 'controls' }, ...actionsFor(ticket).map((action) => control(ticket, action))));
}

function draw() {
  applyWords(document, language());
  document.title = `${word('usher')} · ${byId('hall').textContent}`;
  drawForms();
  drawCounters(page, nameOf);
  drawDevices();
  byId('tickets').replaceChildren(...(page.tickets ?? []).map(ticketRow));
  byId('status').textContent = page.tickets === null ? '' : word('foundCount', page.tickets.length);
}

async function find(event) {
  event?.preventDefault();
  const answer = await get(searchUrl(fieldsOf(search), now(), page.zone));
  if (!stillIn(answer)) return;
  if (!answer.ok) return say(problemOf(answer), true);
  page.tickets = answer.data;
  draw();
}

async function enter(event) {
  event.preventDefault();
  const form = fieldsOf(outage);
  if (servedHalf(form)) return say(word('servedHalf'), true);
  const answer = await sendCommand('POST', '/api/v1/tickets/outage',
    { requestId: newRequestId(), ...outageBody(form, now(), page.zone) });
  if (!stillIn(answer)) return;
  if (!answer.ok) return say(problemOf(answer), true);
  say(word('did_enter', answer.data.number));
  outage.elements.number.value = '';
  await find();
}

byId('language').addEventListener('click', () => { switchLanguage(); draw(); });
byId('logout').addEventListener('click', logOut);
search.addEventListener('submit', (event) => { say(''); find(event); });
outage.addEventListener('submit', enter);
await learnHall();
await Promise.all([showClock(), showOwnLinks()]);
draw();
await find();
await watchDevices();
await watchCounters((counters) => {
  page.counters = counters;
  drawCounters(page, nameOf);
});
