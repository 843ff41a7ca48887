// The frame of every report page: dates, groups, language, log-out, error messages.
import { get, sendCommand } from './api.mjs';
import { addDays, isDate, localToday, rangeText } from './format.mjs';
import { groupKeys, lastDays, reportUrl } from './report.mjs';
import { byId, el, segments, show } from './page.mjs';
import { applyWords, language, switchLanguage, word } from './words.mjs';

const kPresets = [['today', 1], ['week', 7], ['month', 30]];

function namesOf(list) {
  return Object.fromEntries(list.map((entry) => [entry.id, entry.name]));
}

/** Names and the hall's date; optional for a report. */
async function learnHall(page) {
  const [board, services, counters] = await Promise.all(
    ['board', 'services', 'counters'].map((name) => get(`/api/v1/${name}`)));
  if (board.ok) {
    byId('hall').textContent = board.data.hall.name;
    if (isDate(board.data.date ?? '')) page.today = board.data.date;
  }
  if (services.ok) page.names.service = namesOf(services.data);
  if (counters.ok) page.names.counter = namesOf(counters.data);
}

/** The error message if one of the answers failed; else null. */
function failureOf(answers) {
  const failed = answers.find((answer) => !answer.ok);
  if (!failed) return null;
  if (failed.status === 0) return word('unreachable');
  return failed.status === 403 ? failed.detail || word('forbidden') : failed.detail;
}

/**
 * The page of `report`. `ask(page)` gives the requests: { must: [path…], may: [path…] }; `take(answers)` makes
 * of the answers what `draw(page)` shows, or null where there is nothing to show.
 */
// eslint-disable-next-line max-lines-per-function -- its functions share the page
export async function reportPage(report, { ask, take, draw }) {
  const page = { today: localToday(), range: null, key: 'tier', names: { service: {}, counter: {} },
    figures: null, answered: false, failure: null, asked: 0 };

  async function load() {
    const asked = ++page.asked;
    show(byId('status'), true);
    const { must, may } = ask(page);
    const answers = await Promise.all([...must, ...may].map(get));
    // Stale answer: the user has chosen again meanwhile.
    if (asked !== page.asked) return;
    if (answers.some((answer) => answer.status === 401)) return location.replace('login.html');
    page.failure = failureOf(answers.slice(0, must.length));
    page.answered = page.failure === null;
    page.figures = page.answered ? take(answers.map((answer) => (answer.ok ? answer.data : null)), page) : null;
    show(byId('status'), false);
    drawAll();
  }

  function drawFailure() {
    byId('problem').replaceChildren(
      el('h2', {}, word('failed')), el('p', {}, page.failure ?? ''),
      el('button', { type: 'button', onclick: load }, word('retry')));
  }

  function drawAll() {
    const failed = page.failure !== null;
    drawControls();
    show(byId('problem'), failed);
    show(byId('empty'), page.answered && page.figures === null);
    show(byId('report'), page.figures !== null);
    if (failed) drawFailure();
    if (page.figures !== null) draw(page);
  }

  function drawControls() {
    applyWords(document, language());
    document.title = `${word(report)} · ${byId('hall').textContent}`;
    byId('status').textContent = word('loading');
    byId('rangeText').textContent = rangeText(page.range, language());
    byId('from').value = page.range.from;
    byId('until').value = addDays(page.range.to, -1);
    byId('export').href = reportUrl(report, page.range, [page.key], 'csv');
    byId('export').setAttribute('download', `${report}-${page.range.from}-${page.key}.csv`);
    const same = (days) => JSON.stringify(lastDays(page.today, days)) === JSON.stringify(page.range);
    segments(byId('presets'), kPresets.map(([key]) => ({ key, text: word(key) })),
      kPresets.find(([, days]) => same(days))?.[0], word('range'),
      (key) => choose({ range: lastDays(page.today, kPresets.find(([name]) => name === key)[1]) }));
    segments(byId('groups'), groupKeys.map((key) => ({ key, text: word(key) })), page.key, word('groupBy'),
      (key) => choose({ key }));
  }

  function choose(choice) {
    Object.assign(page, choice);
    drawControls();
    load();
  }

  /** If the first day is after the last, the one just chosen is used for both. */
  function chooseDates(edited) {
    const from = byId('from').value;
    const until = byId('until').value;
    if (!isDate(from) || !isDate(until)) return;
    const only = edited === 'from' ? from : until;
    choose({ range: from <= until ? { from, to: addDays(until, 1) } : { from: only, to: addDays(only, 1) } });
  }

  async function logOut() {
    await sendCommand('DELETE', '/manage/session');
    location.replace('login.html');
  }

  byId('language').addEventListener('click', () => { switchLanguage(); drawAll(); });
  byId('logout').addEventListener('click', logOut);
  byId('print').addEventListener('click', () => print());
  byId('from').addEventListener('change', () => chooseDates('from'));
  byId('until').addEventListener('change', () => chooseDates('until'));
  page.range = lastDays(page.today, 7);
  drawControls();
  await learnHall(page);
  choose({ range: lastDays(page.today, 7) });
}
