#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace starqueue::test {

/// How a wait is said, in whatever says it: screens, paper and pages.
struct WaitCase
{
    std::chrono::seconds p10{};
    std::chrono::seconds p90{};
    QString zh; ///< "8–14 分钟"
    QString en; ///< "8–14 min"

    /// "8–14"
    [[nodiscard]] QString minutes() const { return en.section(u' ', 0, 0); }
};

/// Those of tests/data/wait_cases.json; a file that can't be read fails the test.
[[nodiscard]] QList<WaitCase> waitCases();

} // namespace starqueue::test
