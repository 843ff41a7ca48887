#pragma once

#include <QByteArray>

#include <optional>

namespace starqueue::simulators {

/// Finds the commands that are acted on at once, in whatever command their bytes stand.
class RealTimeParser
{
public:
    /// `hardwareReset`: knows 1C C0 18 10 14 1A.
    explicit RealTimeParser(bool hardwareReset) : m_hardwareReset(hardwareReset) {}

    /// The command that `byte` completes.
    [[nodiscard]] std::optional<QByteArray> feed(char byte);
    void clear() { m_begun.clear(); }

private:
    [[nodiscard]] qsizetype lengthOfBegun() const;

    bool m_hardwareReset;
    QByteArray m_begun;
};

} // namespace starqueue::simulators
