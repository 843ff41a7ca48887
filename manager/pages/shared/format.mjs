// Formats figures and dates. Dates are "2026-11-22", business days of the hall: never converted between time zones.

const kDay = 86_400_000;
const kNarrowSpace = '\u202f';

/** Seconds as minutes: "5.2"; whole from 10 hours on. No value: "—". */
export function minutes(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return '—';
  const value = seconds / 60;
  return value >= 600 ? grouped(Math.round(value)) : value.toFixed(1);
}

/** A share of 0 to 1 as "89.7". */
export function percent(share) {
  return share === null || share === undefined ? '—' : (share * 100).toFixed(1);
}

/** "2 986" with a narrow no-break space. */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, kNarrowSpace);
}

export function addDays(date, days) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * kDay).toISOString().slice(0, 10);
}

/** From `from` to before `to`. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / kDay);
}

export function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** Today by this browser's clock. */
export function localToday(now = new Date()) {
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const kMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "11月22日" or "22 Nov". */
export function shortDate(date, chosen) {
  const [, month, day] = date.split('-').map(Number);
  return chosen === 'zh' ? `${month}月${day}日` : `${day} ${kMonths[month - 1]}`;
}

/** "2026年11月16日 – 11月22日"; `to` is not in the range. */
export function rangeText({ from, to }, chosen) {
  const last = addDays(to, -1);
  const withYear = (date) => chosen === 'zh' ? `${date.slice(0, 4)}年${shortDate(date, chosen)}`
    : `${shortDate(date, chosen)} ${date.slice(0, 4)}`;
  if (from === last) return withYear(from);
  if (from.slice(0, 4) !== last.slice(0, 4)) return `${withYear(from)} – ${withYear(last)}`;
  return chosen === 'zh' ? `${withYear(from)} – ${shortDate(last, chosen)}`
    : `${shortDate(from, chosen)} – ${withYear(last)}`;
}
