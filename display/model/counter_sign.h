#pragma once

#include <QString>

namespace starqueue::display {

/// A counter's name taken apart, so that its number can stand large: "3号窗口" is ("", "3", "号窗口").
struct CounterSign
{
    QString before;
    QString figure; ///< empty when the name has no number
    QString after;

    bool operator==(const CounterSign&) const = default;
};
[[nodiscard]] CounterSign counterSign(const QString& name);

} // namespace starqueue::display
