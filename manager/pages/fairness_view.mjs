// Draws the fairness report: tiles, the table of bounds and the table of groups.
import { passingShare } from './fairness_model.mjs';
import { grouped, minutes, percent } from './shared/format.mjs';
import { byId, el } from './shared/page.mjs';
import { keyLabel } from './shared/report.mjs';
import { word } from './shared/words.mjs';

function tile(title, figure, unit, ...notes) {
  return el('article', { class: 'card tile' },
    el('h2', {}, title),
    el('p', { class: 'figure' }, figure, unit ? el('small', {}, ` ${unit}`) : null),
    ...notes.map((note) => el('p', {}, note)));
}

function inMinutes(seconds) {
  return seconds === null || seconds === undefined ? '—' : word('minutes', minutes(seconds));
}

/** Shows every figure with its count. */
export function drawTiles(row, promised, mostPasses) {
  if (!row) return byId('tiles').replaceChildren(el('p', { class: 'muted' }, word('empty')));
  const n = word('countIs', grouped(row.inTurn));
  byId('tiles').replaceChildren(
    tile(word('inTurn'), grouped(row.inTurn), '', word('guardedHelped', row.guarded, row.helped)),
    tile(word('passing'), percent(passingShare(row)), word('percent', '').trim(), n, word('people', grouped(row.passed))),
    tile(word('passedMost'), inMinutes(row.max), '', word('promised', inMinutes(promised)),
      mostPasses ? word('promisedTimes', mostPasses) : word('timesUnlimited'),
      word('violations', row.violations)),
    tile(word('outOfTurn'), grouped(row.outOfTurn), '', word('people', grouped(row.outOfTurnPassed)),
      word('atMost', inMinutes(row.outOfTurnMaxSeconds))),
    tile(word('elsewhere'), grouped(row.passedElsewhere), '', word('atMost', inMinutes(row.passedElsewhereMaxSeconds)), n));
}

function boundText(seconds) {
  return seconds === null ? word('noBound') : minutes(seconds);
}

export function drawBounds({ tiers, at }, chosen) {
  const name = (tier) => keyLabel('tier', String(tier), chosen, {});
  byId('bounds').replaceChildren(
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, word('passedBy')),
      ...tiers.map((tier) => el('th', { scope: 'col' }, name(tier))))),
    el('tbody', {}, ...tiers.map((passed) => el('tr', {}, el('th', { scope: 'row' }, name(passed)),
      ...tiers.map((called) => el('td', {}, boundText(at(passed, called))))))));
}

const kColumns = ['inTurn', 'passing', 'passedPeople', 'p50', 'p90', 'longest', 'outOfTurn', 'elsewhere', 'broken'];

function groupRow(key, row, chosen, names) {
  const figures = [grouped(row.inTurn), grouped(row.passing), grouped(row.passed), minutes(row.p50), minutes(row.p90),
    minutes(row.max), grouped(row.outOfTurn), grouped(row.passedElsewhere), grouped(row.violations)];
  return el('tr', {}, el('th', { scope: 'row' }, keyLabel(key, row[key], chosen, names)),
    ...figures.map((figure) => el('td', {}, figure)));
}

export function drawGroups(key, rows, chosen, names) {
  byId('groupTitle').textContent = word('groupTitle', word(key).toLowerCase());
  byId('table').replaceChildren(
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, word(key)),
      ...kColumns.map((column) => el('th', { scope: 'col' }, word(column))))),
    el('tbody', {}, ...rows.map((row) => groupRow(key, row, chosen, names))));
}
