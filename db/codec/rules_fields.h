#pragma once

#include <db/codec/value_fields.h>

#include <queue/rules/rules.h>

namespace starqueue::db {

void describe(auto& a, Of<queue::ServiceRule> auto& service)
{
    a.field("id", service.id);
    a.field("prefix", service.prefix);
    a.field("name", service.name);
    a.field("typicalSeconds", service.typical);
    a.field("retired", service.retired);
    a.fieldOr("dailyTickets", service.dailyTickets, 0);
}

void describe(auto& a, Of<queue::IssueLimits> auto& limits)
{
    a.field("perIdentity", limits.perIdentity);
    a.field("perKioskMinute", limits.perKioskMinute);
}

void describe(auto& a, Of<queue::TierRule> auto& tier)
{
    a.field("stars", tier.stars);
    a.field("keyContacts", tier.keyContacts);
    a.field("targetSeconds", tier.target);
    a.field("headStartSeconds", tier.headStart);
    a.field("rate", tier.rate);
    a.field("weight", tier.weight);
}

void describe(auto& a, Of<queue::CounterRule> auto& counter)
{
    a.field("id", counter.id);
    a.field("name", counter.name);
    a.field("services", counter.services);
    a.field("prefers", counter.prefers);
    a.fieldOr("tiers", counter.tiers, {});
    a.field("dedicatedToStars", counter.dedicatedToStars);
    a.field("helpOthersAfterSeconds", counter.helpOthersAfter);
    a.field("retired", counter.retired);
}

void describe(auto& a, Of<queue::Rules> auto& rules)
{
    a.field("discipline", rules.discipline);
    a.field("guardSeconds", rules.guard);
    a.field("boundSeconds", rules.bound);
    a.field("statutoryHeadStartSeconds", rules.statutoryHeadStart);
    a.field("statutoryAtKiosk", rules.statutoryAtKiosk);
    a.field("ratingWindowSeconds", rules.ratingWindow);
    a.field("requeueCreditSeconds", rules.requeueCredit);
    a.field("maxRequeues", rules.maxRequeues);
    a.fieldOr("noShowAfterRecalls", rules.noShowAfterRecalls, 0);
    a.fieldOr("limits", rules.limits, {});
    a.field("printJobLifeSeconds", rules.printJobLife);
    a.field("services", rules.services);
    a.field("tiers", rules.tiers);
    a.placesOf(rules);
    a.field("counters", rules.counters);
}

} // namespace starqueue::db
