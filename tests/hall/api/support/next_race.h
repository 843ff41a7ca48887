#pragma once

namespace starqueue::hall::test {

/// Issues `count` tickets from `clients` clients at once, then has as many press "next", start and finish at
/// once until nobody waits (beyond the six counters, two press at the same one): no number is issued twice,
/// and each ticket is called, once.
void expectEachCalledOnce(int clients, int count);

} // namespace starqueue::hall::test
