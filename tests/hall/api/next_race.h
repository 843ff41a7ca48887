#pragma once

namespace starqueue::hall::test {

/// Issues `count` tickets from four clients at once, then has six counters call, start and finish at once
/// until nobody waits: each ticket must have been called, and once.
void expectEachCalledOnce(int count);

} // namespace starqueue::hall::test
