#include <queue/replay/replay_day.h>

namespace starqueue::queue {

Rules replayRules(const RecordedDay& day, TrialHeadStart headStart, int priorityStars)
{
    Rules rules;
    if (!headStart) {
        rules.discipline = Discipline::Strict;
        rules.guard.reset();
    }
    for (std::size_t i = 0; i < day.services.size(); ++i)
        rules.services.push_back({.id = day.services[i], .prefix = prefixAt(i)});
    TierRule priority;
    priority.stars = priorityStars;
    priority.keyContacts = true;
    priority.headStart = headStart.value_or(Millis{0});
    rules.tiers = {priority, TierRule{}};
    for (const RecordedCounter& recorded : day.counters) {
        CounterRule& rule = rules.counters.emplace_back();
        rule.id = recorded.id;
        rule.services = recorded.services;
    }
    return rules;
}

} // namespace starqueue::queue
