#pragma once

namespace starqueue::hall::test {

/// Issues `count` tickets from `clients` concurrent clients, then lets as many call, start and finish
/// concurrently until nobody waits (beyond six clients, two share a counter). Checks that no number is issued
/// twice and each ticket is called exactly once.
void expectEachCalledOnce(int clients, int count);

} // namespace starqueue::hall::test
