// The waits report: what is asked for, and which of its states is shown.
import { get, sendCommand } from './api.mjs';
import { addDays, isDate, localToday, rangeText } from './format.mjs';
import { before, groupKeys, lastDays, ordered, reportUrl } from './report.mjs';
import { byId, el, segments, show } from './page.mjs';
import { drawChart, drawGroups, drawHeat, drawTiles } from './waits_view.mjs';
import { applyWords, language, switchLanguage, word } from './words.mjs';

const kPresets = [['today', 1], ['week', 7], ['month', 30]];

const page = {
  today: localToday(),
  range: null,
  key: 'tier',
  names: { service: {}, counter: {} },
  answers: null, // of the range shown: { total, earlier, outcome, heat, groups }
  failure: null,
  asked: 0,
};

function namesOf(list) {
  return Object.fromEntries(list.map((entry) => [entry.id, entry.name]));
}

/** Names and the hall's own date; the report can do without them. */
async function learnHall() {
  const [board, services, counters] = await Promise.all(
    ['board', 'services', 'counters'].map((name) => get(`/api/v1/${name}`)));
  if (board.ok) {
    byId('hall').textContent = board.data.hall.name;
    if (isDate(board.data.date ?? '')) page.today = board.data.date;
  }
  if (services.ok) page.names.service = namesOf(services.data);
  if (counters.ok) page.names.counter = namesOf(counters.data);
}

function failureOf(answers) {
  const failed = answers.find((answer) => !answer.ok);
  if (!failed) return null;
  if (failed.status === 0) return word('unreachable');
  return failed.status === 403 ? failed.detail || word('forbidden') : failed.detail;
}

async function load() {
  const asked = ++page.asked;
  show(byId('status'), true);
  const { range, key } = page;
  const answers = await Promise.all([
    get(reportUrl('waits', range)),
    get(reportUrl('waits', range, [key])),
    get(reportUrl('waits', range, ['weekday', 'halfhour'])),
    get(reportUrl('waits', before(range))),
    get(reportUrl('outcomes', range)),
  ]);
  // A later choice has overtaken this answer.
  if (asked !== page.asked) return;
  if (answers.some((answer) => answer.status === 401)) return location.replace('login.html');
  const [total, groups, heat, earlier, outcome] = answers;
  page.failure = failureOf([total, groups, heat]);
  page.answers = page.failure === null ? {
    total: total.data[0], groups: ordered(key, groups.data), heat: heat.data,
    earlier: earlier.ok ? earlier.data[0] : null, outcome: outcome.ok ? outcome.data[0] : null,
  } : null;
  show(byId('status'), false);
  draw();
}

function drawFailure() {
  byId('problem').replaceChildren(
    el('h2', {}, word('failed')), el('p', {}, page.failure ?? ''),
    el('button', { type: 'button', onclick: load }, word('retry')));
}

function drawReport() {
  const { total, earlier, outcome, heat, groups } = page.answers;
  drawTiles(total, earlier, outcome);
  drawHeat(heat);
  drawGroups(page.key, groups, language(), page.names);
  drawChart(page.key, groups, language(), page.names);
}

function draw() {
  const failed = page.failure !== null;
  const counted = !failed && (page.answers?.total?.count ?? 0) > 0;
  drawControls();
  show(byId('problem'), failed);
  show(byId('empty'), !failed && page.answers !== null && !counted);
  show(byId('report'), counted);
  if (failed) drawFailure();
  if (counted) drawReport();
}

function drawControls() {
  applyWords(document, language());
  document.title = `${word('waits')} · ${byId('hall').textContent}`;
  byId('status').textContent = word('loading');
  byId('rangeText').textContent = rangeText(page.range, language());
  byId('from').value = page.range.from;
  byId('until').value = addDays(page.range.to, -1);
  byId('export').href = reportUrl('waits', page.range, [page.key], 'csv');
  byId('export').setAttribute('download', `waits-${page.range.from}-${page.key}.csv`);
  const same = (days) => JSON.stringify(lastDays(page.today, days)) === JSON.stringify(page.range);
  segments(byId('presets'), kPresets.map(([key]) => ({ key, text: word(key) })),
    kPresets.find(([, days]) => same(days))?.[0], word('range'), choosePreset);
  segments(byId('groups'), groupKeys.map((key) => ({ key, text: word(key) })), page.key, word('groupBy'), chooseKey);
}

function choose(range) {
  page.range = range;
  drawControls();
  load();
}

function choosePreset(key) {
  choose(lastDays(page.today, kPresets.find(([name]) => name === key)[1]));
}

function chooseKey(key) {
  page.key = key;
  drawControls();
  load();
}

/** A first day after the last one means that day alone, and the other way round. */
function chooseDates(edited) {
  const from = byId('from').value;
  const until = byId('until').value;
  if (!isDate(from) || !isDate(until)) return;
  const only = edited === 'from' ? from : until;
  choose(from <= until ? { from, to: addDays(until, 1) } : { from: only, to: addDays(only, 1) });
}

async function logOut() {
  await sendCommand('DELETE', '/manage/session');
  location.replace('login.html');
}

byId('language').addEventListener('click', () => { switchLanguage(); draw(); });
byId('logout').addEventListener('click', logOut);
byId('print').addEventListener('click', () => print());
byId('from').addEventListener('change', () => chooseDates('from'));
byId('until').addEventListener('change', () => chooseDates('until'));
page.range = lastDays(page.today, 7);
drawControls();
await learnHall();
choose(lastDays(page.today, 7));
