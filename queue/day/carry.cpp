#include <queue/day/carry.h>

#include <queue/day/merged_room.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace starqueue::queue {

namespace {

constexpr Minutes kPhoneRatingCarried{60};

/// A late press for this session would still count.
bool canBeRated(const RatingSession& session, Instant now)
{
    return now <= session.ends + kLateArrival;
}

void carryCounters(const State& state, CarriedOver& carried)
{
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        Counter counter = state.counters[i];
        const RatingSession* session = state.find(counter.session);
        if (!session || !isOpen(session->state))
            counter.session = {};
        if (counter.state == CounterState::Closed && counter.session.value == 0)
            continue;
        counter.served = 0;
        counter.servedFor = Millis{0};
        carried.counters.emplace_back(CounterIx{i}, std::move(counter));
    }
}

void carryVisits(const State& state, Instant now, CarriedOver& carried)
{
    std::set<TicketId> kept;
    for (const RatingSession& session : state.sessions) {
        if (!canBeRated(session, now))
            continue;
        carried.sessions.push_back(session);
        kept.insert(session.ticket);
    }
    for (const Ticket& ticket : state.tickets) {
        const bool underWay = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        const bool stays = state.dayOpen && state.isInTheRoom(ticket);
        if (underWay || stays || kept.contains(ticket.id))
            carried.tickets.push_back({ticket, state.kioskOf(ticket)});
    }
}

std::vector<PassCount> passesOfAll(const State& state)
{
    std::vector<PassCount> counts;
    for (const auto& [ticket, times] : state.passes)
        counts.push_back({ticket, times});
    std::ranges::sort(counts, {}, &PassCount::ticket);
    return counts;
}

/// Whoever asks whether a visit has been rated, or its rating explained, knows all but the last moments of
/// the journal.
void carryPhoneRatings(const State& state, Instant since, CarriedOver& carried)
{
    const auto carry = [since](const auto& given, std::vector<PhoneRating>& to) {
        for (const auto& [session, at] : given)
            if (at >= since)
                to.push_back({session, at});
    };
    carry(state.ratedByPhone, carried.ratedByPhone);
    carry(state.explained, carried.explained);
}

template <class Value, class Carried>
void carryOf(const std::map<TicketId, Value>& ofTickets, std::vector<Carried>& to, auto isCarried)
{
    for (const auto& [ticket, value] : ofTickets)
        if (isCarried(ticket))
            to.push_back({ticket, value});
}

/// What is kept beside tickets, of those that `isCarried`.
void carryBesideTickets(const State& state, CarriedOver& carried, auto isCarried)
{
    for (const PassCount& count : passesOfAll(state)) {
        if (isCarried(count.ticket))
            carried.passes.push_back(count);
    }
    carryOf(state.postponements, carried.postponed, isCarried);
    carryOf(state.putFirst, carried.putFirst, isCarried);
    carryOf(state.boundClerks, carried.boundClerks, isCarried);
    carryOf(state.earlierCalls, carried.earlierCalls, isCarried);
    carryOf(state.references, carried.references, isCarried);
}

/// What is on the paper of those carried, where `rules` would say otherwise.
FormerNames formerNamesOf(const State& state, const Rules& rules, const CarriedOver& carried, Instant now)
{
    FormerNames names = state.formerNames;
    names.note(*state.rules, rules, state.lastTicket, now);
    std::erase_if(names.services, [&](const FormerService& former) {
        return std::ranges::none_of(carried.tickets, [&](const CarriedTicket& one) {
            return (one.ticket.numberedIn == former.service || one.ticket.service == former.service) &&
                   one.ticket.id <= former.last;
        });
    });
    std::erase_if(names.counters, [&](const FormerCounter& former) {
        return std::ranges::none_of(carried.tickets, [&](const CarriedTicket& one) {
            return one.ticket.counter == former.counter && one.ticket.called < former.until;
        });
    });
    return names;
}

/// Carries everybody in the room, with what their order depends on.
void carryRoom(const State& state, const Rules& rules, Instant now, CarriedOver& carried)
{
    for (const PrintJobId id : state.openJobs)
        carried.jobs.push_back(*state.find(id));
    carried.pastRules = state.pastRules;
    if (rules != *state.rules)
        carried.pastRules.push_back({state.rules, now});
}

std::vector<ServiceIx> closedServicesOf(const State& state)
{
    std::vector<ServiceIx> closed;
    for (std::uint16_t i = 0; i < state.closedServices.size(); ++i)
        if (state.closedServices[i])
            closed.push_back(ServiceIx{i});
    return closed;
}

