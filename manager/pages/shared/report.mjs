// The waits report's model: requests and pure functions on the answers, without DOM and network.
import { addDays, daysBetween, shortDate } from './format.mjs';
import { wordIn } from './words.mjs';

export const groupKeys = ['tier', 'service', 'counter', 'day', 'halfhour', 'clerk'];
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The last `days` days with today as the last of them. */
export function lastDays(today, days) {
  return { from: addDays(today, 1 - days), to: addDays(today, 1) };
}

/** The range before with as many days; up to a week, whole weeks before, so that Monday is compared with Monday. */
export function before({ from, to }) {
  const back = Math.ceil(daysBetween(from, to) / 7) * 7;
  return { from: addDays(from, -back), to: addDays(to, -back) };
}

/** What a page says of an answer that failed. */
export function failureText({ status, code, detail, progress }, chosen) {
  if (status === 0) return wordIn(chosen, 'unreachable');
  if (code === 'still_counting')
    return wordIn(chosen, 'stillCounting', Math.floor((100 * progress.done) / progress.of));
  return status === 403 ? detail || wordIn(chosen, 'forbidden') : detail;
}

export function reportUrl(report, { from, to }, by = [], format = 'json') {
  const query = new URLSearchParams({ from, to });
  if (by.length) query.set('by', by.join(','));
  if (format !== 'json') query.set('format', format);
  return `/api/v1/reports/${report}?${query.toString().replaceAll('%2C', ',')}`;
}

function tierLabel(stars, chosen) {
  return stars === '' || stars === '0' ? wordIn(chosen, 'everybodyElse') : wordIn(chosen, 'starsUp', stars);
}

/** The text of a row's key. `names` holds { service: {id: {zh, en}}, counter: {…} } as far as they are known. */
export function keyLabel(key, value, chosen, names) {
  if (key === 'tier') return tierLabel(value, chosen);
  if (value === '') return wordIn(chosen, 'nobody');
  if (key === 'weekday') return wordIn(chosen, value);
  if (key === 'day') return `${shortDate(value, chosen)} ${wordIn(chosen, weekdayOf(value))}`;
  const name = names[key]?.[value]?.[chosen];
  if (name) return name;
  return key === 'counter' ? wordIn(chosen, 'counterNo', value) : value;
}

export function weekdayOf(date) {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];
}

const kOrders = {
  tier: (a, b) => Number(b.tier) - Number(a.tier),
  counter: (a, b) => a.counter.localeCompare(b.counter, 'en', { numeric: true }),
  service: (a, b) => b.count - a.count,
  clerk: (a, b) => a.clerk.localeCompare(b.clerk, 'en', { numeric: true }),
  day: (a, b) => a.day.localeCompare(b.day),
  halfhour: (a, b) => a.halfhour.localeCompare(b.halfhour),
};

/** Sorts rows for display and drops those without calls. */
export function ordered(key, rows) {
  return rows.filter((row) => row.count > 0).sort(kOrders[key]);
}

/** Compares `now` with `earlier`: { sign: "▲" | "▼" | "=", by } in minutes, or null where one has no count. */
export function change(now, earlier, figure) {
  if (!now?.count || !earlier?.count) return null;
  const by = Number(((now[figure] - earlier[figure]) / 60).toFixed(1));
  const signs = { '-1': '▼', 0: '=', 1: '▲' };
  return { sign: signs[Math.sign(by)], by: Math.abs(by), count: earlier.count };
}

/** Rows by weekday and half-hour as a table: { times, days, at(time, day), most }. */
export function heat(rows) {
  const counted = rows.filter((row) => row.count > 0);
  const cells = new Map(counted.map((row) => [`${row.halfhour} ${row.weekday}`, row]));
  return {
    times: [...new Set(counted.map((row) => row.halfhour))].sort(),
    days: weekdays.filter((day) => counted.some((row) => row.weekday === day)),
    most: Math.max(0, ...counted.map((row) => row.p90)),
    at: (time, day) => cells.get(`${time} ${day}`),
  };
}

// Five shades with a text contrast of 7:1; no blue between the light and the dark ones reaches it.
export const shades = [
  { ground: '#f1f5fb', ink: '#0f1b2d' },
  { ground: '#dae6f6', ink: '#0f1b2d' },
  { ground: '#bfd4ef', ink: '#0f1b2d' },
  { ground: '#a3c1e8', ink: '#0f1b2d' },
  { ground: '#094691', ink: '#ffffff' },
];

// The darkest shade means at least 15 minutes, so a day of short waits has no dark cells.
const kDarkSeconds = 900;

/** The shade of a wait when the longest is `most`; both in seconds. */
export function shadeOf(seconds, most) {
  return Math.min(shades.length - 1, Math.floor((seconds / Math.max(most, kDarkSeconds)) * shades.length));
}
