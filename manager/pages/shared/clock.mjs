// The notice that the hall's clock is in doubt, at the top of a page, with a button that confirms the time.
import { drawAlarms } from './alarms.mjs';
import { lookAgain, mustLogIn } from './api.mjs';
import { el } from './page.mjs';
import { sendProven } from './proof.mjs';
import { newRequestId } from './request_id.mjs';
import { language, word } from './words.mjs';

const kLooksEvery = 30_000;

/** An instant as the hall's clocks show it. */
function shown(instant, zone, chosen) {
  return new Date(instant).toLocaleString(chosen === 'zh' ? 'zh-CN' : 'en-GB',
    { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
}

/** What the notice says of GET /hall: { reason: [key, time], goesOn: time }; null while the clock is believed. */
export function doubtOf({ clock, at, timeZone }, chosen) {
  if (clock.believed) return null;
  return { reason: [`clock_${clock.why}`, shown(clock.machineAt, timeZone, chosen)],
    goesOn: shown(at, timeZone, chosen) };
}

function whyNotConfirmed({ status, code, detail }) {
  if (code === 'password_needed') return word('proofNeeded');
  if (code === 'too_many') return word('loginTooMany');
  return status === 0 ? word('unreachable') : detail;
}

/** The command that confirms what this device's clock shows at the moment. */
export function timeConfirmed() {
  return { requestId: newRequestId(), wall: new Date().toISOString() };
}

/** Sends it; where the hall's own time is more than a day off, only if `isMeant` says so too. */
export async function confirmWith(send, isMeant) {
  const answer = await send(timeConfirmed);
  if (answer.code !== 'confirm_needed' || !isMeant()) return answer;
  return send(() => ({ ...timeConfirmed(), confirm: true }));
}

async function confirmTime(zone, failed) {
  const time = shown(Date.now(), zone, language());
  if (!window.confirm(word('clockAsk', time))) return;
  const answer = await confirmWith((body) => sendProven('POST', '/api/v1/hall/clock/confirm', body),
    () => window.confirm(word('clockFar', time)));
  if (answer.ok) return location.reload();
  failed.textContent = whyNotConfirmed(answer);
}

function draw(notice, hall) {
  const doubt = doubtOf(hall, language());
  notice.hidden = doubt === null;
  if (doubt === null) return;
  const failed = el('p', { class: 'bad', role: 'status' });
  const now = shown(Date.now(), hall.timeZone, language());
  notice.replaceChildren(el('h2', {}, word('clockTitle')),
    el('p', {}, `${word(...doubt.reason)} ${word('clockGoesOn', doubt.goesOn)}`), failed);
  if (hall.may.includes('confirm_clock'))
    notice.append(el('button', { type: 'button', onclick: () => confirmTime(hall.timeZone, failed) },
      word('clockConfirm', now)));
}

/** Also shows what was unusual in the hall's use. Looks now and every half minute; when the session is over, at the log-in instead. Whoever may say what the time is gets a button for it. */
export async function showClock() {
  const notice = el('section', { class: 'card state', role: 'alert', hidden: '' });
  const alarms = el('section', { class: 'card state', role: 'status', hidden: '' });
  document.querySelector('main').prepend(notice, alarms);
  const look = async () => {
    const hall = await lookAgain('/api/v1/hall');
    const login = mustLogIn(hall);
    if (login) location.replace(login);
    else if (hall.ok) {
      draw(notice, hall.data);
      drawAlarms(alarms, hall.data);
    }
  };
  setInterval(look, kLooksEvery);
  await look();
}