/// All of that day but what is kept beside its tickets.
CarriedOver carriedOfFormer(const State& former, const State& now)
{
    CarriedOver carried;
    carried.lastTicket = former.lastTicket;
    carried.lastPrintJob = former.lastPrintJob;
    carried.lastSession = former.lastSession;
    carried.restored = now.restored != State::Restored::No;
    for (const Ticket& ticket : former.tickets)
        carried.tickets.push_back({ticket, former.kioskOf(ticket)});
    for (const RatingSession& session : former.sessions) {
        const RatingSession* newer = now.find(session.id);
        carried.sessions.push_back(newer ? *newer : session);
    }
    for (std::uint16_t i = 0; i < former.counters.size(); ++i)
        carried.counters.emplace_back(CounterIx{i}, former.counters[i]);
    for (const auto& [id, device] : now.devices)
        carried.devices.push_back(device);
    carried.messages.assign(now.messages.begin(), now.messages.end());
    carried.closedServices = closedServicesOf(former);
    carried.jobs = former.printJobs;
    carried.numbers = lastNumbersOf(former);
    carried.pastRules = former.pastRules;
    carryPhoneRatings(former, {}, carried);
    carryPhoneRatings(now, former.opened, carried);
    carried.formerNames = former.formerNames;
    carried.former = std::make_shared<const FormerDay>(
        FormerDay{former.dayOpen, former.opened, former.issued.before, former.kiosks, former.nextRules,
                  former.credits.credit, former.floorServices});
    return carried;
}

DayOpened openedAgain(const State& former, const State& now, CarriedOver carried)
{
    const Millis stepped = now.clock.ahead - former.clock.ahead;
    auto hours = former.hours && stepped != Millis{0}
                     ? std::make_shared<const DayHours>(shifted(*former.hours, -stepped))
                     : former.hours;
    return {
        *former.date,     former.configuredRules(), std::make_shared<const CarriedOver>(std::move(carried)),
        std::move(hours), now.clock.ahead,          now.clockDoubt,
        former.format};
}

/// The rules have changed since, and keep the places: what is on the paper of that day stays.
void keepRules(const State& former, const State& now, CarriedOver& carried)
{
    FormerNames& names = carried.formerNames;
    names.note(*former.rules, *now.rules, former.lastTicket, now.opened);
    names.services.insert(names.services.end(), now.formerNames.services.begin(),
                          now.formerNames.services.end());
    names.counters.insert(names.counters.end(), now.formerNames.counters.begin(),
                          now.formerNames.counters.end());
    if (*former.rules != *now.rules)
        carried.pastRules.push_back({former.rules, now.opened});
}

} // namespace

CarriedOver carriedFrom(const State& state, const Rules& rules, Instant now)
{
    CarriedOver carried;
    carried.lastTicket = state.lastTicket;
    carried.lastPrintJob = state.lastPrintJob;
    carried.lastSession = state.lastSession;
    carried.restored = state.restored == State::Restored::Today || isAfterLoss(state);
    carryVisits(state, now, carried);
    carryBesideTickets(state, carried, [&](TicketId id) {
        return std::ranges::any_of(carried.tickets,
                                   [id](const CarriedTicket& one) { return one.ticket.id == id; });
    });
    carryPhoneRatings(state, now - kPhoneRatingCarried, carried);
    carryCounters(state, carried);
    for (const auto& [id, device] : state.devices)
        carried.devices.push_back(device);
    carried.messages.assign(state.messages.begin(), state.messages.end());
    carried.closedServices = closedServicesOf(state);
    if (state.rules)
        carried.formerNames = formerNamesOf(state, rules, carried, now);
    if (state.dayOpen)
        carryRoom(state, rules, now, carried);
    goOnBeyondLoss(state, rules, carried);
    return carried;
}

std::vector<LastNumber> lastNumbersOf(const State& state)
{
    std::vector<LastNumber> numbers;
    for (std::uint16_t i = 0; i < state.lastNumbers.size(); ++i)
        if (state.lastNumbers[i] != 0)
            numbers.push_back({ServiceIx{i}, state.lastNumbers[i]});
    return numbers;
}

DayOpened formerDay(const State& former, const State& now)
{
    CarriedOver carried = carriedOfFormer(former, now);
    carryBesideTickets(former, carried, [](TicketId) { return true; });
    return openedAgain(former, now, std::move(carried));
}

DayOpened formerDayWithRoom(const State& former, const State& now)
{
    CarriedOver carried = carriedOfFormer(former, now);
    carried.lastTicket = now.lastTicket;
    carried.lastPrintJob = now.lastPrintJob;
    carried.lastSession = now.lastSession;
    mergeRoom(former, now, carried);
    carried.closedServices = closedServicesOf(now);
    carryBesideTickets(former, carried, [&](TicketId id) { return !now.find(id); });
    carryBesideTickets(now, carried, [](TicketId) { return true; });
    keepRules(former, now, carried);
    DayOpened day = openedAgain(former, now, std::move(carried));
    day.rules = now.configuredRules();
    day.format = now.format;
    return day;
}

} // namespace starqueue::queue
