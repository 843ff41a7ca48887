// What has happened to somebody's user since the last log-in, in words: `sinceLastLogin` of the session.
import { wordIn } from './words.mjs';
import { shortDate } from './format.mjs';

const two = (number) => String(number).padStart(2, '0');

/** "11月29日 18:02", by this browser's clock. */
function moment(at, chosen) {
  const when = new Date(at);
  const date = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${shortDate(date, chosen)} ${two(when.getHours())}:${two(when.getMinutes())}`;
}

function changeText({ at, what, by, detail }, chosen) {
  const who = by === 'command line' ? wordIn(chosen, 'newsByCommand') : by;
  const key = what === 'user_changed' && detail === 'password' ? 'password_set' : what;
  return wordIn(chosen, `news_${key}`, moment(at, chosen), who, detail);
}

/** "Last log-in: 29 Nov 18:02, a computer"; empty: there was none. */
export function lastLoginText(news, chosen) {
  if (!news?.lastAt) return '';
  return wordIn(chosen, 'newsLast', moment(news.lastAt, chosen), wordIn(chosen, `from_${news.lastFrom || 'program'}`));
}

/** Whether there is something that somebody should see before going on. */
export function isNews(news) {
  return Boolean(news) && (news.refused > 0 || news.changes.some(({ what }) => what !== 'user_added'));
}

/** One line each; the last log-in first. */
export function newsLines(news, chosen) {
  const refused = news.refused > 0 ? [wordIn(chosen, 'newsRefused', news.refused)] : [];
  return [lastLoginText(news, chosen), ...refused, ...news.changes.map((one) => changeText(one, chosen))]
    .filter((line) => line !== '');
}
