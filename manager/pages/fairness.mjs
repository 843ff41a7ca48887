// The fairness report: who was passed over, by how much, and what the rules promise.
import { boundTable, calledOf } from './fairness_model.mjs';
import { drawBounds, drawGroups, drawTiles } from './fairness_view.mjs';
import { ordered, reportUrl } from './shared/report.mjs';
import { reportPage } from './shared/report_page.mjs';
import { language } from './shared/words.mjs';

await reportPage('fairness', {
  ask: ({ range, key }) => ({
    must: [reportUrl('fairness', range), reportUrl('fairness', range, [key]), '/api/v1/reports/fairness/bounds'],
    may: [],
  }),
  take: ([total, groups, bounds], { key }) => ({
    total: total[0] ?? null, groups: ordered(key, groups.map(calledOf)), bounds: boundTable(bounds),
    promised: bounds.promisedSeconds, mostPasses: bounds.mostPasses,
  }),
  draw: ({ figures: { total, groups, bounds, promised, mostPasses }, key, names }) => {
    drawTiles(total, promised, mostPasses);
    drawBounds(bounds, language());
    drawGroups(key, groups, language(), names);
  },
});
