// The usher page's model: requests and pure functions on the answers, without DOM and network.

export const states = ['waiting', 'called', 'serving', 'parked', 'no_show', 'postponed', 'finished', 'cancelled',
  'unserved'];
export const actions = ['reprint', 'requeue', 'postpone', 'move', 'statutory', 'cancel'];

/** The groups that the usher may grant a statutory priority to, as [id, name] with "none" first. */
export const grantable = (groups, none, nameOf) =>
  [['none', none], ...groups.filter(({ byUsher }) => byUsher).map((group) => [group.id, nameOf(group)])];

const kMinute = 60_000;
const kDay = 24 * 60 * kMinute;

/** Local time of the hall at an instant: { date: "2026-11-23", time: "10:24" }. */
export function hallTime(instant, zone) {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The instant of a local time of the hall; the earlier one if it occurs twice (daylight saving). */
function instantOf(date, time, zone) {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const offset = (at) => {
    const local = hallTime(at, zone);
    return Date.parse(`${local.date}T${local.time}:00Z`) - Math.floor(at / kMinute) * kMinute;
  };
  const first = shown - offset(shown - kDay);
  const second = shown - offset(shown + kDay);
  return first + offset(first) === shown ? first : second;
}

/** The last instant up to `now` at which the hall's clock showed `time` ("10:24"), in RFC 3339. */
export function lastTime(time, now, zone) {
  const today = hallTime(now, zone).date;
  const at = instantOf(today, time, zone);
  if (at <= Date.parse(now)) return new Date(at).toISOString();
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - kDay).toISOString().slice(0, 10);
  return new Date(instantOf(yesterday, time, zone)).toISOString();
}

/** `from` and `to` are times of the hall, both inclusive to the minute; empty fields don't narrow the search. */
export function searchUrl({ service, state, from, to, number }, now, zone) {
  const query = new URLSearchParams();
  if (service) query.set('service', service);
  if (state) query.set('state', state);
  if (number?.trim()) query.set('number', tidyNumber(number));
  if (from) query.set('from', lastTime(from, now, zone));
  if (to) query.set('to', new Date(Date.parse(lastTime(to, now, zone)) + kMinute).toISOString());
  const text = query.toString();
  return text ? `/api/v1/tickets?${text}` : '/api/v1/tickets';
}

export function tidyNumber(number) {
  return number.replace(/\s/g, '').toUpperCase();
}

/** What the page has a control for of what the hall says may be done with a ticket, in the page's order. */
export function actionsFor({ may }) {
  return actions.filter((action) => may.includes(action));
}

/** Those where somebody works, a pause included. */
export const openOf = (counters) => counters.filter(({ state }) => state !== 'closed');

/** What an usher wants to know of a counter: { name, state: [word, its gap], reason, services, changed }. */
export function counterLine(counter, services, nameOf) {
  return {
    name: nameOf(counter),
    state: [`counter_${counter.state}`, counter.ticket?.number ?? ''],
    reason: counter.paused ? counter.pauseReason ?? '' : '',
    services: (counter.services ?? []).map((id) => nameOf(services.find((service) => service.id === id) ?? { name: {} }) ?? id),
    changed: counter.servicesChanged === true,
  };
}

/** The form as a body for POST /tickets/outage. Times are local times of the hall, all past. */
export function outageBody(form, now, zone) {
  const at = (time) => lastTime(time, now, zone);
  const body = { service: form.service, number: tidyNumber(form.number), issuedAt: at(form.issued) };
  if (form.statutory && form.statutory !== 'none') body.statutory = form.statutory;
  if (form.called && form.started && form.finished) {
    body.served = { counter: form.counter, calledAt: at(form.called), startedAt: at(form.started),
      finishedAt: at(form.finished) };
    if (form.clerk?.trim()) body.served.clerk = form.clerk.trim();
  }
  return body;
}

/** Some times of a service were given, but not all. */
export function servedHalf(form) {
  const given = [form.called, form.started, form.finished].filter(Boolean).length;
  return given > 0 && given < 3;
}
