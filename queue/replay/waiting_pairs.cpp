#include <queue/replay/waiting_pairs.h>

namespace starqueue::queue {

namespace {

bool waitedUntilCalled(const RecordedCustomer& customer)
{
    return customer.called && *customer.called > customer.arrives;
}

} // namespace

bool hasPriority(const RecordedCustomer& customer, int priorityStars)
{
    return customer.keyContact || customer.stars >= priorityStars;
}

std::vector<WaitingPair> pairsThatWaited(const RecordedDay& day, int priorityStars)
{
    std::vector<WaitingPair> pairs;
    const auto& customers = day.customers;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        const RecordedCustomer& first = customers[i];
        if (!waitedUntilCalled(first))
            continue;
        for (std::size_t j = i + 1; j < customers.size() && customers[j].arrives < *first.called; ++j) {
            const RecordedCustomer& second = customers[j];
            if (!waitedUntilCalled(second) || second.service != first.service ||
                second.arrives == first.arrives || *second.called == *first.called)
                continue;
            pairs.push_back({i, j, second.arrives - first.arrives, hasPriority(first, priorityStars),
                             hasPriority(second, priorityStars), *second.called < *first.called});
        }
    }
    return pairs;
}

bool wouldPass(const WaitingPair& pair, TrialHeadStart headStart)
{
    const bool ahead = pair.secondHasPriority && !pair.firstHasPriority;
    return ahead && (!headStart || *headStart > pair.lag);
}

void OrderAgreement::count(const WaitingPair& pair, bool agrees)
{
    all.count(agrees);
    if (pair.ofDifferentPriority())
        ofDifferentPriority.count(agrees);
}

void addExplained(std::span<const WaitingPair> pairs, TrialHeadStart headStart, OrderAgreement& agreement)
{
    for (const WaitingPair& pair : pairs)
        agreement.count(pair, wouldPass(pair, headStart) == pair.passed);
}

Share passedAtLag(std::span<const WaitingPair> pairs, Millis from, Millis until)
{
    Share share;
    for (const WaitingPair& pair : pairs)
        if (pair.secondHasPriority && !pair.firstHasPriority && pair.lag >= from && pair.lag < until)
            share.count(pair.passed);
    return share;
}

} // namespace starqueue::queue
