#pragma once

#include <QString>

namespace starqueue::display {

/// What stands over a counter, to be shown large, with the words of its name around it: the sign "3" of
/// "3号窗口" is ("", "3", "号窗口"). A name that doesn't contain the sign follows it whole; "3" isn't
/// contained in "3B" or "13".
struct CounterSign
{
    QString before;
    QString figure; ///< the sign
    QString after;

    bool operator==(const CounterSign&) const = default;
};
[[nodiscard]] CounterSign counterSign(const QString& sign, const QString& name);

} // namespace starqueue::display
