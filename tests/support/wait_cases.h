#pragma once

#include <QList>
#include <QString>

#include <chrono>

namespace starqueue::test {

using namespace Qt::StringLiterals;

/// How a wait is said, in whatever says it: screens, paper and pages.
struct WaitCase
{
    std::chrono::seconds p10{};
    std::chrono::seconds p90{};
    QString method; ///< as the hall spells it
    QString zh;     ///< "8–14 分钟", or words alone
    QString en;     ///< "8–14 min", or words alone

    [[nodiscard]] bool isRange() const { return en.endsWith(u" min"_s); }
    [[nodiscard]] bool isUnknown() const { return method == u"unknown"_s; }
    /// "8–14"; empty for words alone.
    [[nodiscard]] QString minutes() const { return isRange() ? en.section(u' ', 0, 0) : QString(); }
    /// Empty for a range.
    [[nodiscard]] QString wordsAlone(bool chinese) const { return isRange() ? QString() : chinese ? zh : en; }
};

/// Those of tests/data/wait_cases.json; a file that can't be read fails the test.
[[nodiscard]] QList<WaitCase> waitCases();

} // namespace starqueue::test
