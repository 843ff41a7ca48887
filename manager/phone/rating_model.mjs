// Rating a visit from the phone: what the hall said of it, in words. Without DOM and network.

const kWords = {
  zh: {
    other: 'English', question: '您对这次办理满意吗？', thanks: '谢谢您的评价', thanksDetail: '您的评价：{level}',
    until: '{date} {time} 前可以评价一次。',
    why: '是什么原因？', whyHint: '可以选几项，也可以不选。', send: '送出', explained: '谢谢，我们收到了您的原因。',
    failed: '没有送出，请再试一次。', lost: '暂时连不上，请稍后再试。',
    goneTitle: '没有找到这次办理', goneHint: '它可能已经过了评价期限，或者网址不完整。',
    restoredTitle: '大厅系统刚恢复过', restoredHint: '系统里没有这次办理的记录。',
    not_served: ['现在还不能评价', '这个号还没有办理，或者没有邀请评价。'],
    panel_first: ['请先在窗口评价', '窗口的评价器关闭一分钟后，可以在这里评价。'],
    already_rated: ['已经评价过了', '谢谢您的评价。'], rating_over: ['评价已经结束', '已经过了评价期限，或者本大厅不在手机上收评价。'],
  },
  en: {
    other: '中文', question: 'How was your visit?', thanks: 'Thank you for rating', thanksDetail: 'Your rating: {level}',
    until: 'You can rate once, until {date}, {time}.',
    why: 'What was the reason?', whyHint: 'Choose as many as you like, or none.', send: 'Send',
    explained: 'Thank you, we have your reasons.',
    failed: 'That wasn’t sent. Please try again.', lost: 'No connection right now. Please try again in a moment.',
    goneTitle: 'This visit was not found', goneHint: 'It may be too long ago to be rated, or the address is incomplete.',
    restoredTitle: 'The hall was restored', restoredHint: 'It has no record of this visit.',
    not_served: ['Nothing to rate yet', 'This number hasn’t been served, or nobody asked for a rating.'],
    panel_first: ['Please rate at the counter', 'A minute after the panel there has closed you can rate here.'],
    already_rated: ['Already rated', 'Thank you for your rating.'],
    rating_over: ['Rating is over', 'It is too long ago, or this hall takes no ratings on the phone.'],
  },
};

export function ratingWords(chosen) {
  return kWords[chosen];
}

/** The levels as buttons, the best first. */
export function levelButtons({ levels }, chosen) {
  return levels.map(({ score, name }) => ({ score, text: name[chosen] })).reverse();
}

/** What may be given as a reason of the rating, as boxes to tick. */
export function reasonBoxes({ reasons }, chosen) {
  return reasons.map(({ id, name }) => ({ id, text: name[chosen] }));
}

/** { question, detail } of what `/t/{secret}/rating/state` said; `given` is the score that was just taken. */
export function ratingText(visit, given, chosen) {
  const words = kWords[chosen];
  if (given !== null) {
    const level = visit.levels.find(({ score }) => score === given)?.name[chosen] ?? '';
    return { question: words.thanks, detail: words.thanksDetail.replace('{level}', level) };
  }
  if (visit.mayRate) return { question: words.question, detail: '' };
  const [question, detail] = words[visit.code] ?? [words.question, visit.detail ?? ''];
  return { question, detail };
}

const localeOf = (chosen) => (chosen === 'zh' ? 'zh-CN' : 'en-GB');

/** With the month in words: 02/12 isn't the same day everywhere. */
function dayText(date, chosen, timeZone) {
  return date.toLocaleDateString(localeOf(chosen), { day: 'numeric', month: 'long', timeZone });
}

/** What was done, and on which day: numbers come again every day. */
export function visitText({ service, date }, chosen) {
  const day = date ? dayText(new Date(`${date}T00:00:00Z`), chosen, 'UTC') : '';
  return [service?.[chosen], day].filter(Boolean).join(' · ');
}

/** Until when, of a visit that can be rated. */
export function untilText({ mayRate, until }, chosen) {
  if (!mayRate || !until) return '';
  const end = new Date(until);
  const time = end.toLocaleTimeString(localeOf(chosen), { hour: '2-digit', minute: '2-digit' });
  return kWords[chosen].until.replace('{date}', dayText(end, chosen)).replace('{time}', time);
}

/** Whether a later look can find something else: the panel closes by itself. */
export function changesByItself(visit) {
  return visit.code === 'panel_first' || visit.code === 'not_served';
}
