// The waits report: what is asked for, and what is shown of it.
import { before, ordered, reportUrl } from './shared/report.mjs';
import { reportPage } from './shared/report_page.mjs';
import { drawChart, drawGroups, drawHeat, drawTiles } from './waits_view.mjs';
import { language } from './shared/words.mjs';

await reportPage('waits', {
  ask: ({ range, key }) => ({
    must: [reportUrl('waits', range), reportUrl('waits', range, [key]),
      reportUrl('waits', range, ['weekday', 'halfhour'])],
    may: [reportUrl('waits', before(range)), reportUrl('outcomes', range), reportUrl('visits', range)],
  }),
  take: ([total, groups, heat, earlier, outcome, visits], { key }) => (total[0]?.count > 0 ? {
    total: total[0],
    groups: ordered(key, groups),
    heat,
    earlier: earlier?.[0] ?? null,
    outcome: outcome?.[0] ?? null,
    visits: visits?.[0] ?? null,
  } : null),
  draw: ({ figures: { total, earlier, outcome, visits, heat, groups }, key, names }) => {
    drawTiles(total, { earlier, outcome, visits });
    drawHeat(heat);
    drawGroups(key, groups, language(), names);
    drawChart(key, groups, language(), names);
  },
});
